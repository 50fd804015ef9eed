import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockStandingOn, manualClock } from './clock.ts';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  dateOf,
  dayOf,
  daysBetween,
  endOfMonth,
  formatDate,
  formatInstant,
  isCalendarDate,
  isoWeekday,
  monthOf,
  parseVietnameseDate,
  startOfVietnamDay,
  vietnamDate,
  yearOf,
} from './dates.ts';

const DAY_MS = 86_400_000;
const anyDate = fc
  .integer({ min: Date.UTC(1900, 0, 1) / DAY_MS, max: Date.UTC(2199, 11, 31) / DAY_MS })
  .map((day) => calendarDate(new Date(day * DAY_MS).toISOString().slice(0, 10)));

describe('calendar dates', () => {
  it('refuses days that do not exist and every other form', () => {
    for (const text of [
      '2024-02-30',
      '2023-02-29',
      '2024-13-01',
      '2024-00-10',
      '2024-1-1',
      '24-01-01',
      '',
      'x',
    ])
      expect(isCalendarDate(text), text).toBe(false);
    expect(isCalendarDate('2024-02-29')).toBe(true);
    expect(() => calendarDate('2024-02-30')).toThrow(RangeError);
    expect(dateOf(2024, 2, 30)).toBeUndefined();
  });

  it('sorts as text, and its parts give it back', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
        expect(dateOf(yearOf(a), monthOf(a), dayOf(a))).toBe(a);
      }),
    );
  });

  it('adding days is counted back by the days between, and moves the weekday along', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(daysBetween(date, moved)).toBe(days);
        expect((((isoWeekday(moved) - isoWeekday(date) - days) % 7) + 7) % 7).toBe(0);
      }),
    );
    expect(isoWeekday(calendarDate('2024-06-24'))).toBe(1);
    expect(isoWeekday(calendarDate('1969-12-28'))).toBe(7);
  });

  it('reads what offices write and nothing that does not exist', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(parseVietnameseDate(` ${formatDate(date)} `)).toBe(date);
        expect(parseVietnameseDate(`${dayOf(date)}-${monthOf(date)}-${yearOf(date)}`)).toBe(date);
        expect(parseVietnameseDate(date)).toBe(date);
      }),
    );
    for (const text of ['31/02/2024', '1/1/24', '2024/01/01', '1/1/2024 8:00', ''])
      expect(parseVietnameseDate(text), text).toBeUndefined();
  });

  it('the last day of a month is followed by the first of the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const last = endOfMonth(year, month);
        expect(monthOf(last)).toBe(month);
        expect(dayOf(addDays(last, 1))).toBe(1);
      }),
    );
  });
});

describe('instants in Vietnam', () => {
  it('a day begins at 17:00 UTC of the day before, and every instant of it falls on it', () => {
    expect(vietnamDate(new Date('2024-06-23T16:59:59.999Z'))).toBe('2024-06-23');
    expect(vietnamDate(new Date('2024-06-23T17:00:00Z'))).toBe('2024-06-24');
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: DAY_MS - 1 }), (date, ms) => {
        expect(vietnamDate(new Date(startOfVietnamDay(date).getTime() + ms))).toBe(date);
      }),
    );
  });

  it('is written the way offices write it, in Vietnam’s time', () => {
    expect(formatInstant(new Date('2024-06-24T02:05:00Z'))).toBe('24/06/2024 09:05');
    expect(formatInstant(new Date('2024-06-24T18:05:00Z'))).toBe('25/06/2024 01:05');
  });
});

describe('clocks', () => {
  it('a clock standing on a day keeps its date while the time of day runs', () => {
    const day = '2024-06-24' as CalendarDate;
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (real) => {
          const standing = clockStandingOn(day, manualClock(real));
          expect(standing.today()).toBe(day);
          expect(vietnamDate(standing.now())).toBe(day);
          expect(formatInstant(standing.now()).slice(11)).toBe(formatInstant(real).slice(11));
        },
      ),
    );
  });

  it('a manual clock moves only by hand', () => {
    const clock = manualClock(new Date('2024-06-24T02:00:00Z'));
    clock.advance(15 * 3_600_000);
    expect(clock.today()).toBe('2024-06-25');
    clock.set(new Date('2024-01-01T00:00:00Z'));
    expect(clock.now().toISOString()).toBe('2024-01-01T00:00:00.000Z');
  });
});
