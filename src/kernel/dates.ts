/**
 * Civil dates. A `CalendarDate` is a day in the Vietnamese calendar of offices (Asia/Ho_Chi_Minh), written
 * `YYYY-MM-DD`, with no time and no zone, so it sorts as text and survives every trip through JSON and SQL `date`.
 */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' };

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Vietnam has had one zone without summer time since 1975: UTC+7. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** True for an existing day written `YYYY-MM-DD` (2024-02-30 is refused). */
export function isCalendarDate(text: string): text is CalendarDate {
  const match = ISO.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const utc = new Date(Date.UTC(year, month - 1, day));
  return utc.getUTCFullYear() === year && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day;
}

/** Parses `YYYY-MM-DD`; throws `RangeError` on anything else. For user input use `parseVietnameseDate`. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`not a calendar date: ${text}`);
  return text;
}

/** Builds a date from numbers (month 1–12); `undefined` when the day does not exist. */
export function dateOf(year: number, month: number, day: number): CalendarDate | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCalendarDate(text) ? text : undefined;
}

/** Reads `dd/mm/yyyy`, `d-m-yyyy`, `dd.mm.yyyy` or ISO; `undefined` when it is none of these or does not exist. */
export function parseVietnameseDate(text: string): CalendarDate | undefined {
  const trimmed = text.trim();
  if (isCalendarDate(trimmed)) return trimmed;
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed);
  return match ? dateOf(Number(match[3]), Number(match[2]), Number(match[1])) : undefined;
}

function toDayNumber(date: CalendarDate): number {
  return Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / DAY_MS;
}

function fromDayNumber(dayNumber: number): CalendarDate {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10) as CalendarDate;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export function isoWeekday(date: CalendarDate): number {
  return ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** Month 1–12. */
export function monthOf(date: CalendarDate): number {
  return Number(date.slice(5, 7));
}

export function dayOf(date: CalendarDate): number {
  return Number(date.slice(8, 10));
}

/** Last day of the month (month 1–12). */
export function endOfMonth(year: number, month: number): CalendarDate {
  const utc = new Date(Date.UTC(year, month, 0));
  return utc.toISOString().slice(0, 10) as CalendarDate;
}

/** `24/06/2024`, the form used by Vietnamese offices. */
export function formatDate(date: CalendarDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** The day it is in Vietnam at `instant`. */
export function vietnamDate(instant: Date): CalendarDate {
  return new Date(instant.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10) as CalendarDate;
}

/** `24/06/2024 09:05` in Vietnam. */
export function formatInstant(instant: Date): string {
  const local = new Date(instant.getTime() + VIETNAM_OFFSET_MS).toISOString();
  return `${formatDate(local.slice(0, 10) as CalendarDate)} ${local.slice(11, 16)}`;
}

/** The instant a Vietnamese day begins. */
export function startOfVietnamDay(date: CalendarDate): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - VIETNAM_OFFSET_MS);
}

/** The first instant after a Vietnamese day: what was recorded before it had been recorded by the end of that day. */
export function endOfDay(date: CalendarDate): Date {
  return startOfVietnamDay(addDays(date, 1));
}
