import type { CalendarDate } from '../../../kernel/dates.ts';
import type { AnyKind } from '../../assignments/index.ts';
import type { Asks } from './candidate.ts';

/** How far what was urged has come since; `nothing` when nobody moved. */
export const OUTCOMES = ['nothing', 'started', 'claimed', 'returned', 'accepted', 'set_aside'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Followed {
  readonly outcome: Outcome;
  /** The day it happened, as told; `null` for nothing. */
  readonly on: CalendarDate | null;
}

/** An entry that stands after the last one there was when the work was urged. */
export interface LaterStep {
  readonly kind: AnyKind;
  readonly happenedOn: CalendarDate;
}

const NOTHING: Followed = { outcome: 'nothing', on: null };

const LEADS_TO: Partial<Record<AnyKind, Outcome>> = {
  start: 'started',
  claim: 'claimed',
  return: 'returned',
  accept: 'accepted',
  not_applicable: 'set_aside',
  drop: 'set_aside',
  reopen: 'nothing',
};

/** What ends the waiting of somebody who reported. */
const ANSWERS: readonly AnyKind[] = ['accept', 'return', 'not_applicable', 'drop'];

/**
 * What followed an urging, from the entries after it in their order. Who was asked to do is read by the last step; who was
 * asked to answer, by the first answer: what the unit does afterwards is no longer theirs.
 */
export function followedOf(asks: Asks, steps: readonly LaterStep[]): Followed {
  const step =
    asks === 'answer'
      ? steps.find(({ kind }) => ANSWERS.includes(kind))
      : steps.findLast(({ kind }) => LEADS_TO[kind] !== undefined);
  const outcome = step && LEADS_TO[step.kind];
  if (!step || outcome === undefined || outcome === 'nothing') return NOTHING;
  return { outcome, on: step.happenedOn };
}

export type OutcomeCounts = Readonly<Record<Outcome, number>>;

export function countOutcomes(outcomes: readonly Outcome[]): OutcomeCounts {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const outcome of outcomes) counts[outcome] += 1;
  return counts;
}

/** How many moved at all. */
export function movedOf(counts: OutcomeCounts): number {
  return OUTCOMES.reduce((sum, outcome) => sum + (outcome === 'nothing' ? 0 : counts[outcome]), 0);
}
