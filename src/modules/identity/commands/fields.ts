import { z } from 'zod';
import { isCalendarDate, parseVietnameseDate } from '../../../kernel/dates.ts';
import { ROLES } from '../domain/roles.ts';
import { m } from '../messages.ts';

/** A date as people type it (24/06/2024) or as machines write it. */
export const dateInput = z
  .string()
  .trim()
  .transform((text, issues) => {
    const date = parseVietnameseDate(text);
    if (date !== undefined && isCalendarDate(date)) return date;
    issues.addIssue({ code: 'custom', params: { message: m.dateWrong } });
    return z.NEVER;
  });

/** An optional text field of a form: an empty one is an absent one. */
export function blankAsNull<T extends z.ZodType>(schema: T) {
  return z.preprocess(
    (value) => (value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value),
    schema.nullable(),
  );
}

export const personFields = z.object({
  username: z
    .string()
    .trim()
    .toLowerCase()
    .refine((name) => /^[a-z][a-z0-9._-]{2,39}$/.test(name), { params: { message: m.usernameForm } }),
  fullName: z.string().trim().normalize('NFC').min(1).max(120),
  email: blankAsNull(z.string().trim().max(254).pipe(z.email())),
});

export const postFields = z.object({
  unitId: z.uuid(),
  title: z.string().trim().normalize('NFC').min(1).max(120),
  role: z.enum(ROLES),
  from: dateInput,
  to: blankAsNull(dateInput),
  acting: z.boolean().default(false),
});

export type PostFields = z.output<typeof postFields>;
