import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, calendarDate } from '../../../kernel/dates.ts';
import { PLACE_KINDS } from './declaration.ts';
import {
  type ItemFacts,
  type ItemState,
  type PlaceFacts,
  STATES,
  stateOf,
  TEST_REASONS,
  TRIED,
  threeTests,
} from './state.ts';

const FIRST = calendarDate('2024-01-01');
const day: fc.Arbitrary<CalendarDate> = fc.integer({ min: 0, max: 400 }).map((days) => addDays(FIRST, days));

const posting = fc
  .record({
    postedOn: day,
    stays: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
    versionNumber: fc.integer({ min: 1, max: 3 }),
    isProven: fc.boolean(),
    removedAfter: fc.option(fc.integer({ min: 0, max: 90 }), { nil: null, freq: 2 }),
  })
  .map(({ postedOn, stays, versionNumber, isProven, removedAfter }) => ({
    postedOn,
    staysUntil: stays === null ? null : addDays(postedOn, stays),
    versionNumber,
    isProven,
    removedOn: removedAfter === null ? null : addDays(postedOn, removedAfter),
  }));
const place: fc.Arbitrary<PlaceFacts> = fc
  .record({
    kind: fc.constantFrom(...PLACE_KINDS),
    placeId: fc.option(fc.uuid(), { nil: null, freq: 8 }),
    posting: fc.option(posting, { nil: null }),
    earlier: fc.integer({ min: 0, max: 30 }),
    notSeen: fc.constantFrom(0, 0, 0, 2),
  })
  .map(({ earlier, ...one }) => {
    const own = one.placeId === null ? null : one.posting;
    return {
      ...one,
      villageId: null,
      name: 'Điểm',
      posting: own,
      firstPostedOn: own && addDays(own.postedOn, -earlier),
    };
  });
const facts: fc.Arbitrary<ItemFacts> = fc.record({
  dueOn: day,
  exception: fc.option(fc.record({ kind: fc.constantFrom('nil' as const, 'exempt' as const), on: day }), {
    nil: null,
    freq: 2,
  }),
  version: fc.option(
    fc.record({
      number: fc.integer({ min: 1, max: 3 }),
      isWithdrawn: fc.boolean(),
      isWhole: fc.boolean(),
      on: day,
    }),
    { nil: null },
  ),
  places: fc.array(place, { maxLength: 4 }),
  saidWrong: fc.constantFrom(0, 0, 1),
});
const moment = (today: CalendarDate) => ({ today, soonUntil: addDays(today, 7) });

const forAll = (holds: (item: ItemFacts, today: CalendarDate) => void): void =>
  fc.assert(fc.property(facts, day, holds), { numRuns: 2000 });

describe('the state of an item', () => {
  it('is always one of the published ones, and the same facts give the same', () => {
    forAll((item, today) => {
      expect(STATES).toContain(stateOf(item, moment(today)));
      expect(stateOf(item, moment(today))).toBe(stateOf(structuredClone(item), moment(today)));
    });
  });

  it('exempt outweighs everything, nil everything but that, withdrawn everything but both', () => {
    forAll((item, today) => {
      const state = stateOf(item, moment(today));
      if (item.exception?.kind === 'exempt') expect(state).toBe('exempt');
      else if (item.exception?.kind === 'nil') expect(state).toBe('nil');
      else if (item.version?.isWithdrawn) expect(state).toBe('withdrawn');
      else expect(['exempt', 'withdrawn', 'nil']).not.toContain(state);
    });
  });

  it('is never proven while a place that counts has no posting or no proof', () => {
    forAll((item, today) => {
      if (stateOf(item, moment(today)) !== 'proven') return;
      expect(item.version).not.toBeNull();
      expect(item.places.length).toBeGreaterThan(0);
      for (const { posting } of item.places) expect(posting?.isProven).toBe(true);
    });
  });

  it('with one proof less is never proven', () => {
    forAll((item, today) => {
      const less = item.places.map((one, at) =>
        at === 0 && one.posting ? { ...one, posting: { ...one.posting, isProven: false } } : one,
      );
      if (item.places[0]?.posting)
        expect(stateOf({ ...item, places: less }, moment(today))).not.toBe('proven');
    });
  });

  it('only moves on as days pass: not due, due soon, late; and hung, then expired', () => {
    const ORDER: Partial<Record<ItemState, number>> = { not_due: 0, due_soon: 1, late: 2 };
    forAll((item, today) => {
      const [now, later] = [stateOf(item, moment(today)), stateOf(item, moment(addDays(today, 3)))];
      const [a, b] = [ORDER[now], ORDER[later]];
      if (a !== undefined) expect(b).toBeGreaterThanOrEqual(a);
      else if (now === 'posted' || now === 'proven') expect([now, 'expired']).toContain(later);
      else expect(later).toBe(now);
    });
  });

  it('names a posting that came down before its last day was over', () => {
    const base = { dueOn: FIRST, exception: null, saidWrong: 0 };
    const version = { number: 1, isWithdrawn: false, isWhole: true, on: FIRST };
    const hung = (removedOn: string | null): ItemFacts => ({
      ...base,
      version,
      places: [
        {
          kind: 'office_board',
          placeId: 'a',
          villageId: null,
          name: 'Bảng tin',
          notSeen: 0,
          firstPostedOn: FIRST,
          posting: {
            postedOn: FIRST,
            staysUntil: calendarDate('2024-01-31'),
            versionNumber: 1,
            isProven: true,
            removedOn: removedOn as CalendarDate | null,
          },
        },
      ],
    });
    const on = (item: ItemFacts, today: string) => stateOf(item, moment(calendarDate(today)));
    expect(on(hung('2024-01-31'), '2024-01-31')).toBe('removed_early');
    expect(on(hung('2024-02-01'), '2024-02-01')).toBe('expired');
    expect(on(hung(null), '2024-01-31')).toBe('proven');
  });
});

