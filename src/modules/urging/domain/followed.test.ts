import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import type { AnyKind } from '../../assignments/index.ts';
import { countOutcomes, followedOf, movedOf, OUTCOMES } from './followed.ts';

const DAY = calendarDate('2024-06-25');
const steps = (...kinds: AnyKind[]) => kinds.map((kind) => ({ kind, happenedOn: DAY }));

/** Kinds that say something about the work without moving it. */
const STILL: AnyKind[] = ['hand', 'adopt', 'due_moved', 'amend', 'override', 'override_end', 'ask'];
const MOVING: AnyKind[] = ['start', 'claim', 'accept', 'return', 'not_applicable', 'reopen', 'drop'];

describe('what followed an urging', () => {
  it.each([
    [[], 'nothing'],
    [['start'], 'started'],
    [['start', 'claim'], 'claimed'],
    [['claim', 'accept'], 'accepted'],
    [['claim', 'return'], 'returned'],
    [['claim', 'return', 'claim'], 'claimed'],
    [['not_applicable'], 'set_aside'],
    [['not_applicable', 'reopen'], 'nothing'],
    [['drop'], 'set_aside'],
  ] as [AnyKind[], string][])('who was asked to do: %j → %s', (kinds, outcome) => {
    expect(followedOf('do', steps(...kinds)).outcome).toBe(outcome);
  });

  it.each([
    [[], 'nothing'],
    [['ask'], 'nothing'],
    [['accept'], 'accepted'],
    [['return', 'claim', 'accept'], 'returned'],
    [['return', 'start'], 'returned'],
  ] as [AnyKind[], string][])(
    'who was asked to answer is read by the first answer: %j → %s',
    (kinds, outcome) => {
      expect(followedOf('answer', steps(...kinds)).outcome).toBe(outcome);
    },
  );

  it('what does not move the work changes nothing, wherever it stands', () => {
    const kinds = fc.array(fc.constantFrom(...STILL, ...MOVING), { maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom('do' as const, 'answer' as const), kinds, (asks, all) => {
        const moving = all.filter((kind) => MOVING.includes(kind));
        expect(followedOf(asks, steps(...all))).toEqual(followedOf(asks, steps(...moving)));
      }),
    );
  });

  it('whoever answered has answered: nothing later takes it back', () => {
    const kinds = fc.array(fc.constantFrom(...STILL, ...MOVING), { maxLength: 8 });
    fc.assert(
      fc.property(kinds, kinds, (first, later) => {
        const answered = followedOf('answer', steps(...first));
        if (answered.outcome !== 'nothing')
          expect(followedOf('answer', steps(...first, ...later))).toEqual(answered);
      }),
    );
  });

  it('something happened on a day exactly when something followed', () => {
    const kinds = fc.array(fc.constantFrom(...STILL, ...MOVING), { maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom('do' as const, 'answer' as const), kinds, (asks, all) => {
        const { outcome, on } = followedOf(asks, steps(...all));
        expect(on === null).toBe(outcome === 'nothing');
      }),
    );
  });

  it('counts hold every item once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...OUTCOMES)), (outcomes) => {
        const counts = countOutcomes(outcomes);
        expect(movedOf(counts) + counts.nothing).toBe(outcomes.length);
      }),
    );
  });
});
