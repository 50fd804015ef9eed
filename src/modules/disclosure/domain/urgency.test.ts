import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../kernel/dates.ts';
import type { ItemFacts, PostingFacts } from './state.ts';
import { stateOf } from './state.ts';
import { type UrgencyFacts, urgencyOf } from './urgency.ts';

const TODAY = calendarDate('2024-06-24');
const day = (n: number) => addDays(TODAY, n);

const posting = (parts: Partial<PostingFacts> = {}): PostingFacts => ({
  postedOn: day(-5),
  staysUntil: day(25),
  versionNumber: 1,
  isProven: true,
  removedOn: null,
  ...parts,
});

const facts = (one: PostingFacts | null, parts: Partial<ItemFacts> = {}): ItemFacts => ({
  dueOn: day(-1),
  exception: null,
  version: { number: 1, isWithdrawn: false, isWhole: true, on: day(-6) },
  places: [
    {
      kind: 'office_board',
      placeId: 'bang',
      villageId: null,
      name: 'Bảng',
      posting: one,
      firstPostedOn: one?.postedOn ?? null,
      notSeen: 0,
    },
  ],
  saidWrong: 0,
  ...parts,
});

function urgency(item: ItemFacts, parts: Partial<UrgencyFacts> = {}) {
  const hanging = item.places.flatMap(({ posting: one, placeId, kind }) =>
    one && placeId !== null ? [{ ...one, placeId, kind }] : [],
  );
  const state = stateOf(item, { today: TODAY, soonUntil: day(7) });
  const { todo, act } = urgencyOf(
    { facts: item, state, checkDueOn: null, freshUntil: null, hanging, ...parts },
    TODAY,
  );
  return [todo, act];
}

describe('what must be done first with an item', () => {
  it.each([
    [
      'an early removal before everything',
      facts(posting({ removedOn: day(-1) })),
      { checkDueOn: day(2) },
      'removed_early',
      'post_again',
    ],
    ['a citizen before what is late', facts(null), { checkDueOn: day(2) }, 'answer', 'answer'],
    ['late and empty: fill it in', facts(null, { version: null }), {}, 'late', 'fill'],
    ['late and published: post it', facts(null), {}, 'late', 'post'],
    ['due soon', facts(null, { dueOn: day(3), version: null }), {}, 'due_soon', 'fill'],
    [
      'a corrected content hangs in its old version',
      facts(posting(), { version: { number: 2, isWithdrawn: false, isWhole: true, on: day(-1) } }),
      {},
      'post_anew',
      'post',
    ],
    ['posted without proof', facts(posting({ isProven: false })), {}, 'prove', 'prove'],
    ['hangs after its last day', facts(posting({ staysUntil: day(-1) })), {}, 'take_down', 'take_down'],
    [
      'withdrawn and still on the wall',
      facts(posting(), { version: { number: 2, isWithdrawn: true, isWhole: false, on: day(-1) } }),
      {},
      'take_down',
      'take_down',
    ],
    [
      'stands always and is stale',
      facts(posting({ staysUntil: null })),
      { freshUntil: day(-1) },
      'refresh',
      'look_again',
    ],
    ['far away', facts(null, { dueOn: day(30), version: null }), {}, 'not_due', 'fill'],
    ['proven', facts(posting()), {}, 'done', 'read'],
    [
      'nothing arose',
      facts(null, { version: null, exception: { kind: 'nil', on: day(-2) } }),
      {},
      'done',
      'read',
    ],
  ] as const)('%s', (_name, item, parts, todo, act) => {
    expect(urgency(item, parts)).toEqual([todo, act]);
  });

  it('asks for a place to be named where the law wants one and the unit has none', () => {
    const item = facts(null);
    const places = item.places.map((one) => ({ ...one, placeId: null }));
    expect(urgency({ ...item, places })).toEqual(['late', 'name_place']);
  });
});
