import { addDays, type CalendarDate, isoWeekday } from '../../../kernel/dates.ts';

/** How many weeks a trend looks back. */
export const TREND_WEEKS = 8;

/** The day of each week before `today`, the oldest first, without today itself. */
export function weeksBefore(today: CalendarDate, weeks = TREND_WEEKS): CalendarDate[] {
  return Array.from({ length: weeks }, (_, at) => addDays(today, -7 * (weeks - at)));
}

/** The Monday of a day's week. */
export function mondayOf(day: CalendarDate): CalendarDate {
  return addDays(day, 1 - isoWeekday(day));
}

/** Whether no day of the week before this one is worked: the day on which a brief of the week is written. */
export function isFirstOfWeek(day: CalendarDate, isWorking: (day: CalendarDate) => boolean): boolean {
  if (!isWorking(day)) return false;
  for (let before = mondayOf(day); before < day; before = addDays(before, 1))
    if (isWorking(before)) return false;
  return true;
}
