import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import type { Candidate } from './candidate.ts';
import { asksOf, choose, countLeftOut, LEFT_OUT, type Sender } from './choose.ts';
import { perUnit } from './per-unit.ts';

const today = calendarDate('2024-06-24');
const yesterday = calendarDate('2024-06-23');

const work = (changes: Partial<Candidate> = {}): Candidate => ({
  subjectType: 'assignment',
  id: 'viec',
  planId: 'ke-hoach',
  unitId: 'xa',
  acceptingUnitId: 'phong',
  code: '1.1',
  clausePath: null,
  words: 'Niêm yết',
  occurrence: '',
  position: 0,
  isOwn: false,
  isDropped: false,
  waitsForEvent: false,
  dueOn: yesterday,
  progress: 'none',
  state: 'overdue',
  clock: null,
  lastSeq: 1,
  ...changes,
});

const anybody: Sender = { isOwn: () => false, mayUrge: () => true, mayAskForAnswer: () => true };
const now = { today, recent: new Set<string>(), again: false };

const PROGRESS = ['none', 'in_progress', 'claimed', 'returned', 'accepted', 'not_applicable'] as const;
const candidates = fc.array(
  fc
    .record({
      unitId: fc.constantFrom('xa-1', 'xa-2', 'xa-3'),
      acceptingUnitId: fc.constantFrom('phong-1', 'phong-2', 'xa-1'),
      progress: fc.constantFrom(...PROGRESS),
      isOwn: fc.boolean(),
      isDropped: fc.boolean(),
      waitsForEvent: fc.boolean(),
      clock: fc.constantFrom(
        null,
        { kind: 'answer' as const, dueOn: yesterday },
        { kind: 'answer' as const, dueOn: today },
        { kind: 'redo' as const, dueOn: yesterday },
      ),
      dueOn: fc.constantFrom(null, yesterday, today),
      position: fc.nat({ max: 5 }),
    })
    .map((facts) => work(facts)),
  { maxLength: 30 },
);
const numbered = candidates.map((all) => all.map((one, index) => ({ ...one, id: `viec-${index}` })));

describe('what is urged', () => {
  it('a claim waits for its answer; once that is late, whoever owes the answer is asked, never the doer', () => {
    const claimed = { progress: 'claimed', state: 'claimed' } as const;
    expect(asksOf(work({ ...claimed, clock: { kind: 'answer', dueOn: today } }), today)).toBe(
      'awaiting_answer',
    );
    const late = work({ ...claimed, clock: { kind: 'answer', dueOn: yesterday } });
    expect(asksOf(late, today)).toBe('answer');
    const { items } = choose([late], anybody, now);
    expect(items).toMatchObject([{ asks: 'answer', toUnitId: 'phong', promisedOn: yesterday }]);
  });

  it.each([
    [{ progress: 'accepted', state: 'accepted' }, 'done'],
    [{ progress: 'not_applicable', state: 'not_applicable' }, 'done'],
    [{ state: 'accepted' }, 'done'],
    [{ isDropped: true, progress: 'not_applicable' }, 'dropped'],
    [{ isOwn: true }, 'own_work'],
    [{ waitsForEvent: true, dueOn: null, state: 'not_started' }, 'waits_for_event'],
    [{ progress: 'returned', state: 'returned' }, 'do'],
    [{ progress: 'in_progress', state: 'due_soon' }, 'do'],
  ] as const)('%o: %s', (changes, expected) => {
    expect(asksOf(work(changes), today)).toBe(expected);
  });

  it('nobody urges themselves, nor what they have no right over', () => {
    expect(choose([work()], { ...anybody, isOwn: (id) => id === 'xa' }, now).leftOut).toMatchObject([
      { why: 'own_unit' },
    ]);
    expect(choose([work()], { ...anybody, mayUrge: () => false }, now).leftOut).toMatchObject([
      { why: 'not_yours' },
    ]);
  });

  it('what was urged lately is left out unless the sender says so', () => {
    const recent = new Set(['viec']);
    expect(choose([work()], anybody, { ...now, recent }).leftOut).toMatchObject([{ why: 'recently' }]);
    expect(choose([work()], anybody, { ...now, recent, again: true }).items).toHaveLength(1);
  });

  it('everything chosen is either urged once or left out with a reason, and nothing done is ever urged', () => {
    fc.assert(
      fc.property(numbered, fc.boolean(), (all, again) => {
        const recent = new Set(all.filter((_, index) => index % 3 === 0).map((one) => one.id));
        const { items, leftOut } = choose(all, anybody, { today, recent, again });
        const seen = [...items, ...leftOut].map(({ candidate }) => candidate.id);
        expect(seen.toSorted()).toEqual(all.map((one) => one.id).toSorted());
        for (const { candidate, asks } of items) {
          expect(['accepted', 'not_applicable']).not.toContain(candidate.progress);
          expect(candidate.progress === 'claimed').toBe(asks === 'answer');
        }
        const counts = countLeftOut(leftOut);
        expect(Object.keys(counts).every((why) => (LEFT_OUT as readonly string[]).includes(why))).toBe(true);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(leftOut.length);
      }),
    );
  });
});

describe('the list of each unit', () => {
  it('holds everything once, what is to be done before what is to be answered, the longest overdue first', () => {
    fc.assert(
      fc.property(numbered, (all) => {
        const { items } = choose(all, anybody, now);
        const lists = perUnit(items, ['xa-2', 'phong-1']);
        expect(lists.flatMap((list) => list.items).length).toBe(items.length);
        expect(new Set(lists.map((list) => list.unitId)).size).toBe(lists.length);
        for (const list of lists) {
          expect(list.items.every((item) => item.toUnitId === list.unitId)).toBe(true);
          expect([list.toDo, list.toAnswer]).toEqual([
            list.items.filter((item) => item.asks === 'do').length,
            list.items.filter((item) => item.asks === 'answer').length,
          ]);
          const keys = list.items.map(
            ({ asks, promisedOn }) => `${asks === 'do' ? 0 : 1} ${promisedOn ?? '9999'}`,
          );
          expect(keys).toEqual(keys.toSorted());
        }
        const named = lists.map((list) => list.unitId).filter((id) => ['xa-2', 'phong-1'].includes(id));
        expect(named).toEqual(['xa-2', 'phong-1'].filter((id) => named.includes(id)));
      }),
    );
  });
});
