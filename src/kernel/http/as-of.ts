import { z } from 'zod';
import { type CalendarDate, parseVietnameseDate } from '../dates.ts';
import { AppError } from '../errors.ts';
import { kernelErrors } from '../kernel-errors.ts';

/** The `as_of` of an address, as typed: `2024-06-24`, or dd/mm/yyyy from the form. */
export const asOfSchema = z.string().max(10).optional();

/** The day of the past that is asked for; `null` for now. Throws `kernel.as_of_unreadable`. */
export function asOfDay(typed: string | undefined, today: CalendarDate): CalendarDate | null {
  if (typed === undefined) return null;
  const day = parseVietnameseDate(typed);
  if (!day || day > today) throw new AppError(kernelErrors.as_of_unreadable);
  // The end of today has not come: what stands now is all there is.
  return day === today ? null : day;
}

/** An address inside the product, read on the same day of the past. */
export function onDay(asOf: CalendarDate | null, href: string): string {
  if (asOf === null) return href;
  const [path = '', fragment] = href.split('#');
  const joined = `${path}${path.includes('?') ? '&' : '?'}as_of=${asOf}`;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}
