import { percentile } from './bands.ts';
import { isComparable } from './comparable.ts';
import { valuesOf, type YearResults } from './results.ts';

/** Points that a place lacks in one part (or dimension); never below 0, `null` where there is nothing to compare with. */
export interface Loss {
  readonly code: string;
  readonly value: number;
  /** Against the best place of the year. */
  readonly againstBest: number;
  readonly best: number;
  /** Codes of the best places. */
  readonly bestPlaces: readonly string[];
  /** Against the 75th percentile of the year. */
  readonly againstTopQuarter: number;
  readonly topQuarter: number;
  /** Against the place's own best year that is comparable. */
  readonly againstOwnPast: number | null;
  readonly ownBest: { readonly year: number; readonly value: number } | null;
  /** Against the year before, signed: above 0 means a rise. `null` where the two years are not comparable. */
  readonly change: number | null;
}

/**
 * Where a place loses points in a year: one entry for each of `codes` it has a value of, the largest loss against the
 * best first. `past` are results of earlier years.
 */
export function lossesOf(
  results: YearResults,
  place: string,
  codes: Iterable<string>,
  past: readonly YearResults[] = [],
): Loss[] {
  const losses: Loss[] = [];
  for (const code of codes) {
    const loss = lossOf(results, place, code, past);
    if (loss) losses.push(loss);
  }
  return losses.sort((a, b) => b.againstBest - a.againstBest);
}

function lossOf(
  results: YearResults,
  place: string,
  code: string,
  past: readonly YearResults[],
): Loss | null {
  const own = results.places.get(place)?.values.get(code)?.value;
  if (own === undefined) return null;
  const all = valuesOf(results, code);
  const best = Math.max(...all.map((one) => one.value));
  const topQuarter = percentile(
    all.map((one) => one.value),
    0.75,
  );
  const ownPast = past.flatMap(({ year, places }) => {
    const value = places.get(place)?.values.get(code)?.value;
    return value !== undefined && year < results.year && isComparable(code, year, results.year)
      ? [{ year, value }]
      : [];
  });
  const ownBest = ownPast.reduce<{ year: number; value: number } | null>(
    (top, one) => (top === null || one.value > top.value ? one : top),
    null,
  );
  const before = ownPast.find((one) => one.year === results.year - 1);
  return {
    code,
    value: own,
    againstBest: best - own,
    best,
    bestPlaces: all.filter((one) => one.value === best).map((one) => one.code),
    againstTopQuarter: Math.max(0, (topQuarter ?? own) - own),
    topQuarter: topQuarter ?? own,
    againstOwnPast: ownBest ? Math.max(0, ownBest.value - own) : null,
    ownBest,
    change: before ? own - before.value : null,
  };
}
