import { z } from 'zod';
import { type CalendarDate, parseVietnameseDate } from '../../../kernel/dates.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { isId } from '../../../kernel/ids.ts';
import { UNIT_KINDS } from '../domain/kinds.ts';
import { inputMessages as m } from '../messages.ts';

/**
 * Fields of this room's commands. They read what a form sends (an empty field means nothing was said) and what JSON sends
 * alike, and speak in this room's words.
 */
function said(message: Message): { params: { message: Message } } {
  return { params: { message } };
}

const emptyToNull = (value: unknown): unknown =>
  value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value;

const trimmed = z.string().transform((text) => text.normalize('NFC').trim().replace(/\s+/g, ' '));

function shorter(limit: number, message: Message) {
  return trimmed.refine((text) => text.length <= limit, said(message));
}

/** Text that may be left out: `null` when empty. */
export function optionalText(limit: number, message: Message = m.tooLong) {
  return z.preprocess(emptyToNull, shorter(limit, { vi: fill(message.vi), en: fill(message.en) }).nullable());
  function fill(text: string): string {
    return text.replace('{limit}', String(limit));
  }
}

export function requiredText(limit: number, missing: Message, tooLong: Message) {
  return z
    .string()
    .optional()
    .transform((text) => (text ?? '').normalize('NFC').trim().replace(/\s+/g, ' '))
    .refine((text) => text.length > 0, said(missing))
    .refine((text) => text.length <= limit, said(tooLong));
}

const readDate = z.string().transform((text, context): CalendarDate => {
  const date = parseVietnameseDate(text);
  if (date) return date;
  context.addIssue({ code: 'custom', ...said(m.dateUnreadable) });
  return z.NEVER;
});

export const requiredDate = z
  .string()
  .optional()
  .transform((text) => text ?? '')
  .refine((text) => text.trim() !== '', { ...said(m.dateMissing), abort: true })
  .pipe(readDate);

export const optionalDate = z.preprocess(emptyToNull, readDate.nullable());

export const unitName = requiredText(300, m.nameMissing, m.nameTooLong);
export const unitCode = optionalText(40, m.codeTooLong);
export const act = optionalText(500);
export const citedAct = requiredText(500, m.actMissing, {
  vi: m.tooLong.vi.replace('{limit}', '500'),
  en: m.tooLong.en.replace('{limit}', '500'),
});
export const unitKind = z
  .string()
  .optional()
  .transform((text) => UNIT_KINDS.find((kind) => kind === text))
  .refine((kind) => kind !== undefined, said(m.kindMissing));
export const tierName = requiredText(60, m.tierMissing, m.tierMissing);
export const optionalUnit = z.preprocess(
  emptyToNull,
  z.string().refine(isId, said(m.unitMissing)).nullable(),
);
export const requiredUnit = z
  .string()
  .optional()
  .transform((text) => text ?? '')
  .refine(isId, said(m.unitMissing));

/** Other names: one a line, or a list. */
export const shortNames = z
  .union([z.string().transform((text) => text.split(/\r?\n|;/)), z.array(z.string())])
  .optional()
  .transform((names) => [
    ...new Set(
      (names ?? []).map((name) => name.normalize('NFC').trim().replace(/\s+/g, ' ')).filter(Boolean),
    ),
  ])
  .refine((names) => names.length <= 50 && names.every((name) => name.length <= 300), said(m.nameTooLong));

export const email = z.preprocess(
  emptyToNull,
  trimmed
    .refine(
      (text) => /^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$/.test(text) && text.length <= 200,
      said(m.emailInvalid),
    )
    .nullable(),
);
export const phone = z.preprocess(
  emptyToNull,
  trimmed.refine((text) => /^[\d\s.+()-]{3,40}$/.test(text), said(m.phoneInvalid)).nullable(),
);
export const unitKey = z.preprocess(
  emptyToNull,
  z
    .string()
    .refine((text) => /^[a-z0-9][a-z0-9-]{0,119}$/.test(text), said(m.keyInvalid))
    .nullable(),
);
