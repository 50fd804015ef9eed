import { z } from 'zod';
import { parseVietnameseDate } from '../../../kernel/dates.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { isId } from '../../../kernel/ids.ts';
import { isRole } from '../domain/roles.ts';
import { inputMessages as m } from '../messages-people.ts';

/**
 * Fields of this room's commands. They read what a form sends (an empty field means nothing was said) and what JSON or the
 * command line gives alike, and speak in this room's words.
 */
function said(message: Message): { params: { message: Message } } {
  return { params: { message } };
}

export function requiredText(longest: number, missing: Message = m.missing) {
  return z
    .string()
    .optional()
    .transform((text) => (text ?? '').normalize('NFC').trim().replace(/\s+/g, ' '))
    .refine((text) => text !== '', { ...said(missing), abort: true })
    .refine((text) => text.length <= longest, said(m.tooLong));
}

/** Kept exactly as typed: spaces belong to a phrase. */
export const secretText = z
  .string()
  .optional()
  .transform((text) => text ?? '')
  .refine((text) => text !== '', { ...said(m.missing), abort: true })
  .refine((text) => text.length <= 1000, said(m.tooLong));

const readDate = z.string().transform((text, issues) => {
  const date = parseVietnameseDate(text);
  if (date !== undefined) return date;
  issues.addIssue({ code: 'custom', ...said(m.dateWrong) });
  return z.NEVER;
});

export const requiredDate = z
  .string()
  .optional()
  .transform((text) => text ?? '')
  .pipe(readDate);

const blankAsNull = z
  .string()
  .nullish()
  .transform((text) => (text === undefined || text === null || text.trim() === '' ? null : text.trim()));

export const optionalDate = blankAsNull.pipe(readDate.nullable());

/** A ticked box of a form, or a boolean. */
export const ticked = z
  .union([z.boolean(), z.literal('1')])
  .optional()
  .transform((value) => value === true || value === '1');

/** One value or several of one name. */
export const listOfText = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value));

export const personFields = z.object({
  username: z
    .string()
    .optional()
    .transform((text) => (text ?? '').trim().toLowerCase())
    .refine((name) => /^[a-z][a-z0-9._-]{2,39}$/.test(name), said(m.usernameForm)),
  fullName: requiredText(120),
  email: blankAsNull.refine(
    (text) => text === null || (/^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$/.test(text) && text.length <= 254),
    said(m.emailWrong),
  ),
});

export const postFields = z.object({
  unitId: z
    .string()
    .optional()
    .transform((text) => text ?? '')
    .refine(isId, said(m.unitMissing)),
  title: requiredText(120),
  role: z
    .string()
    .optional()
    .transform((text, issues) => {
      if (text !== undefined && isRole(text)) return text;
      issues.addIssue({ code: 'custom', ...said(m.roleMissing) });
      return z.NEVER;
    }),
  from: requiredDate,
  to: optionalDate,
  acting: ticked,
});

export type PostFields = z.output<typeof postFields>;
