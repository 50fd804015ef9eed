import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import { addWorkingDays, shippedCalendar } from '../../calendar/index.ts';
import { type PublicBody, publicBodySchema } from '../../disclosure/index.ts';
import { budgetOf } from './budget.ts';
import { povertyYear } from './poverty-steps.ts';
import { comingFrom, everyDayOf, receptionsOf } from './reception.ts';

const label = { vi: 'x', en: 'x' };
const bodyOf = (fields: PublicBody['fields']): PublicBody =>
  publicBodySchema.parse({
    v: 1,
    name: label,
    about: label,
    officialForm: null,
    basis: [],
    basisStatus: 'CONFIRMED',
    dueOn: '2024-01-01',
    fields,
    personal: null,
    files: [],
    places: [],
    says: { seen: 0, notSeen: 0, wrong: 0 },
    answers: [],
    history: [],
    nil: null,
  });
const table = (
  key: string,
  rows: Record<string, string | number | null>[],
): PublicBody['fields'][number] => ({
  key,
  label,
  kind: 'table',
  columns: [],
  rows,
});
const line = (khoan_muc: string, du_toan: number | null, thuc_hien?: number | null) =>
  thuc_hien === undefined ? { khoan_muc, du_toan } : { khoan_muc, du_toan, thuc_hien };

describe('a budget form', () => {
  it('gives totals first and then each line that says an amount', () => {
    const budget = budgetOf(
      bodyOf([
        table('thu', [line('Tổng số thu', 100, 48), line('Phí', null, null), line('Thu khác', 5, 2)]),
        table('chi', [line('Tổng số chi', 90, 40)]),
        { key: 'thuyet_minh', label, kind: 'long_text', value: 'Thu đúng tiến độ.' },
      ]),
    );
    expect(budget?.revenue).toEqual({
      total: { label: 'Tổng số thu', plan: 100, done: 48 },
      lines: [{ label: 'Thu khác', plan: 5, done: 2 }],
    });
    expect(budget).toMatchObject({ hasDone: true, explanation: 'Thu đúng tiến độ.' });
  });

  it('that is only a plan says so; one without totals, and what is no budget form, is none', () => {
    const plan = bodyOf([table('thu', [line('Tổng', 1)]), table('chi', [line('Tổng', 1)])]);
    expect(budgetOf(plan)?.hasDone).toBe(false);
    expect(budgetOf(bodyOf([table('thu', [line('Tổng', 1)])]))).toBeUndefined();
    expect(
      budgetOf(bodyOf([table('thu', [line('Tổng', null)]), table('chi', [line('Tổng', 1)])])),
    ).toBeUndefined();
  });
});

describe('reception of citizens', () => {
  const schedule = {
    itemId: 'a',
    updatedAt: '2024-06-01T00:00:00+00:00',
    ...bodyOf([
      table('lich', [
        { ngay: '2024-07-04', tu: '13:30', den: '16:30', noi_tiep: 'Trụ sở', nguoi_tiep: 'Chủ tịch' },
        { ngay: '2024-06-27', tu: '7:30', den: '11:30', noi_tiep: 'Trụ sở', nguoi_tiep: 'Chủ tịch' },
        { ngay: 'thứ Năm', tu: null, den: null, noi_tiep: '', nguoi_tiep: '' },
      ]),
      { key: 'tiep_thuong_xuyen', label, kind: 'long_text', value: 'Giờ hành chính' },
    ]),
  };

  it('stands in the order of days; what has no day is left out', () => {
    const all = receptionsOf([schedule]);
    expect(all.map(({ on, from }) => [on, from])).toEqual([
      ['2024-06-27', '07:30'],
      ['2024-07-04', '13:30'],
    ]);
    expect(comingFrom(all, calendarDate('2024-06-28'))).toHaveLength(1);
    expect(comingFrom(all, calendarDate('2024-06-27'))).toHaveLength(2);
    expect(everyDayOf([schedule])).toBe('Giờ hành chính');
  });
});

describe('the yearly review of poor households', () => {
  const calendar = shippedCalendar();

  it('has the decision’s two days, and days worked out so that a complaint still fits', () => {
    const year = povertyYear(calendarDate('2024-06-24'), calendar);
    const days = year.steps.map(({ fromOn, untilOn }) => [fromOn, untilOn]);
    expect(year.isCertain).toBe(true);
    expect(days[0]).toEqual(['2024-09-01', null]);
    expect(days[2]).toEqual([null, '2024-11-26']);
    // 14/12/2024 is a Saturday: thirteen working days after 26/11 end on Friday 13/12, after 27/11 they would end too late.
    expect(addWorkingDays(calendar, calendarDate('2024-11-26'), 13)).toBe('2024-12-13');
    expect(days[4]).toEqual([null, '2024-12-14']);
    expect(days[5]).toEqual(['2024-12-14', '2025-01-13']);
  });

  it('of each month begins on the 15th; what ends on a day off moves to the next working day', () => {
    const of = (day: string) => povertyYear(calendarDate(day), calendar).monthly;
    expect(of('2024-06-24')).toEqual({ fromOn: '2024-06-15', untilOn: '2024-07-01' });
    expect(of('2024-06-10')).toEqual({ fromOn: '2024-06-15', untilOn: '2024-07-01' });
    expect(of('2024-07-01')).toEqual({ fromOn: '2024-06-15', untilOn: '2024-07-01' });
    expect(of('2024-01-03').fromOn).toBe('2024-01-15');
  });

  it('from 2026 on is shown as not certain', () => {
    expect(povertyYear(calendarDate('2026-03-01'), calendar).isCertain).toBe(false);
  });
});
