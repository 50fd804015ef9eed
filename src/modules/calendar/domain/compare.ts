import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Message } from '../../../kernel/i18n.ts';
import type { DayStatus, WorkCalendar } from './work-calendar.ts';

/** What a calendar says of a day beyond its weekday. */
export interface DayFact {
  readonly kind: 'off' | 'makeup' | 'pending';
  /** The name of the day off; of a make-up day, the day it pays for stands in `replaces`. */
  readonly name?: Message;
  readonly replaces?: CalendarDate;
  readonly status: DayStatus;
}

export interface DayDifference {
  readonly date: CalendarDate;
  readonly before: DayFact | undefined;
  readonly after: DayFact | undefined;
}

/** What the calendar says of the day; `undefined` for an ordinary weekday or weekend. */
export function factOf(cal: WorkCalendar, date: CalendarDate): DayFact | undefined {
  const off = cal.daysOff.get(date);
  if (off) return { kind: 'off', name: { vi: off.vi, en: off.en }, status: off.status };
  const makeup = cal.makeup.get(date);
  if (makeup) return { kind: 'makeup', replaces: makeup.replaces, status: makeup.status };
  const pending = cal.pending.get(date);
  return pending && { kind: 'pending', name: pending, status: 'UNCONFIRMED' };
}

/** Every day the calendar says something of, in date order. */
export function datesListed(cal: WorkCalendar): CalendarDate[] {
  return [...new Set([...cal.daysOff.keys(), ...cal.makeup.keys(), ...cal.pending.keys()])].sort();
}

/** The days on which two calendars differ, in date order. */
export function differences(before: WorkCalendar, after: WorkCalendar): DayDifference[] {
  const dates = [...new Set([...datesListed(before), ...datesListed(after)])].sort();
  return dates
    .map((date) => ({ date, before: factOf(before, date), after: factOf(after, date) }))
    .filter((day) => JSON.stringify(day.before) !== JSON.stringify(day.after));
}
