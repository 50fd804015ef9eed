import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import { type Counted, groupOf, isGap, lackOf, provenShare, tallyOf } from './compliance.ts';
import { type ItemFacts, type ItemState, type PlaceFacts, threeTests } from './state.ts';

const DAY = calendarDate('2024-06-24');
const place = (parts: Partial<NonNullable<PlaceFacts['posting']>> | null, notSeen = 0): PlaceFacts => ({
  kind: 'office_board',
  placeId: 'p',
  villageId: null,
  name: 'Bảng tin',
  posting: parts && {
    postedOn: calendarDate('2024-06-03'),
    staysUntil: calendarDate('2024-07-03'),
    versionNumber: 1,
    isProven: true,
    removedOn: null,
    ...parts,
  },
  firstPostedOn: parts && calendarDate('2024-06-03'),
  notSeen,
});

function counted(state: ItemState, places: readonly PlaceFacts[] = [place({})]): Counted {
  const facts: ItemFacts = {
    dueOn: calendarDate('2024-06-05'),
    exception: null,
    version: { number: 1, isWithdrawn: false, isWhole: true, on: calendarDate('2024-06-03') },
    places,
    saidWrong: 0,
  };
  const tests = threeTests(facts, { today: DAY, soonUntil: DAY });
  return { state, tests, places, isPublished: true, isStale: false, isReadable: true, notSeen: 0, wrong: 0 };
}

describe('what the board counts', () => {
  it('puts early removal beside lateness, and exemptions beside everything', () => {
    expect(groupOf(counted('removed_early'))).toBe('late');
    expect(groupOf(counted('late'))).toBe('late');
    for (const state of ['nil', 'exempt', 'withdrawn'] as const) expect(groupOf(counted(state))).toBe('none');
  });

  it('counts what is over as proven only where every place was proven', () => {
    expect(groupOf(counted('expired'))).toBe('proven');
    expect(groupOf(counted('expired', [place({}), place({ isProven: false })]))).toBe('posted');
  });

  it('has parts that add up, whatever the states', () => {
    const states = [
      'removed_early',
      'late',
      'due_soon',
      'not_due',
      'posted',
      'proven',
      'nil',
      'exempt',
    ] as const;
    const tally = tallyOf(states.map((state) => counted(state)));
    expect(tally.proven + tally.posted + tally.ahead + tally.late).toBe(tally.asked);
    expect(tally.asked + tally.none).toBe(states.length);
    for (const answers of [tally.time, tally.content, tally.place])
      expect(answers.yes + answers.no + answers.not_yet).toBe(tally.asked);
  });

  it('takes the share of what had to stand by now, and of nothing says nothing', () => {
    expect(provenShare(tallyOf([counted('proven'), counted('late'), counted('not_due')]))).toBe(50);
    expect(provenShare(tallyOf([counted('not_due'), counted('exempt')]))).toBeNull();
  });

  it('calls it a gap when something must be done: late, unproven, too old, or citizens say otherwise', () => {
    expect(isGap(counted('proven'))).toBe(false);
    expect(isGap(counted('not_due'))).toBe(false);
    expect(isGap(counted('late'))).toBe(true);
    expect(isGap(counted('posted'))).toBe(true);
    expect(isGap({ ...counted('proven'), isStale: true })).toBe(true);
    expect(isGap({ ...counted('proven'), wrong: 1 })).toBe(true);
  });
});

describe('what a wall lacks', () => {
  const late = { state: 'late' as const, dueOn: calendarDate('2024-06-05') };

  it('is nothing before the due day, and of what is not owed', () => {
    expect(lackOf({ ...late, dueOn: DAY }, place(null), DAY)).toBeNull();
    expect(lackOf({ ...late, state: 'exempt' }, place(null), DAY)).toBeNull();
  });

  it('is the place itself, the paper, its time, a citizen who did not see it, or the proof', () => {
    expect(lackOf(late, { ...place(null), placeId: null }, DAY)).toBe('no_place');
    expect(lackOf(late, place(null), DAY)).toBe('not_posted');
    expect(lackOf(late, place({ removedOn: calendarDate('2024-06-10') }), DAY)).toBe('removed_early');
    expect(lackOf(late, place({}, 1), DAY)).toBe('not_seen');
    expect(lackOf(late, place({ isProven: false }), DAY)).toBe('not_proven');
    expect(lackOf(late, place({}), DAY)).toBeNull();
  });
});