describe('what the published page says', () => {
  it('names every state once, in the order in which they are tried', () => {
    expect([...TRIED].sort()).toEqual([...STATES].sort());
    forAll((item, today) => {
      const state = stateOf(item, moment(today));
      // With what decided taken away, only a later one can be the answer.
      if (!item.exception) return;
      const without = stateOf({ ...item, exception: null }, moment(today));
      if (without !== state) expect(TRIED.indexOf(without)).toBeGreaterThanOrEqual(1);
    });
  });

  it('names every reason and answer that a test gives, and no other', () => {
    const said = new Map(
      Object.entries(TEST_REASONS).map(([test, reasons]) => [
        test,
        new Set(reasons.flatMap(([reason, answers]) => answers.map((answer) => `${reason} ${answer}`))),
      ]),
    );
    const seen = new Set<string>();
    forAll((item, today) => {
      for (const [test, { reason, answer }] of Object.entries(threeTests(item, moment(today)))) {
        expect([...(said.get(test) ?? [])]).toContain(`${reason} ${answer}`);
        seen.add(`${test} ${reason} ${answer}`);
      }
    });
    expect(seen.size).toBe([...said.values()].reduce((sum, one) => sum + one.size, 0));
  });
});

describe('the three tests', () => {
  it('say “no” or “yes” for good once the due day is over, but for what a proof can still change', () => {
    forAll((item, today) => {
      if (today <= item.dueOn) return;
      const { time, place: where } = threeTests(item, moment(today));
      expect(time.answer).not.toBe('not_yet');
      if (where.answer === 'not_yet') expect(where.reason).toBe('not_all_proven');
    });
  });

  it('a test that says “no” about time never becomes “yes” as days pass', () => {
    forAll((item, today) => {
      if (threeTests(item, moment(today)).time.answer === 'no')
        expect(threeTests(item, moment(addDays(today, 5))).time.answer).toBe('no');
    });
  });

  it('what citizens did not see or found wrong is “no” whatever the unit claims', () => {
    forAll((item, today) => {
      const tests = threeTests(item, moment(today));
      if (item.places.some(({ notSeen }) => notSeen > 0)) expect(tests.place.answer).toBe('no');
      if (item.saidWrong > 0 && item.version) expect(tests.content.answer).toBe('no');
    });
  });

  it('three times “yes” is what the state calls proven, or over', () => {
    forAll((item, today) => {
      const answers = Object.values(threeTests(item, moment(today))).map(({ answer }) => answer);
      if (item.exception || item.version?.isWithdrawn || answers.some((answer) => answer !== 'yes')) return;
      expect(['proven', 'expired']).toContain(stateOf(item, moment(today)));
    });
  });
});
