import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import type { DueSpec } from './due.ts';
import { parseDue } from './due-phrases.ts';
import { dueOfNextYear, namesYear, shiftDue, yearsLater } from './next-year.ts';

const next = (dueWords: string) => {
  const { spec } = parseDue(dueWords, { planYear: 2024 });
  return dueOfNextYear({ due: spec, dueWords }, 2024, 1);
};

describe('a due of the next year', () => {
  it.each([
    ['Trước ngày 05/7/2024', 'Trước ngày 05/7/2025', { type: 'date', on: '2025-07-05', exclusive: true }],
    ['Quý II/2024', 'Quý II/2025', { type: 'period_end', period: 'quarter', year: 2025, index: 2 }],
    ['Quý III', 'Quý III', { type: 'period_end', period: 'quarter', year: 2025, index: 3 }],
  ])('“%s” becomes “%s”', (words, expected, due) => {
    expect(next(words)).toMatchObject({ dueWords: expected, due });
  });

  it.each(['Thường xuyên', 'Hằng quý', '15 ngày làm việc sau khi ban hành kế hoạch', 'Khi phát sinh'])(
    '“%s” names no year and stays as it is',
    (words) => {
      const { spec } = parseDue(words, { planYear: 2024 });
      expect(spec).not.toBeNull();
      expect(next(words)).toEqual({ due: spec, dueWords: words });
    },
  );

  it('29/02 becomes the last of February', () => {
    const due: DueSpec = { v: 1, type: 'date', on: calendarDate('2024-02-29') };
    expect(shiftDue(due, 1)).toMatchObject({ on: '2025-02-28' });
  });

  it('words that would not be understood as the moved due stay as they were written', () => {
    const due: DueSpec = { v: 1, type: 'date', on: calendarDate('2024-11-20') };
    expect(dueOfNextYear({ due, dueWords: 'Theo Công văn số 2024/UBND' }, 2024, 1)).toEqual({
      due: { ...due, on: '2025-11-20' },
      dueWords: 'Theo Công văn số 2024/UBND',
    });
  });

  it('a due moved there and back is the same, except that a leap day is lost', () => {
    const date = fc
      .tuple(
        fc.integer({ min: 2001, max: 2090 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(([y, m, d]) => calendarDate(`${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`));
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 5 }), (on, years) => {
        const due: DueSpec = { v: 1, type: 'date', on };
        expect(shiftDue(shiftDue(due, years), -years)).toEqual(due);
      }),
    );
  });
});

describe('a text that names a year', () => {
  it('is found, and its years are moved, without touching other numbers', () => {
    expect(namesYear('Nâng cao hiệu quả năm 2024', 2024)).toBe(true);
    expect(namesYear('Kế hoạch số 12024/KH', 2024)).toBe(false);
    expect(namesYear('giai đoạn 2021-2025', 2024)).toBe(false);
    expect(yearsLater('Kế hoạch số 2024/KH năm 2024, 120245 hộ', 1)).toBe(
      'Kế hoạch số 2025/KH năm 2025, 120245 hộ',
    );
  });
});
