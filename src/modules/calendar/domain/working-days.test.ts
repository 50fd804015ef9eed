import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countWorkingDays,
  firstWorkingDay,
  walkWorkingDays,
  worksOn,
} from '../../../../test/oracle/working-days.ts';
import { addDays, calendarDate } from '../../../kernel/dates.ts';
import { shippedCalendar } from '../shipped.ts';
import {
  addWorkingDays,
  isCovered,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
} from './working-days.ts';

const cal = shippedCalendar();
const d = calendarDate;

/** Dates from 2021 to 2029: the covered years and two uncovered ones on either side. */
const anyDate = fc.integer({ min: 0, max: 9 * 365 }).map((days) => addDays(d('2021-01-01'), days));
const anyCount = fc.integer({ min: -400, max: 400 });
const positive = fc.integer({ min: 1, max: 400 });

describe('working days', () => {
  test.each([
    ['no holiday between', '2024-01-15', 15, '2024-02-05'],
    ['across Tết 2024', '2024-01-22', 15, '2024-02-19'],
    ['from the week before Tết', '2024-02-05', 15, '2024-03-04'],
    ['across Tết 2025', '2025-01-20', 15, '2025-02-17'],
    ['across Tết 2026', '2026-02-05', 15, '2026-03-05'],
    ['across Hùng Kings, 30/4, 1/5 and the make-up 04/5', '2024-04-12', 15, '2024-05-08'],
    ['across the make-up 26/4/2025', '2025-04-18', 15, '2025-05-13'],
    ['across National Day', '2024-08-20', 15, '2024-09-12'],
    ['across the make-up 22/8/2026 and National Day', '2026-08-17', 15, '2026-09-09'],
    ['across New Year 2026', '2025-12-29', 5, '2026-01-07'],
    ['ending on the make-up Saturday 10/01/2026', '2026-01-05', 5, '2026-01-10'],
    ['the day after is the make-up Saturday 04/5', '2024-05-03', 1, '2024-05-04'],
    ['an ordinary week-end', '2024-06-28', 5, '2024-07-05'],
    ['backwards, excluding the day itself', '2024-07-05', -5, '2024-06-28'],
    ['backwards across Tết', '2024-02-19', -3, '2024-02-07'],
  ])('%s: %s and %i days give %s', (_name, from, n, on) => {
    expect(addWorkingDays(cal, d(from), n)).toBe(on);
  });

  test('a make-up Saturday is worked, the day it pays for is not', () => {
    expect(isWorkingDay(cal, d('2024-05-04'))).toBe(true);
    expect(isWorkingDay(cal, d('2024-04-29'))).toBe(false);
    expect(isWorkingDay(cal, d('2024-05-11'))).toBe(false);
  });

  test('the first day is excluded and the last is included', () => {
    expect(workingDaysBetween(cal, d('2024-06-24'), d('2024-06-24'))).toBe(0);
    expect(workingDaysBetween(cal, d('2024-06-24'), d('2024-06-25'))).toBe(1);
    expect(workingDaysBetween(cal, d('2024-06-28'), d('2024-07-01'))).toBe(1);
    expect(workingDaysBetween(cal, d('2024-07-01'), d('2024-06-28'))).toBe(-1);
  });

  test('no working days is plain 0 in both directions, also at the edge of the covered years', () => {
    expect(workingDaysBetween(cal, d('2023-01-01'), d('2022-12-31'))).toBe(0);
    expect(workingDaysBetween(cal, d('2022-12-31'), d('2023-01-01'))).toBe(0);
  });

  test('coverage names exactly the years the calendar knows', () => {
    expect(isCovered(cal, d('2023-01-01'), d('2027-12-31'))).toBe(true);
    expect(isCovered(cal, d('2022-12-31'), d('2023-01-05'))).toBe(false);
    expect(isCovered(cal, d('2027-12-31'), d('2028-01-01'))).toBe(false);
  });

  test('a count that is not a whole number is refused', () => {
    expect(() => addWorkingDays(cal, d('2024-01-22'), 1.5)).toThrow(RangeError);
    expect(() => addWorkingDays(cal, d('2024-01-22'), Number.NaN)).toThrow(RangeError);
  });
});

describe('for every date and count', () => {
  test('the table agrees with walking day by day', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyCount, (a, b, n) => {
        expect(isWorkingDay(cal, a)).toBe(worksOn(cal, a));
        expect(addWorkingDays(cal, a, n)).toBe(walkWorkingDays(cal, a, n));
        expect(workingDaysBetween(cal, a, b)).toBe(countWorkingDays(cal, a, b));
        expect(nextWorkingDay(cal, a)).toBe(firstWorkingDay(cal, a, 1));
        expect(previousWorkingDay(cal, a)).toBe(firstWorkingDay(cal, a, -1));
      }),
      { numRuns: 300 },
    );
  });

  test('one more working day is always later', () => {
    fc.assert(
      fc.property(anyDate, positive, (from, n) => {
        expect(addWorkingDays(cal, from, n + 1) > addWorkingDays(cal, from, n)).toBe(true);
        expect(addWorkingDays(cal, from, -n - 1) < addWorkingDays(cal, from, -n)).toBe(true);
      }),
    );
  });

  test('a later event never has an earlier deadline', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(30), anyCount, (from, later, n) => {
        expect(addWorkingDays(cal, addDays(from, later), n) >= addWorkingDays(cal, from, n)).toBe(true);
      }),
    );
  });

  test('counting undoes adding', () => {
    fc.assert(
      fc.property(anyDate, positive, (from, n) => {
        expect(workingDaysBetween(cal, from, addWorkingDays(cal, from, n))).toBe(n);
        const worked = nextWorkingDay(cal, from);
        expect(workingDaysBetween(cal, worked, addWorkingDays(cal, worked, -n))).toBe(-n);
        expect(addWorkingDays(cal, addWorkingDays(cal, worked, n), -n)).toBe(worked);
      }),
    );
  });

  test('counts are antisymmetric and add up', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
        const count = (from: typeof a, to: typeof a) => workingDaysBetween(cal, from, to);
        expect(count(a, b) + count(b, a)).toBe(0);
        expect(count(a, b) + count(b, c)).toBe(count(a, c));
      }),
    );
  });
});
