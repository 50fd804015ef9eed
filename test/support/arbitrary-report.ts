import fc from 'fast-check';
import { addDays, calendarDate } from '../../src/kernel/dates.ts';
import type { Figure } from '../../src/modules/figures/index.ts';
import type { FigureItem, UnitMaterial, WorkItem } from '../../src/modules/reports/domain/material.ts';

const READ_ON = calendarDate('2024-06-30');

/** A progress with the state it has on the day that is read, so that random work is work that can be. */
const standing = fc.constantFrom(
  { state: 'accepted', isBegun: true },
  { state: 'accepted_late', isBegun: true },
  { state: 'claimed', isBegun: true },
  { state: 'overdue', isBegun: false },
  { state: 'returned', isBegun: true },
  { state: 'in_progress', isBegun: true },
  { state: 'due_soon', isBegun: true },
  { state: 'due_soon', isBegun: false },
  { state: 'not_started', isBegun: false },
  { state: 'not_applicable', isBegun: true },
) satisfies fc.Arbitrary<Pick<WorkItem, 'state' | 'isBegun'>>;

const words = fc.constantFrom(
  'Đối thoại với dân',
  'Tuyên truyền về chỉ số',
  'Kiểm tra đột xuất tại thôn',
  'Niêm yết danh sách hộ nghèo;',
);

const work: fc.Arbitrary<WorkItem> = fc
  .record({
    task: fc.integer({ min: 1, max: 9 }),
    id: fc.uuid(),
    dimension: fc.integer({ min: 0, max: 8 }),
    standing,
    words,
    evidence: fc.integer({ min: 0, max: 4 }),
    late: fc.integer({ min: 0, max: 40 }),
    days: fc.integer({ min: 1, max: 200 }),
    responsible: fc.constantFrom('', 'Công chức Tư pháp - Hộ tịch', 'Công chức Văn hóa - Xã hội'),
  })
  .map(
    ({
      task,
      id,
      dimension,
      standing: { state, isBegun },
      words: text,
      evidence,
      late,
      days,
      responsible,
    }) => {
      const isPast = state === 'overdue' || state === 'accepted_late';
      return {
        id,
        taskId: `task-${task}`,
        unitId: 'unit',
        code: `1.${task}`,
        words: text,
        dimension,
        occurrence: '',
        leadName: 'Phòng Nội vụ',
        isRequest: false,
        isOwn: false,
        dueOn: addDays(READ_ON, isPast ? -days : days),
        doneOn: state.startsWith('accepted') || state === 'claimed' ? READ_ON : null,
        state,
        isBegun,
        lateWorkingDays: state === 'overdue' ? late : 0,
        evidence,
        responsible,
      };
    },
  );

const figureValue: fc.Arbitrary<Figure | null> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 5000 }).map((number): Figure => ({ kind: 'number', number })),
  fc.constant<Figure>({ kind: 'no_data', reason: 'chưa thống kê' }),
);

const figure: fc.Arbitrary<FigureItem> = fc
  .record({
    index: fc.integer({ min: 1, max: 99 }),
    name: fc.constantFrom('Số buổi đối thoại', 'Số cuộc kiểm tra', 'Số tin bài phát thanh'),
    dimension: fc.integer({ min: 0, max: 8 }),
    direction: fc.constantFrom('up', 'down', 'none'),
    target: fc.option(fc.integer({ min: 0, max: 5000 })),
    value: figureValue,
    lastYear: figureValue,
    isLate: fc.boolean(),
  })
  .map(({ index, ...rest }) => ({
    code: `CT${rest.dimension}.${String(index).padStart(2, '0')}`,
    unitOfMeasure: 'buổi',
    numberKind: 'count',
    isCumulative: false,
    ...rest,
  }));

/** All that a unit's report may be made from. */
export const arbitraryMaterial: fc.Arbitrary<UnitMaterial> = fc
  .record({
    work: fc.uniqueArray(work, { maxLength: 30, selector: ({ id }) => id }),
    figures: fc.uniqueArray(figure, { maxLength: 20, selector: ({ code }) => code }),
    unitPlan: fc.constantFrom(null, 'not_issued' as const, {
      number: '12/KH-UBND',
      issuedOn: calendarDate('2024-02-21'),
      workingDays: 17,
      lateWorkingDays: 2,
      carried: 4,
      assigned: 4,
    }),
  })
  .map(({ work: items, figures, unitPlan }) => ({
    period: {
      code: '2024-H1',
      name: { vi: '6 tháng đầu năm 2024', en: 'First half of 2024' },
      fromOn: calendarDate('2024-01-01'),
      toOn: READ_ON,
      cutOffOn: READ_ON,
    },
    readOn: READ_ON,
    plan: {
      id: 'plan',
      number: '15/KH-UBND',
      title: 'Nâng cao hiệu quả quản trị năm 2024',
      issuedOn: calendarDate('2024-01-22'),
      issuerName: 'UBND huyện Ân Thi',
    },
    unit: { id: 'unit', name: 'UBND xã Bãi Sậy' },
    isRequest: false,
    unitPlan,
    work: items,
    figures,
    explanations: [],
  }));
