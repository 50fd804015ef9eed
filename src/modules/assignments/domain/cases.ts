import type { CalendarDate } from '../../../kernel/dates.ts';
import type { DeadlineExpression } from '../../calendar/index.ts';
import type { DueSpec } from '../../plans/index.ts';

/** When a case that happened on `happenedOn` is due; `null` where the plan gives no time, or gives it in hours of one day. */
export function caseExpression(due: DueSpec | null, happenedOn: CalendarDate): DeadlineExpression | null {
  if (due?.type !== 'event' || due.within === undefined) return null;
  const { amount, unit } = due.within;
  // Hours are worked off within the day or the next: a day is the finest that this calendar knows.
  if (unit === 'h')
    return { v: 1, type: 'after', bound: 'max', amount: Math.ceil(amount / 8), unit: 'wd', from: happenedOn };
  return { v: 1, type: 'after', bound: 'max', amount, unit, from: happenedOn };
}

/** The key of a new case among those of the same unit and task: "2024-05-14", then "2024-05-14.2" for a second that day. */
export function caseKey(happenedOn: CalendarDate, known: readonly string[]): string {
  for (let n = 1; ; n++) {
    const key = n === 1 ? happenedOn : `${happenedOn}.${n}`;
    if (!known.includes(key)) return key;
  }
}
