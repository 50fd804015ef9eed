import { type CalendarDate, formatDate, isoWeekday, yearOf } from '../../../kernel/dates.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { weekdays } from './messages.ts';
import type { DayStatus, WorkCalendar } from './work-calendar.ts';
import { workingDaysBetween } from './working-days.ts';

/** A run of days, both ends included; empty when `last` is before `first`. */
export interface Stretch {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/** Neighbouring days off of one occasion: Tết, 08/02 to 14/02. */
export interface Break extends Stretch {
  readonly occasion: Message;
}

/** The entries of a calendar map that lie in the stretch, in date order. */
export function entriesIn<T>(
  map: ReadonlyMap<CalendarDate, T>,
  { first, last }: Stretch,
): [CalendarDate, T][] {
  return [...map].filter(([date]) => date >= first && date <= last);
}

/**
 * Breaks in the stretch, of one status if given. A plain weekend is no break, but is spanned when it lies inside one;
 * a holiday that falls on a weekend and costs no weekday is left out.
 */
export function breaksIn(cal: WorkCalendar, stretch: Stretch, status?: DayStatus): Break[] {
  const runs: { found: Break; costsWeekday: boolean }[] = [];
  for (const [date, day] of entriesIn(cal.daysOff, stretch)) {
    if (status && day.status !== status) continue;
    const run = runs.at(-1);
    const costsWeekday = !cal.weekend.includes(isoWeekday(date));
    if (run?.found.occasion === day.occasion && workingDaysBetween(cal, run.found.last, date) === 0) {
      run.found = { ...run.found, last: date };
      run.costsWeekday ||= costsWeekday;
    } else {
      runs.push({ found: { occasion: day.occasion, first: date, last: date }, costsWeekday });
    }
  }
  return runs.filter((run) => run.costsWeekday).map((run) => run.found);
}

/** "08–14/02", "29/04–01/05"; with the year when asked, "08–14/02/2024", and always when the years differ. */
export function formatSpan({ first, last }: Stretch, withYear: boolean): string {
  const [from, to] = [formatDate(first), formatDate(last)];
  if (yearOf(first) !== yearOf(last)) return `${from}–${to}`;
  const end = withYear ? to : to.slice(0, 5);
  if (first === last) return end;
  const sameMonth = from.slice(3) === to.slice(3);
  return `${from.slice(0, sameMonth ? 2 : 5)}–${end}`;
}

const WEEKDAYS = [
  weekdays.monday,
  weekdays.tuesday,
  weekdays.wednesday,
  weekdays.thursday,
  weekdays.friday,
  weekdays.saturday,
];

export function weekdayName(date: CalendarDate): Message {
  return WEEKDAYS[isoWeekday(date) - 1] ?? weekdays.sunday;
}

/** Why nobody works on `date`: the day's own name, or the weekday when it is a plain weekend. */
export function reasonOff(cal: WorkCalendar, date: CalendarDate): Message {
  return cal.daysOff.get(date) ?? weekdayName(date);
}
