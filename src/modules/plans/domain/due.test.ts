import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../kernel/dates.ts';
import { deadlineExpressionSchema } from '../../calendar/index.ts';
import { type DueSpec, describeDue, dueSpecSchema } from './due.ts';
import { dueOccurrences } from './due-occurrences.ts';
import { parseDue } from './due-phrases.ts';

const due = (text: string) => parseDue(text, { planYear: 2024 });
const quarter = (index: number) => ({ v: 1, type: 'period_end', period: 'quarter', year: 2024, index });
const month = (index: number) => ({ v: 1, type: 'period_end', period: 'month', year: 2024, index });
const half = (index: number) => ({ v: 1, type: 'period_end', period: 'half', year: 2024, index });
const wholeYear = (year = 2024) => ({ v: 1, type: 'period_end', period: 'year', year, index: 1 });
const every = (period: string | null) => ({ v: 1, type: 'recurring', every: period });
const by = (on: string) => ({ v: 1, type: 'date', on });
const before = (on: string) => ({ v: 1, type: 'date', on, exclusive: true });
const event = (words: string) => ({ v: 1, type: 'event', event: words });
const window = (yearly: boolean) => ({ v: 1, type: 'window', from: '09-01', to: '12-14', yearly });

const UNDERSTOOD: [string, object][] = [
  ['Thường xuyên', every(null)],
  ['Theo kỳ báo cáo', every(null)],
  ['Hằng tuần', every('week')],
  ['Hàng tháng', every('month')],
  ['Định kỳ hằng quý', every('quarter')],
  ['6 tháng', every('half')],
  ['6 tháng, năm', every('half')],
  ['02 lần/năm', every('half')],
  ['ít nhất 01 lần/tháng', every('month')],
  ['Hằng năm', wholeYear()],
  ['Trong năm', wholeYear()],
  ['Năm', wholeYear()],
  ['Năm 2024', wholeYear()],
  ['Cả năm', wholeYear()],
  ['2021-2025', wholeYear(2025)],
  ['Quý II/2024', quarter(2)],
  ['Quý II', quarter(2)],
  ['quý II năm 2024', quarter(2)],
  ['Quí 4.', quarter(4)],
  ['Hoàn thành trong quý III', quarter(3)],
  ['9 tháng đầu năm', quarter(3)],
  ['6 tháng đầu năm', half(1)],
  ['6 tháng cuối năm 2024', half(2)],
  ['Tháng 01', month(1)],
  ['Tháng 9/2024', month(9)],
  ['tháng 9 năm 2024', month(9)],
  ['06/2024', month(6)],
  ['Đầu năm học', month(9)],
  ['Trước 30/6', before('2024-06-30')],
  ['Trước ngày 05/7/2024', before('2024-07-05')],
  ['Xong trước ngày 30 tháng 6 năm 2024', before('2024-06-30')],
  ['Trước tháng 6', before('2024-06-01')],
  ['Chậm nhất 30/6', by('2024-06-30')],
  ['Chậm nhất ngày 30-6-2024', by('2024-06-30')],
  ['đến hết 30/6', by('2024-06-30')],
  ['30/6/2024', by('2024-06-30')],
  ['2024-06-30', by('2024-06-30')],
  [
    'Chậm nhất 15 ngày làm việc sau khi huyện ban hành',
    { v: 1, type: 'after', amount: 15, unit: 'wd', event: 'plan_issued' },
  ],
  [
    'Trong vòng 10 ngày kể từ ngày kế hoạch được ban hành',
    { v: 1, type: 'after', amount: 10, unit: 'd', event: 'plan_issued' },
  ],
  [
    'Trong 5 ngày làm việc kể từ ngày có kết luận',
    { v: 1, type: 'after', amount: 5, unit: 'wd', event: 'có kết luận' },
  ],
  ['Khi phát sinh', event('Khi phát sinh')],
  ['Khi có yêu cầu', event('Khi có yêu cầu')],
  ['Khi cần', event('Khi cần')],
  ['Nếu cần thiết', event('Nếu cần thiết')],
  ['Theo kế hoạch kiểm tra', event('Theo kế hoạch kiểm tra')],
  ['Sau khi phê duyệt', event('Sau khi phê duyệt')],
  ['Đột xuất', event('Đột xuất')],
  ['01/9–14/12', window(false)],
  ['01/9 đến 14/12 hằng năm', window(true)],
];

