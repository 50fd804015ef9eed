import type { CalendarDate } from '../../../kernel/dates.ts';
import { computeDeadline, type Deadline, type WorkCalendar } from '../../calendar/index.ts';
import type { EntryKind } from './progress.ts';

/** Who has to move now: the one who accepts after a claim, the unit after a return. */
export type ClockKind = 'answer' | 'redo';

/** A claim is answered, and returned work done again, within this time unless the return names a day. */
export const ANSWER_WORKING_DAYS = 5;
export const REDO_WORKING_DAYS = 5;

export interface Clock {
  readonly kind: ClockKind;
  readonly deadline: Deadline;
}

/** The clock that `kind` leaves running on `today`; `null` stops it. Being asked again gives no new time. */
export function clockAfter(
  kind: Exclude<EntryKind, 'ask'>,
  today: CalendarDate,
  calendar: WorkCalendar,
  redoBy: CalendarDate | null,
): Clock | null {
  const within = (amount: number): Deadline =>
    computeDeadline({ v: 1, type: 'after', bound: 'max', amount, unit: 'wd', from: today }, calendar);
  if (kind === 'claim') return { kind: 'answer', deadline: within(ANSWER_WORKING_DAYS) };
  if (kind === 'return') {
    const deadline =
      redoBy === null
        ? within(REDO_WORKING_DAYS)
        : computeDeadline({ v: 1, type: 'by', date: redoBy }, calendar);
    return { kind: 'redo', deadline };
  }
  return null;
}
