import { appliesOf, type Counts, percentOf } from './cell.ts';

/** A median over fewer units would say what one of them did. */
export const FEWEST_UNITS = 5;

/** The middle of numbers; of an even number of them the mean of both; `null` of none. */
export function medianOf(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

/** What stands in the middle of units of one kind, each for itself; it belongs to no unit. */
export interface Median {
  /** Accepted of what applies, in percent. */
  readonly percent: number | null;
  readonly overdue: number | null;
}

/** The median over units to which something applies; nothing at all over fewer than `FEWEST_UNITS`. */
export function medianCounts(units: readonly Counts[]): Median {
  const counted = units.filter((one) => appliesOf(one) > 0);
  if (counted.length < FEWEST_UNITS) return { percent: null, overdue: null };
  return {
    percent: medianOf(counted.flatMap((one) => percentOf(one) ?? [])),
    overdue: medianOf(counted.map(({ overdue }) => overdue)),
  };
}
