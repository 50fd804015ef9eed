import { addDays, type CalendarDate, isoWeekday } from '../../src/kernel/dates.ts';
import type { WorkCalendar } from '../../src/modules/calendar/domain/work-calendar.ts';

/** Working days found the slow, obvious way: one day at a time, looking each day up. */
export function worksOn(cal: WorkCalendar, date: CalendarDate): boolean {
  if (cal.makeup.has(date)) return true;
  return !cal.daysOff.has(date) && !cal.weekend.includes(isoWeekday(date));
}

export function walkWorkingDays(cal: WorkCalendar, from: CalendarDate, n: number): CalendarDate {
  const step = n < 0 ? -1 : 1;
  let date = from;
  let left = Math.abs(n);
  while (left > 0) {
    date = addDays(date, step);
    if (worksOn(cal, date)) left--;
  }
  return date;
}

export function countWorkingDays(cal: WorkCalendar, from: CalendarDate, to: CalendarDate): number {
  if (to < from) return 0 - countWorkingDays(cal, to, from);
  let count = 0;
  for (let date = from; date < to; ) {
    date = addDays(date, 1);
    if (worksOn(cal, date)) count++;
  }
  return count;
}

export function firstWorkingDay(cal: WorkCalendar, from: CalendarDate, step: 1 | -1): CalendarDate {
  let date = from;
  while (!worksOn(cal, date)) date = addDays(date, step);
  return date;
}