/** Phrases of several parts: the part that can be scheduled wins and a hint says so. */
const COMPOUND: [string, object][] = [
  ['Thường xuyên (ít nhất 1 lần/năm)', every('year')],
  ['Hằng tháng; chốt 31/12', every('month')],
  ['Quý I và khi có thay đổi', quarter(1)],
  ['Thường xuyên; báo cáo quý', every('quarter')],
  ['Định kỳ và đột xuất', every(null)],
  ['Theo kế hoạch kiểm tra (quý II)', quarter(2)],
  ['Theo kỳ: dự toán, quý, 6 tháng, năm, quyết toán', every('quarter')],
  ['Trước ngày 15 hằng tháng', every('month')],
  ['Trước ngày 10/12 hằng năm', before('2024-12-10')],
  ['Quý I, II', quarter(2)],
  ['Tháng 9, duy trì', month(9)],
  ['8 giờ / 4 giờ làm việc', { ...event('8 giờ / 4 giờ làm việc'), within: { amount: 8, unit: 'h' } }],
  ['Khi phát sinh, trong 5 ngày làm việc', { ...event('Khi phát sinh'), within: { amount: 5, unit: 'wd' } }],
];

describe('parseDue', () => {
  it.each(UNDERSTOOD)('reads “%s” without remark', (text, spec) => {
    expect(due(text)).toEqual({ spec, problems: [] });
  });

  it.each(COMPOUND)('reads “%s” and says what it took', (text, spec) => {
    const { spec: read, problems } = due(text);
    expect(read).toEqual(spec);
    expect(problems.map((p) => [p.severity, p.code])).toEqual([['hint', 'due_understood']]);
  });

  it('reads every phrase the same in capitals and in NFD, and events and dates without diacritics too', () => {
    for (const [text, spec] of [...UNDERSTOOD, ...COMPOUND]) {
      const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
      const type = (spec as DueSpec).type;
      expect(due(text.normalize('NFD')).spec, text).toEqual(spec);
      expect(due(text.toUpperCase()).spec?.type, text).toBe(type);
      expect(due(plain).spec?.type, plain).toBe(type);
      if (type !== 'event' && type !== 'after') expect(due(plain).spec, plain).toEqual(spec);
    }
  });

  it('gives null and a warning with examples for what it does not understand', () => {
    for (const text of ['Xanh đỏ tím', '31/02/2024', 'abc 12']) {
      const { spec, problems } = due(text);
      expect(spec, text).toBeNull();
      expect(problems[0]).toMatchObject({ severity: 'warning', code: 'due_unknown' });
      expect(problems[0]?.suggestions?.length).toBeGreaterThan(3);
    }
    expect(due('  ')).toEqual({ spec: null, problems: [] });
  });

  it('gives each of its own examples a spec', () => {
    for (const text of due('?').problems[0]?.suggestions ?? []) expect(due(text).spec, text).not.toBeNull();
  });

  it('warns of a year before the plan', () => {
    expect(due('Năm 2019').problems.map((p) => p.code)).toEqual(['due_past_year']);
    expect(due('Trước 05/01/2025').problems).toEqual([]);
  });

  it('never throws and only gives specs that the schema takes', () => {
    const word = fc.constantFrom(
      ...'Trước ngày quý II tháng 13 năm 2024 hằng khi 0 ngày làm việc sau ban hành 31/12 – ; ( ) 6 /'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 9 }), (words) => {
        const { spec } = due(words.join(' '));
        if (spec) expect(() => dueSpecSchema.parse(spec)).not.toThrow();
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void due(text)));
  });
});

