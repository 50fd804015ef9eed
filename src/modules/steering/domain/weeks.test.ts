import { describe, expect, it } from 'vitest';
import { calendarDate, isoWeekday } from '../../../kernel/dates.ts';
import { isFirstOfWeek, mondayOf, weeksBefore } from './weeks.ts';

describe('weeks', () => {
  it('before a day are the same weekday, the oldest first, without the day itself', () => {
    expect(weeksBefore(calendarDate('2024-06-24'), 3)).toEqual(['2024-06-03', '2024-06-10', '2024-06-17']);
  });

  it('begin on Monday', () => {
    for (const day of ['2024-06-24', '2024-06-26', '2024-06-30'])
      expect(mondayOf(calendarDate(day))).toBe('2024-06-24');
  });

  it('have one first working day, Monday or the day after a holiday', () => {
    const works = (day: string): boolean => isoWeekday(calendarDate(day)) < 6 && day !== '2024-06-24';
    const first = ['2024-06-23', '2024-06-24', '2024-06-25', '2024-06-26', '2024-06-29'].filter((day) =>
      isFirstOfWeek(calendarDate(day), works),
    );
    expect(first).toEqual(['2024-06-25']);
  });
});
