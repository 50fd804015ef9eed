import { z } from 'zod';
import { type CalendarDate, parseVietnameseDate } from '../../../../kernel/dates.ts';
import { m } from '../../messages.ts';

/** A day as offices write it. */
export const dayTyped = z.string().transform((typed, check): CalendarDate => {
  const date = parseVietnameseDate(typed);
  if (date) return date;
  check.addIssue({ code: 'custom', params: { message: m.day_needed } });
  return z.NEVER;
});

/** A number as Vietnamese offices write it, `1.234,5`; `null` when nothing was typed. */
export function parseQuantity(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  if (!/^\d{1,3}(?:\.\d{3})*(?:,\d{1,3})?$|^\d{1,12}(?:,\d{1,3})?$/.test(text)) return undefined;
  return Number(text.replaceAll('.', '').replace(',', '.'));
}

export const quantityTyped = z
  .string()
  .default('')
  .transform((typed, check): number | null => {
    const quantity = parseQuantity(typed);
    if (quantity !== undefined) return quantity;
    check.addIssue({ code: 'custom', params: { message: m.quantity_needed } });
    return z.NEVER;
  });

/** The revision a form was made from; a form made without one is not compared. */
export const revisionTyped = z.coerce.number().int().min(1).optional();