describe('describeDue', () => {
  it('says the last day and whether it is included', () => {
    expect(describeDue({ v: 1, type: 'date', on: calendarDate('2024-07-05'), exclusive: true }, 'vi')).toBe(
      'trước ngày 05/07/2024',
    );
    expect(describeDue({ v: 1, type: 'after', amount: 15, unit: 'wd', event: 'plan_issued' }, 'vi')).toBe(
      'chậm nhất 15 ngày làm việc sau khi kế hoạch được ban hành',
    );
    expect(describeDue({ v: 1, type: 'period_end', period: 'quarter', year: 2024, index: 2 }, 'en')).toBe(
      'end of quarter 2/2024',
    );
  });

  it('leaves no placeholder open in either language, and its dates and periods can be read back', () => {
    for (const [, spec] of [...UNDERSTOOD, ...COMPOUND]) {
      const parsed = dueSpecSchema.parse(spec);
      for (const lang of ['vi', 'en'] as const) expect(describeDue(parsed, lang)).not.toMatch(/[{}]/);
      if (parsed.type === 'date' || parsed.type === 'period_end') {
        expect(due(describeDue(parsed, 'vi')).spec).toEqual(parsed);
      }
    }
  });
});

describe('dueOccurrences', () => {
  const context = { planYear: 2024, issuedOn: calendarDate('2024-05-20'), regularPeriod: 'half' as const };
  const occurrences = (text: string, other = {}) => {
    const { spec } = due(text);
    return spec ? dueOccurrences(spec, { ...context, ...other }) : [];
  };
  const keys = (text: string, other = {}) => occurrences(text, other).map((o) => o.key);

  it('make recurring work from the period of the issue to December, and nothing that was over by then', () => {
    expect(keys('Hằng tháng')).toEqual(
      [5, 6, 7, 8, 9, 10, 11, 12].map((m) => `2024-M${String(m).padStart(2, '0')}`),
    );
    expect(keys('Hằng quý')).toEqual(['2024-Q2', '2024-Q3', '2024-Q4']);
    expect(keys('6 tháng, năm', { issuedOn: calendarDate('2024-07-01') })).toEqual(['2024-H2']);
    expect(keys('Hằng tháng', { issuedOn: null })).toHaveLength(12);
    expect(keys('Hằng tháng', { issuedOn: calendarDate('2024-05-31') })[0]).toBe('2024-M05');
  });

  it('follow the report period for “thường xuyên”', () => {
    expect(keys('Thường xuyên')).toEqual(['2024-H1', '2024-H2']);
    expect(keys('Thường xuyên', { regularPeriod: 'quarter' })).toEqual(['2024-Q2', '2024-Q3', '2024-Q4']);
  });

  it('give each week its Friday within the year', () => {
    const weeks = occurrences('Hằng tuần', { issuedOn: calendarDate('2024-12-16') });
    expect(weeks.map((o) => o.expression)).toEqual([
      { v: 1, type: 'by', date: '2024-12-20' },
      { v: 1, type: 'by', date: '2024-12-27' },
    ]);
  });

  it('count from the issue of the plan once it is known', () => {
    const text = 'Chậm nhất 15 ngày làm việc sau khi huyện ban hành';
    expect(occurrences(text, { issuedOn: null })[0]?.expression).toBeNull();
    expect(occurrences(text)[0]?.expression).toEqual({
      v: 1,
      type: 'after',
      bound: 'max',
      amount: 15,
      unit: 'wd',
      from: '2024-05-20',
    });
  });

  it('keep an event open and end a window on its last day', () => {
    expect(occurrences('Khi phát sinh')).toEqual([
      { key: 'once', label: { vi: 'Khi phát sinh', en: 'Khi phát sinh' }, expression: null },
    ]);
    expect(occurrences('01/9–14/12')[0]?.expression).toEqual({ v: 1, type: 'by', date: '2024-12-14' });
    expect(occurrences('15/11 đến 15/01')[0]?.expression).toEqual({ v: 1, type: 'by', date: '2025-01-15' });
    expect(occurrences('Trước 05/7/2024')[0]?.expression).toEqual({
      v: 1,
      type: 'before',
      date: '2024-07-05',
    });
  });

  it('always give expressions that the calendar takes, with keys unique within the task', () => {
    const days = fc.integer({ min: 0, max: 365 }).map((n) => addDays(calendarDate('2024-01-01'), n));
    fc.assert(
      fc.property(fc.constantFrom(...UNDERSTOOD), days, ([text], issuedOn) => {
        const found = occurrences(text, { issuedOn });
        expect(new Set(found.map((o) => o.key)).size).toBe(found.length);
        for (const { expression } of found) {
          if (expression) expect(deadlineExpressionSchema.safeParse(expression).success).toBe(true);
        }
      }),
    );
  });
});
