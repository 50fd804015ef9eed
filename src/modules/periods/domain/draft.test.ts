import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../kernel/dates.ts';
import { say } from '../../../kernel/i18n.ts';
import { isWorkingDay, shippedCalendar } from '../../calendar/index.ts';
import { gapWarning, problemsOfDays } from './check.ts';
import { type DraftInput, daysUnder, draftOf, draftsOfYear, type PeriodDraft } from './draft.ts';
import { nameOf } from './names.ts';

const calendar = shippedCalendar();
const half: DraftInput = {
  code: { kind: 'half', year: 2024, index: 1 },
  fromOn: calendarDate('2024-01-01'),
  toOn: calendarDate('2024-06-30'),
  due: { v: 1, type: 'before', date: calendarDate('2024-07-05') },
};
const milestones = (draft: PeriodDraft) => draft.milestones.map(({ step, on }) => [step, on]);
const fieldsOf = (changes: Partial<PeriodDraft>) =>
  problemsOfDays({ ...draftOf(half, calendar), ...changes }).map(({ field }) => field);

describe('a period from what was said', () => {
  it('the first half of 2024: due 04/7, communes two working days ahead, locked five working days later', () => {
    const draft = draftOf(half, calendar);
    expect(draft).toMatchObject({
      code: '2024-H1',
      name: { vi: '6 tháng đầu năm 2024', en: 'First half of 2024' },
      cutOffOn: '2024-06-30',
      lockOn: '2024-07-11',
      due: { on: '2024-07-04' },
    });
    expect(milestones(draft)).toEqual([
      ['unit', '2024-07-02'],
      ['sector', '2024-07-03'],
      ['standing', '2024-07-04'],
    ]);
    expect(problemsOfDays(draft)).toEqual([]);
  });

  it('the year 2024 has two working days after New Year, and both are used', () => {
    const draft = draftOf(
      {
        code: { kind: 'year', year: 2024, index: 1 },
        fromOn: calendarDate('2024-01-01'),
        toOn: calendarDate('2024-12-31'),
        due: { v: 1, type: 'before', date: calendarDate('2025-01-05') },
      },
      calendar,
    );
    expect(milestones(draft)).toEqual([
      ['unit', '2025-01-02'],
      ['sector', '2025-01-03'],
      ['standing', '2025-01-04'],
    ]);
    expect(problemsOfDays(draft)).toEqual([]);
  });

  it('nobody has a milestone before the first working day after the cut-off', () => {
    const draft = draftOf({ ...half, due: { v: 1, type: 'by', date: calendarDate('2024-07-01') } }, calendar);
    expect(milestones(draft)).toEqual([
      ['unit', '2024-07-01'],
      ['sector', '2024-07-01'],
      ['standing', '2024-07-01'],
    ]);
    expect(problemsOfDays(draft)).toEqual([]);
  });
});

describe('the periods of a year', () => {
  it('by Nghị định 09/2019/NĐ-CP run from the 15th to the 14th', () => {
    expect(daysUnder({ kind: 'month', year: 2024, index: 3 }, 'decree_09')).toEqual({
      fromOn: '2024-02-15',
      toOn: '2024-03-14',
    });
    expect(daysUnder({ kind: 'quarter', year: 2024, index: 1 }, 'decree_09')).toEqual({
      fromOn: '2023-12-15',
      toOn: '2024-03-14',
    });
    expect(daysUnder({ kind: 'half', year: 2024, index: 1 }, 'decree_09')).toEqual({
      fromOn: '2023-12-15',
      toOn: '2024-06-14',
    });
    expect(daysUnder({ kind: 'year', year: 2024, index: 1 }, 'decree_09')).toEqual({
      fromOn: '2023-12-15',
      toOn: '2024-12-14',
    });
  });

  it('agree with every rule about days, whatever the year, the regime and the working days given', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2060 }),
        fc.constantFrom('calendar_year' as const, 'decree_09' as const),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 30 }),
        (year, regime, dueWithin, lockWithin) => {
          const kinds = ['month', 'quarter', 'half', 'year'] as const;
          const drafts = draftsOfYear({ year, kinds, regime, dueWithin, lockWithin }, calendar);
          expect(drafts).toHaveLength(19);
          for (const draft of drafts) {
            expect(problemsOfDays(draft)).toEqual([]);
            expect(isWorkingDay(calendar, draft.due.on)).toBe(true);
          }
          const months = drafts.filter(({ kind }) => kind === 'month');
          for (const [index, month] of months.entries())
            if (index > 0) expect(addDays(months[index - 1]?.toOn ?? month.toOn, 1)).toBe(month.fromOn);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('days that contradict each other are refused by field', () => {
  it.each([
    ['a period that ends before it begins', { fromOn: calendarDate('2024-07-01') }, ['tu']],
    ['a cut-off after the period', { cutOffOn: calendarDate('2024-07-01') }, ['chot']],
    ['a lock before the due day', { lockOn: calendarDate('2024-07-03') }, ['khoa']],
  ])('%s', (_, changes, fields) => {
    expect(fieldsOf(changes)).toEqual(fields);
  });

  it('a due day that does not come after the cut-off', () => {
    const same = draftOf({ ...half, due: { v: 1, type: 'by', date: calendarDate('2024-06-30') } }, calendar);
    expect(problemsOfDays(same).map(({ field }) => field)).toContain('han');
  });

  it.each([
    ['on the cut-off day', 'unit', '2024-06-30'],
    ['after the due day', 'standing', '2024-07-05'],
    ['before the step ahead of it', 'sector', '2024-07-01'],
  ] as const)('a milestone %s', (_, step, on) => {
    const draft = draftOf(half, calendar);
    const moved = draft.milestones.map((one) => (one.step === step ? { ...one, on: calendarDate(on) } : one));
    expect(fieldsOf({ milestones: moved })).toEqual([`moc_${step}`]);
  });
});

it('no working day between cut-off and due is said, with the earliest day that Nghị định 09/2019/NĐ-CP asks for', () => {
  // 01 and 02/01/2026 are days off: “trước ngày 05/01/2026” leaves a weekend.
  const year = draftOf(
    {
      code: { kind: 'year', year: 2025, index: 1 },
      fromOn: calendarDate('2025-01-01'),
      toOn: calendarDate('2025-12-31'),
      due: { v: 1, type: 'before', date: calendarDate('2026-01-05') },
    },
    calendar,
  );
  expect(problemsOfDays(year)).toEqual([]);
  const warning = gapWarning(year, calendar);
  expect(warning && say('vi', warning.message, warning.params)).toContain(
    'hạn sớm nhất nên là hết ngày 05/01/2026',
  );
  expect(gapWarning(draftOf(half, calendar), calendar)).toBeNull();
});

it('periods are called by name in both languages', () => {
  expect(nameOf({ kind: 'quarter', year: 2024, index: 2 })).toEqual({
    vi: 'Quý II/2024',
    en: 'Quarter 2 of 2024',
  });
  expect(nameOf({ kind: 'month', year: 2024, index: 6 }).vi).toBe('Tháng 6/2024');
  expect(nameOf({ kind: 'half', year: 2024, index: 2 }).vi).toBe('6 tháng cuối năm 2024');
  expect(
    nameOf({ kind: 'window', fromOn: calendarDate('2024-12-15'), toOn: calendarDate('2025-03-14') }).vi,
  ).toBe('Từ 15/12/2024 đến 14/03/2025');
});
