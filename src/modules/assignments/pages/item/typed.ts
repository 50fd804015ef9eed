import { z } from 'zod';
import { type CalendarDate, parseVietnameseDate } from '../../../../kernel/dates.ts';
import { parseQuantity } from '../../domain/quantity.ts';
import { m } from '../../messages.ts';

/** A day as offices write it. */
export const dayTyped = z.string().transform((typed, check): CalendarDate => {
  const date = parseVietnameseDate(typed);
  if (date) return date;
  check.addIssue({ code: 'custom', params: { message: m.day_needed } });
  return z.NEVER;
});

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
