import { describe, expect, it } from 'vitest';
import { parseDue } from './due-phrases.ts';

const PLAN_YEAR = 2024;

/** A spec in a few words: its type, and what names its day or its period. */
function said(text: string): string {
  const { spec } = parseDue(text, { planYear: PLAN_YEAR });
  if (spec === null) return 'unknown';
  if (spec.type === 'date') return `${spec.exclusive ? 'before ' : ''}${spec.on}`;
  if (spec.type === 'period_end') return `${spec.period} ${spec.index} ${spec.year}`;
  if (spec.type === 'recurring') return `every ${spec.every}`;
  if (spec.type === 'window') return `${spec.from} to ${spec.to}`;
  return spec.type;
}

describe('parseDue over what offices shorten', () => {
  it.each([
    ['Q2/2024', 'quarter 2 2024'],
    ['Q.II/2024', 'quarter 2 2024'],
    ['QIV', 'quarter 4 2024'],
    ['Quý 02/2024', 'quarter 2 2024'],
    ['quý II-III/2024', 'quarter 3 2024'],
    ['T6/2024', 'month 6 2024'],
    ['T.6', 'month 6 2024'],
    ['T6-T8/2024', 'month 8 2024'],
    ['6-2024', 'month 6 2024'],
    ['Tháng sáu', 'month 6 2024'],
    ['Tháng mười hai/2024', 'month 12 2024'],
    ['Tháng 6 và tháng 12 hằng năm', 'month 12 2024'],
    ['giữa năm', 'half 1 2024'],
    ['30/6/24', '2024-06-30'],
    ['Không quá ngày 30/6/2024', '2024-06-30'],
    ['15/6 và 15/12', '2024-12-15'],
    ['Từ ngày 1 đến ngày 15/7/2024', '07-01 to 07-15'],
    ['01/9–14/12', '09-01 to 12-14'],
    ['2024-06-30', '2024-06-30'],
    ['TX', 'every null'],
    ['T/x', 'every null'],
    ['Thường xuyên cả năm', 'every null'],
    ['06 tháng/lần', 'every half'],
    ['02 lần/năm', 'every half'],
    ['Ngày 15 của tháng cuối quý', 'every quarter'],
  ])('reads “%s” as %s', (text, expected) => expect(said(text)).toBe(expected));

  it.each([
    ['tuần đầu tháng 7', '2024-07-07'],
    ['Trong tuần thứ hai tháng 7/2024', '2024-07-14'],
    ['giữa tháng 7', '2024-07-15'],
  ])('takes the last day of “%s” and says so', (text, day) => {
    expect(said(text)).toBe(day);
    expect(parseDue(text, { planYear: PLAN_YEAR }).problems.map(({ code }) => code)).toEqual([
      'due_understood',
    ]);
  });

  it.each(['tháng sau', 'thang sau', 'T13', 'Q5/2024', 'Quý V'])('does not guess “%s”', (text) =>
    expect(said(text)).toBe('unknown'),
  );
});
