import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import { byReturn, pointsPerUnit } from './effort.ts';
import { nextCode, taskOf } from './library-task.ts';
import { DONE_SHARE, movementOf } from './moved.ts';
import { type LedTask, type NamedOwner, namedOwner, ownerOf, proposedOwner } from './owner.ts';
import { suggestedFor } from './practice.ts';

const at = new Date('2024-06-24T02:00:00Z');
const named = (unitId: string | null, fromOn: string): NamedOwner => ({
  part: '2.3',
  unitId,
  fromOn: calendarDate(fromOn),
  words: '',
  personName: '',
  personTitle: '',
  recordedAt: at,
});
const led = (leadUnitId: string | null, position: number, subDimension = '2.3'): LedTask => ({
  subDimension,
  leadUnitId,
  position,
});

describe('who answers for a part', () => {
  const tasks = [
    led('tai-chinh', 5),
    led('tu-phap', 2),
    led('tai-chinh', 7),
    led('noi-vu', 1, '2.2'),
    led(null, 0),
  ];

  it('is proposed from the plan: the lead of most of its tasks, of equals the one that stands first', () => {
    expect(proposedOwner(tasks, '2.3')).toBe('tai-chinh');
    expect(proposedOwner([led('b', 3), led('a', 1)], '2.3')).toBe('a');
    expect(proposedOwner(tasks, '4.1')).toBeNull();
    expect(ownerOf([], tasks, '2.3', calendarDate('2024-06-24'))).toEqual({
      unitId: 'tai-chinh',
      isProposed: true,
      since: null,
    });
  });

  it('is whoever was named by the day, until somebody else is; ending it brings the proposal back', () => {
    const rows = [named('a', '2024-01-01'), named('b', '2024-05-01'), named(null, '2024-06-01')];
    const on = (day: string) => ownerOf(rows, tasks, '2.3', calendarDate(day));
    expect(on('2023-12-31')?.isProposed).toBe(true);
    expect(on('2024-04-30')).toEqual({ unitId: 'a', isProposed: false, since: '2024-01-01' });
    expect(on('2024-05-01')?.unitId).toBe('b');
    expect(on('2024-06-24')).toEqual({ unitId: 'tai-chinh', isProposed: true, since: null });
  });

  it('of two words for one day the later one counts', () => {
    const rows = [named('a', '2024-01-01'), named('b', '2024-01-01')];
    expect(namedOwner(rows, '2.3', calendarDate('2024-01-01'))?.unitId).toBe('b');
  });
});

describe('work that was done and a score that did not move', () => {
  const facts = { work: 10, accepted: 9, score: 1.2, before: 1.2 };

  it('is told only of work that was done in a year whose score is known and can be compared', () => {
    expect(movementOf(facts)).toBe('not_moved');
    expect(movementOf({ ...facts, score: 1.3 })).toBe('rose');
    expect(movementOf({ ...facts, score: 1.1 })).toBe('not_moved');
    expect(movementOf({ ...facts, score: null })).toBe('too_early');
    expect(movementOf({ ...facts, before: null })).toBe('not_comparable');
    expect(movementOf({ ...facts, accepted: 7 })).toBe('work_open');
    expect(movementOf({ ...facts, work: 0, accepted: 0 })).toBe('no_work');
  });

  it('is never told of a part with less than four fifths of its work accepted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.25, max: 3.3, noNaN: true }),
        fc.double({ min: 0.25, max: 3.3, noNaN: true }),
        (work, share, score, before) => {
          const accepted = Math.floor(work * share);
          const movement = movementOf({ work, accepted, score, before });
          if (movement === 'not_moved' || movement === 'rose')
            expect(accepted / work).toBeGreaterThanOrEqual(DONE_SHARE);
        },
      ),
    );
  });
});

describe('a task of the library', () => {
  it('gets the code after the last one of its content, in the plan and in the draft', () => {
    expect(nextCode(2, ['2.1', '2.14', '2.3', '3.20', '2.x', 'II.2'])).toBe('2.15');
    expect(nextCode(8, [])).toBe('8.1');
  });

  it('becomes a task led by who answers for the part, carried out by its group where it has one', () => {
    const task = {
      words: 'Niêm yết quyết toán thu, chi bằng bảng dễ hiểu',
      productWords: 'Bảng niêm yết',
      products: [{ text: 'Bảng niêm yết', type: 'posting' as const }],
      due: 'Hằng quý',
      group: 'communes',
    };
    const due = { v: 1 as const, type: 'recurring' as const, every: 'quarter' as const };
    const made = taskOf({
      code: '2.15',
      part: '2.3',
      task,
      due,
      lead: { unitId: 'u', name: 'Phòng Tài chính' },
      note: 'n',
    });
    expect(made).toMatchObject({ dimension: 2, subDimension: '2.3', leadUnitId: 'u', executors: 'group' });
    expect(made.executorGroup).toBe('communes');
    const alone = taskOf({
      code: '2.15',
      part: '2.3',
      task: { ...task, group: null },
      due,
      lead: null,
      note: '',
    });
    expect(alone).toMatchObject({ executors: 'lead', executorGroup: null, leadUnitId: null });
  });
});

describe('suggested practices', () => {
  const practice = (id: string, parts: string[], more: object = {}) => ({
    id,
    parts,
    task: null,
    isIllustration: false,
    placeCode: null,
    placeYear: null,
    ...more,
  });

  it('are those of the part before those of its content, real ones before illustrations, the higher score first', () => {
    const all = [
      practice('other', ['4.1']),
      practice('content', ['2.1'], { placeCode: '01', placeYear: 2023 }),
      practice('invented', ['2.3'], { isIllustration: true }),
      practice('low', ['2.3'], { placeCode: '02', placeYear: 2023 }),
      practice('high', ['2.3', '2.1'], { placeCode: '01', placeYear: 2023 }),
    ];
    const scores: Record<string, number> = { '01': 2, '02': 1 };
    const found = suggestedFor(all, '2.3', (code) => scores[code] ?? null);
    expect(found.map(({ id }) => id)).toEqual(['high', 'low', 'invented', 'content']);
  });
});

describe('effort', () => {
  it('is ranked by points gained for one unit of it, money and days apart', () => {
    const all = [
      { id: 'a', cost: 100, measure: 'million_vnd' as const, gained: 0.2 },
      { id: 'b', cost: 10, measure: 'million_vnd' as const, gained: 0.1 },
      { id: 'c', cost: 10, measure: 'million_vnd' as const, gained: null },
      { id: 'd', cost: 1, measure: 'person_days' as const, gained: 0.1 },
    ];
    expect(byReturn(all, 'million_vnd').map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(pointsPerUnit({ cost: 10 }, 0.1)).toBeCloseTo(0.01);
    expect(pointsPerUnit({ cost: 10 }, 0)).toBeNull();
  });
});
