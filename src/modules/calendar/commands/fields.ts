import { z } from 'zod';
import { type CalendarDate, parseVietnameseDate } from '../../../kernel/dates.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { fieldTexts as says } from '../messages.ts';

const said = (message: Message): { params: { message: Message } } => ({ params: { message } });

/** A day typed dd/mm/yyyy or ISO. */
export const day = z
  .string()
  .optional()
  .transform((text, context): CalendarDate => {
    const date = parseVietnameseDate(text ?? '');
    if (date) return date;
    const message = text?.trim() ? says.dateUnreadable : says.dateMissing;
    context.addIssue({ code: 'custom', ...said(message) });
    return z.NEVER;
  });

/** A line of text that must be there. */
export function line(limit: number, missing: Message) {
  return z
    .string()
    .optional()
    .transform((text) => (text ?? '').normalize('NFC').trim().replace(/\s+/g, ' '))
    .refine((text) => text.length > 0, said(missing))
    .refine((text) => text.length <= limit, said(says.tooLong));
}

/** A line of text that may be left out: empty then. */
export const optionalLine = z
  .string()
  .default('')
  .transform((text) => text.normalize('NFC').trim().replace(/\s+/g, ' '))
  .refine((text) => text.length <= 200, said(says.tooLong));
