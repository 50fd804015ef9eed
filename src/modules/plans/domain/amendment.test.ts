import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import type { PlanTask } from '../task.ts';
import {
  amendedFields,
  applyChanges,
  changeKind,
  changesBetween,
  contentOf,
  countKinds,
  type TaskChange,
} from './amendment.ts';

const BLANK: PlanTask = {
  id: 'a',
  planId: 'p',
  position: 0,
  previousTaskId: null,
  code: '1.1',
  clausePath: 'II.1.1',
  dimension: 1,
  subDimension: '1.1',
  words: 'Tuyên truyền Luật Thực hiện dân chủ ở cơ sở',
  products: [{ text: 'Kế hoạch', type: 'document' }],
  leadUnitId: 'u1',
  leadGroup: null,
  leadWords: 'Phòng Tư pháp',
  executors: 'lead',
  executorGroup: null,
  chosenUnitIds: [],
  coordinators: [],
  due: { v: 1, type: 'date', on: calendarDate('2024-06-30') },
  dueWords: 'Trước 01/7/2024',
  note: '',
  tags: [],
  priority: 0,
};

/** A few values for each part, so that equal ones meet often. */
const content = fc.record({
  code: fc.constantFrom('1.1', '1.2', '2.1'),
  words: fc.constantFrom('Tuyên truyền', 'Niêm yết', 'Đối thoại'),
  due: fc.constantFrom(BLANK.due, { v: 1, type: 'recurring', every: 'quarter' } as const, null),
  dueWords: fc.constantFrom('Trước 01/7/2024', 'Hằng quý'),
  leadUnitId: fc.constantFrom('u1', 'u2', null),
  chosenUnitIds: fc.constantFrom(['u1', 'u2'], ['u2', 'u1'], []),
  priority: fc.constantFrom(0, 2),
});

const version = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 })
  .chain((ids) =>
    fc
      .tuple(...ids.map(() => content))
      .map((contents) =>
        ids.map((id, index): PlanTask => ({ ...BLANK, ...contents[index], id, position: index })),
      ),
  );

/** Order and equal sets of units are no change of content. */
const normal = (tasks: readonly PlanTask[]) =>
  tasks
    .map((task) => ({
      ...contentOf(task),
      id: task.id,
      chosenUnitIds: [...task.chosenUnitIds].sort(),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

describe('versions of a plan', () => {
  it('the changes between any two versions, applied to the older, give the newer, and undone give the older', () => {
    fc.assert(
      fc.property(version, version, (older, newer) => {
        const changes = changesBetween(older, newer);
        expect(normal(applyChanges(older, changes))).toEqual(normal(newer));
        const back = changes.map(({ before, after }): TaskChange => ({ before: after, after: before }));
        expect(normal(applyChanges(newer, back))).toEqual(normal(older));
      }),
    );
  });

  it('no change leads from a version to itself, and applying changes never touches the version they are applied to', () => {
    fc.assert(
      fc.property(version, version, (older, newer) => {
        expect(changesBetween(older, older)).toEqual([]);
        const kept = structuredClone(older);
        applyChanges(older, changesBetween(older, newer));
        expect(older).toEqual(kept);
      }),
    );
  });

  it('a chain of versions ends where the changes from the first to the last lead', () => {
    fc.assert(
      fc.property(version, version, version, (first, second, third) => {
        const step = applyChanges(first, changesBetween(first, second));
        const twice = applyChanges(step, changesBetween(step, third));
        expect(normal(twice)).toEqual(normal(applyChanges(first, changesBetween(first, third))));
      }),
    );
  });

  it('every change has one kind, counted once', () => {
    fc.assert(
      fc.property(version, version, (older, newer) => {
        const changes = changesBetween(older, newer);
        const { add, change, move, drop } = countKinds(changes);
        expect(add + change + move + drop).toBe(changes.length);
        expect(newer.length - older.length).toBe(add - drop);
      }),
    );
  });

  it('refuses a change that does not fit what stands', () => {
    expect(() => applyChanges([BLANK], [{ before: null, after: BLANK }])).toThrow(/does not fit/);
    expect(() => applyChanges([], [{ before: BLANK, after: null }])).toThrow(/does not fit/);
  });
});

describe('what a change is called', () => {
  it('moving the due alone is a move; any other word beside it makes it a change', () => {
    const later = { ...BLANK, due: { v: 1, type: 'date', on: calendarDate('2024-09-30') } as const };
    expect(changeKind(BLANK, later)).toBe('move');
    expect(changeKind(BLANK, { ...BLANK, dueWords: 'Quý III' })).toBe('move');
    expect(changeKind(BLANK, { ...later, words: 'Khác' })).toBe('change');
    expect(changeKind(BLANK, null)).toBe('drop');
    expect(changeKind(null, BLANK)).toBe('add');
    expect(changeKind(BLANK, { ...BLANK })).toBeNull();
  });

  it('names each part that differs, whatever the order in which JSON was kept', () => {
    const stored = JSON.parse('{"on":"2024-06-30","type":"date","v":1}') as PlanTask['due'];
    expect(amendedFields(BLANK, { ...BLANK, due: stored })).toEqual([]);
    expect(
      amendedFields(BLANK, {
        ...BLANK,
        executors: 'group',
        executorGroup: 'communes',
        products: [],
        subDimension: null,
      }),
    ).toEqual(['content', 'products', 'executors']);
  });
});
