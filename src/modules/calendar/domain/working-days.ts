import { addDays, type CalendarDate, calendarDate, daysBetween } from '../../../kernel/dates.ts';
import type { WorkCalendar } from './work-calendar.ts';

/**
 * Counting working days (BLDS 2015 Đ147.2–3: the day of the event is not counted; BLLĐ 2019 Đ111, Đ112: which days are
 * off). Every function answers at once for any date. Outside `coversFrom`–`coversTo` only weekends are known:
 * `computeDeadline` says so in a warning, other callers ask `isCovered`.
 */

/** 1970-01-05, a Monday, is day 0: the ISO weekday of day n is n mod 7 + 1. */
const MONDAY = calendarDate('1970-01-05');

const numberOf = (date: CalendarDate): number => daysBetween(MONDAY, date);
const dateOfNumber = (day: number): CalendarDate => addDays(MONDAY, day);

/** Running counts over the covered days, so that a question costs one look-up each way. */
interface Ledger {
  readonly first: number;
  readonly last: number;
  /** `upTo[i]`: working days from `first` to `first + i`, both included. */
  readonly upTo: Int32Array;
  /** Every covered working day, in order. */
  readonly working: Int32Array;
  /** By weekday, Monday first: is it a working day where no holiday is known? */
  readonly week: readonly boolean[];
  readonly perWeek: number;
}

const ledgers = new WeakMap<WorkCalendar, Ledger>();

function ledgerOf(cal: WorkCalendar): Ledger {
  let ledger = ledgers.get(cal);
  if (!ledger) {
    ledger = buildLedger(cal);
    ledgers.set(cal, ledger);
  }
  return ledger;
}

function buildLedger(cal: WorkCalendar): Ledger {
  const first = numberOf(cal.coversFrom);
  const last = numberOf(cal.coversTo);
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => !cal.weekend.includes(weekday));
  const upTo = new Int32Array(last - first + 1);
  const working: number[] = [];
  for (let day = first; day <= last; day++) {
    const date = dateOfNumber(day);
    if (cal.makeup.has(date) || (isWeekWorking(week, day) && !cal.daysOff.has(date))) working.push(day);
    upTo[day - first] = working.length;
  }
  return { first, last, upTo, working: Int32Array.from(working), week, perWeek: week.filter(Boolean).length };
}

function isWeekWorking(week: readonly boolean[], day: number): boolean {
  return week[((day % 7) + 7) % 7] ?? false;
}

/** Weekdays in `first`–`last`, both included, holidays unknown. */
function weekdaysIn(ledger: Ledger, first: number, last: number): number {
  if (last < first) return 0;
  const weeks = Math.floor((last - first + 1) / 7);
  let count = weeks * ledger.perWeek;
  for (let day = first + weeks * 7; day <= last; day++) if (isWeekWorking(ledger.week, day)) count++;
  return count;
}

/** The `n`-th weekday (n ≥ 1) met when walking from `start`, itself included, in `step` direction. */
function nthWeekday(ledger: Ledger, start: number, n: number, step: 1 | -1): number {
  const weeks = Math.floor((n - 1) / ledger.perWeek);
  let left = n - weeks * ledger.perWeek;
  let day = start + step * weeks * 7;
  for (; ; day += step) {
    if (isWeekWorking(ledger.week, day)) left--;
    if (left === 0) return day;
  }
}

/** Working days from the first covered day to `day`; zero or negative before it (subtracting from 0 avoids −0). */
function rankOf(ledger: Ledger, day: number): number {
  if (day < ledger.first) return 0 - weekdaysIn(ledger, day + 1, ledger.first - 1);
  if (day > ledger.last) return ledger.working.length + weekdaysIn(ledger, ledger.last + 1, day);
  return ledger.upTo[day - ledger.first] ?? 0;
}

/** The working day whose rank is `rank`. */
function dayOfRank(ledger: Ledger, rank: number): number {
  const covered = ledger.working.length;
  if (rank > covered) return nthWeekday(ledger, ledger.last + 1, rank - covered, 1);
  if (rank < 1) return nthWeekday(ledger, ledger.first - 1, 1 - rank, -1);
  return ledger.working[rank - 1] ?? ledger.first;
}

/** True when every day from `from` to `to` has known holidays. */
export function isCovered(cal: WorkCalendar, from: CalendarDate, to: CalendarDate): boolean {
  return from >= cal.coversFrom && to <= cal.coversTo;
}

/** True for a day on which state offices work: a make-up day, or a weekday that is not a day off. */
export function isWorkingDay(cal: WorkCalendar, date: CalendarDate): boolean {
  const ledger = ledgerOf(cal);
  const day = numberOf(date);
  return rankOf(ledger, day) > rankOf(ledger, day - 1);
}

/**
 * The `n`-th working day after `from`, which is not counted itself; the |n|-th one before it when `n` is negative;
 * `from` itself when `n` is 0. Throws `RangeError` unless `n` is a whole number.
 */
export function addWorkingDays(cal: WorkCalendar, from: CalendarDate, n: number): CalendarDate {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number of working days: ${n}`);
  if (n === 0) return from;
  const ledger = ledgerOf(cal);
  const day = numberOf(from);
  const rank = n > 0 ? rankOf(ledger, day) + n : rankOf(ledger, day - 1) + 1 + n;
  return dateOfNumber(dayOfRank(ledger, rank));
}

/**
 * Working days after `from` up to and including `to`; negative when `to` is earlier, so that
 * `between(a, b) === -between(b, a)` and stretches add up.
 */
export function workingDaysBetween(cal: WorkCalendar, from: CalendarDate, to: CalendarDate): number {
  const ledger = ledgerOf(cal);
  return rankOf(ledger, numberOf(to)) - rankOf(ledger, numberOf(from));
}

/** `date` if offices work on it, else the first working day after it. */
export function nextWorkingDay(cal: WorkCalendar, date: CalendarDate): CalendarDate {
  const ledger = ledgerOf(cal);
  return dateOfNumber(dayOfRank(ledger, rankOf(ledger, numberOf(date) - 1) + 1));
}

/** `date` if offices work on it, else the last working day before it. */
export function previousWorkingDay(cal: WorkCalendar, date: CalendarDate): CalendarDate {
  const ledger = ledgerOf(cal);
  return dateOfNumber(dayOfRank(ledger, rankOf(ledger, numberOf(date))));
}
