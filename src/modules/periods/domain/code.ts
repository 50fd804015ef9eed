import { addDays, type CalendarDate, dateOf, endOfMonth, isCalendarDate } from '../../../kernel/dates.ts';
import type { PeriodKind } from './period.ts';

/**
 * The name of a period in data and addresses: `2024`, `2024-H1`, `2024-Q2`, `2024-M06`, or the days of a window
 * `2024-12-15..2025-03-14`. `index` is 1-based within the year.
 */
export type PeriodCode =
  | { readonly kind: Exclude<PeriodKind, 'window'>; readonly year: number; readonly index: number }
  | { readonly kind: 'window'; readonly fromOn: CalendarDate; readonly toOn: CalendarDate };

/** How many of a kind a year has. */
export const A_YEAR: Readonly<Record<Exclude<PeriodKind, 'window'>, number>> = {
  month: 12,
  quarter: 4,
  half: 2,
  year: 1,
};

const LETTERS = { half: 'H', quarter: 'Q' } as const;
const ADX_LETTERS = { half: 'S', quarter: 'Q' } as const;
const two = (n: number): string => String(n).padStart(2, '0');

export function formatCode(code: PeriodCode): string {
  if (code.kind === 'window') return `${code.fromOn}..${code.toOn}`;
  if (code.kind === 'year') return String(code.year);
  if (code.kind === 'month') return `${code.year}-M${two(code.index)}`;
  return `${code.year}-${LETTERS[code.kind]}${code.index}`;
}

/** Reads a code; `undefined` when it is none, or names a quarter 5 or a window that ends before it begins. */
export function parseCode(text: string): PeriodCode | undefined {
  const window = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(text);
  if (window) return windowOfDays(window[1] ?? '', window[2] ?? '');
  const match = /^(\d{4})(?:-(?:H([12])|Q([1-4])|M(0[1-9]|1[0-2])))?$/.exec(text);
  if (!match) return undefined;
  const [, year, half, quarter, month] = match;
  if (half) return { kind: 'half', year: Number(year), index: Number(half) };
  if (quarter) return { kind: 'quarter', year: Number(year), index: Number(quarter) };
  if (month) return { kind: 'month', year: Number(year), index: Number(month) };
  return { kind: 'year', year: Number(year), index: 1 };
}

function windowOfDays(fromOn: string, toOn: string): PeriodCode | undefined {
  if (!isCalendarDate(fromOn) || !isCalendarDate(toOn) || fromOn > toOn) return undefined;
  return { kind: 'window', fromOn, toOn };
}

/** The id that ADX and DHIS2 give the period: `2024S1`, `2024Q2`, `202406`, `2024`; a window is an ISO 8601 interval. */
export function adxOf(code: PeriodCode): string {
  if (code.kind === 'window') return `${code.fromOn}/${code.toOn}`;
  if (code.kind === 'year') return String(code.year);
  if (code.kind === 'month') return `${code.year}${two(code.index)}`;
  return `${code.year}${ADX_LETTERS[code.kind]}${code.index}`;
}

/** Reads an ADX id; `undefined` when it is none of the forms that `adxOf` writes. */
export function parseAdx(text: string): PeriodCode | undefined {
  const window = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec(text);
  if (window) return windowOfDays(window[1] ?? '', window[2] ?? '');
  const match = /^(\d{4})(?:S([12])|Q([1-4])|(0[1-9]|1[0-2]))?$/.exec(text);
  if (!match) return undefined;
  const [, year, half, quarter, month] = match;
  const tail = half ? `-H${half}` : quarter ? `-Q${quarter}` : month ? `-M${month}` : '';
  return parseCode(`${year}${tail}`);
}

/** The days of a period by the calendar year: 01/01–30/6 for the first half. */
export function daysOf(code: PeriodCode): { readonly fromOn: CalendarDate; readonly toOn: CalendarDate } {
  if (code.kind === 'window') return { fromOn: code.fromOn, toOn: code.toOn };
  const months = 12 / A_YEAR[code.kind];
  const fromOn = dateOf(code.year, (code.index - 1) * months + 1, 1);
  if (!fromOn) throw new RangeError(`no such period: ${formatCode(code)}`);
  return { fromOn, toOn: endOfMonth(code.year, code.index * months) };
}

/** The period of the same kind just before: 2024-Q1 → 2023-Q4; for a window the same days a year earlier. */
export function previousCode(code: PeriodCode): PeriodCode {
  if (code.kind === 'window') return sameLastYear(code);
  const { kind, year, index } = code;
  return index > 1 ? { kind, year, index: index - 1 } : { kind, year: year - 1, index: A_YEAR[kind] };
}

/** The same period a year earlier. */
export function sameLastYear(code: PeriodCode): PeriodCode {
  if (code.kind !== 'window') return { ...code, year: code.year - 1 };
  return { kind: 'window', fromOn: yearEarlier(code.fromOn), toOn: yearEarlier(code.toOn) };
}

function yearEarlier(on: CalendarDate): CalendarDate {
  const text = `${String(Number(on.slice(0, 4)) - 1).padStart(4, '0')}${on.slice(4)}`;
  // 29/02 of a leap year is the last day of February of the year before.
  return isCalendarDate(text) ? text : addDays(on, -366);
}
