import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../kernel/dates.ts';
import { currentPeriod, type DatedPeriod } from './current-period.ts';

type Named = DatedPeriod & { readonly code: string };

const period = (
  code: string,
  fromOn: string,
  toOn: string,
  dueOn: string,
  planId: string | null = null,
): Named => ({
  code,
  fromOn: calendarDate(fromOn),
  toOn: calendarDate(toOn),
  dueOn: calendarDate(dueOn),
  planId,
});

const PLAN = [
  period('2024-H1', '2024-01-01', '2024-06-30', '2024-07-04', 'plan'),
  period('2024-H2', '2024-07-01', '2024-12-31', '2025-01-06', 'plan'),
  period('2024', '2024-01-01', '2024-12-31', '2025-01-06', 'plan'),
];
const CALENDAR = [
  period('2024-M05', '2024-05-01', '2024-05-31', '2024-06-05'),
  period('2024-M06', '2024-06-01', '2024-06-30', '2024-07-04'),
  period('2024-Q2', '2024-04-01', '2024-06-30', '2024-07-04'),
  period('2024-M07', '2024-07-01', '2024-07-31', '2024-08-05'),
  period('2024-Q3', '2024-07-01', '2024-09-30', '2024-10-04'),
];

const on = (day: string, periods: readonly Named[]): string | undefined =>
  currentPeriod(periods, calendarDate(day))?.code;

describe('the period that is current', () => {
  it.each([
    ['2024-06-24', '2024-H1', 'the half that ends next, not the year that holds it'],
    ['2024-06-30', '2024-H1', 'its last day'],
    ['2024-07-01', '2024-H1', 'it has ended and its report is due'],
    ['2024-07-04', '2024-H1', 'the last day in time'],
    ['2024-07-05', '2024', 'past due: of those that end next on one day, the longest'],
    ['2024-12-31', '2024', 'the last day of the year'],
    ['2025-01-06', '2024', 'the year has ended and is due'],
    ['2025-01-07', '2024', 'nothing is under way: the last there was'],
  ])('on %s is %s: %s', (day, code) => {
    expect(on(day, PLAN)).toBe(code);
    expect(on(day, PLAN.toReversed())).toBe(code);
  });

  it.each([
    ['2024-05-31', '2024-M05'],
    ['2024-06-01', '2024-M05'],
    ['2024-06-05', '2024-M05'],
    ['2024-06-06', '2024-Q2'],
    ['2024-07-04', '2024-Q2'],
    ['2024-07-05', '2024-M07'],
    ['2024-08-06', '2024-Q3'],
  ])('on %s, where no plan asks, is %s', (day, code) => {
    expect(on(day, CALENDAR)).toBe(code);
  });

  it.each([
    ['2024-06-06', '2024-H1'],
    ['2024-07-04', '2024-H1'],
    ['2024-07-05', '2024'],
    ['2025-01-06', '2024'],
  ])('on %s is what a plan asks for before months that nobody asked for: %s', (day, code) => {
    expect(on(day, [...CALENDAR, ...PLAN])).toBe(code);
  });

  it('falls back to periods that no plan asks for once those of plans are over', () => {
    const next = period('2025-H1', '2025-01-01', '2025-06-30', '2025-07-04');
    expect(on('2025-01-06', [...PLAN, next])).toBe('2024');
    expect(on('2025-01-07', [...PLAN, next])).toBe('2025-H1');
  });

  it('is none before any has begun', () => {
    expect(on('2023-12-31', PLAN)).toBeUndefined();
    expect(on('2024-06-24', [])).toBeUndefined();
  });

  it('has begun, whatever there is, and does not depend on the order', () => {
    const day = calendarDate('2024-01-01');
    const arbitrary = fc.uniqueArray(
      fc.tuple(fc.nat(400), fc.nat(200), fc.nat(30), fc.boolean()).map(([from, length, due, isPlan]) => {
        const fromOn = addDays(day, from);
        const toOn = addDays(fromOn, length);
        return {
          code: `${from}-${length}-${isPlan}`,
          fromOn,
          toOn,
          dueOn: addDays(toOn, due),
          planId: isPlan ? 'plan' : null,
        };
      }),
      { selector: ({ code }) => code, maxLength: 12 },
    );
    fc.assert(
      fc.property(arbitrary, fc.nat(700), (periods, days) => {
        const today = addDays(day, days);
        const found = currentPeriod(periods, today);
        expect(found === undefined).toBe(periods.every(({ fromOn }) => fromOn > today));
        if (found) expect(found.fromOn <= today).toBe(true);
        expect(currentPeriod(periods.toReversed(), today)?.code).toBe(found?.code);
      }),
    );
  });
});
