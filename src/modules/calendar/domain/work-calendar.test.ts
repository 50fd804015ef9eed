import { describe, expect, test } from 'vitest';
import holidays from '../../../../reference/holidays/vn-2023-2027.json' with { type: 'json' };
import { calendarDate, isoWeekday } from '../../../kernel/dates.ts';
import { shippedCalendar } from '../shipped.ts';
import { holidaysSchema, parseHolidays } from './work-calendar.ts';

const cal = shippedCalendar();

describe('the shipped holidays', () => {
  test('satisfy their schema and keep their version and sources', () => {
    const file = holidaysSchema.parse(holidays);
    expect(file.version).toBe('2026-11-23');
    expect(file.sources.map((source) => source.year)).toEqual([2023, 2024, 2025, 2026, 2027]);
  });

  test('have the weekdays off that the yearly decisions announce', () => {
    const weekdaysOff = (year: string) =>
      [...cal.daysOff.keys()].filter((date) => date.startsWith(year) && isoWeekday(date) < 6);
    expect(['2023', '2024', '2025', '2026', '2027'].map((year) => weekdaysOff(year).length)).toEqual([
      11, 12, 12, 13, 11,
    ]);
    expect(weekdaysOff('2024')).toContain('2024-04-29');
  });

  test('have the announced make-up Saturdays', () => {
    expect([...cal.makeup.keys()]).toEqual(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22']);
  });

  test('hold Culture Day back as pending, not as a day off', () => {
    const day = calendarDate('2026-11-24');
    expect(cal.pending.has(day)).toBe(true);
    expect(cal.daysOff.has(day)).toBe(false);
  });
});

describe('a holidays file is refused', () => {
  const refusal = (change: object) => {
    const result = holidaysSchema.safeParse({ ...holidays, ...change });
    return result.success ? 'accepted' : result.error.issues.map((issue) => issue.message).join('; ');
  };
  const makeup = (date: string, replaces: string) => ({ date, replaces, status: 'CONFIRMED' });

  test.each([
    ['a make-up day on a weekday', { makeup: [makeup('2024-05-03', '2024-04-29')] }, 'already a working day'],
    ['a make-up day for an ordinary day', { makeup: [makeup('2024-05-04', '2024-04-26')] }, 'not a swapped'],
    ['a swapped day that nothing makes up', { makeup: [] }, 'has no make-up day'],
    ['a date listed twice', { pending: [{ date: '2024-02-12', vi: 'Tết', en: 'Tết' }] }, 'listed twice'],
    ['a date outside its years', { coversTo: '2026-12-31' }, 'outside the covered years'],
    ['years in the wrong order', { coversFrom: '2028-01-01' }, 'before coversFrom'],
    ['a coverage of millennia', { coversFrom: '0001-01-01' }, 'more than a century'],
    ['a week without a working day', { weekend: [1, 2, 3, 4, 5, 6, 7] }, 'Too big'],
  ])('%s', (_name, change, reason) => {
    expect(refusal(change)).toContain(reason);
  });

  test('a date that does not exist, by throwing', () => {
    expect(() => parseHolidays({ ...holidays, coversTo: '2027-02-30' })).toThrow();
  });
});
