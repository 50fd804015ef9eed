import { isComparable } from './comparable.ts';
import { ranksOf } from './ranks.ts';
import { valuesOf, type YearResults } from './results.ts';

/** What is aimed at for a year: a better rank than the year before, or so many points. */
export interface Target {
  readonly year: number;
  /** The total, a content or a part. */
  readonly code: string;
  readonly kind: 'rank_up' | 'points';
  readonly points: number | null;
  readonly note: string;
}

export type TargetState = 'open' | 'met' | 'missed' | 'not_comparable';

/** Whether a place reached its target: open until the year is published. */
export function targetState(target: Target, place: string, results: readonly YearResults[]): TargetState {
  const year = results.find((one) => one.year === target.year);
  const value = year?.places.get(place)?.values.get(target.code)?.value;
  if (!year || value === undefined) return 'open';
  if (target.kind === 'points') return value >= (target.points ?? 0) ? 'met' : 'missed';
  const before = results.find((one) => one.year === target.year - 1);
  if (!before || !isComparable(target.code, before.year, year.year)) return 'not_comparable';
  const now = ranksOf(valuesOf(year, target.code)).get(place)?.rank;
  const then = ranksOf(valuesOf(before, target.code)).get(place)?.rank;
  if (now === undefined || then === undefined) return 'not_comparable';
  return now < then ? 'met' : 'missed';
}
