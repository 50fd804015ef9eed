import { type Edition, rangeOf, TOTAL } from './editions.ts';
import { type Rank, type RankedValue, ranksOf } from './ranks.ts';
import { valuesOf, type YearResults } from './results.ts';
import { rescaled, type ScoreStatus, scaleOf } from './score.ts';

/** One value raised (or lowered): of a part "2.3", or of an indicator "2.3.1" that counts in some part. */
export interface Change {
  readonly code: string;
  readonly to: number;
}

export interface BeforeAfter {
  readonly code: string;
  readonly before: number;
  readonly after: number;
}

export interface WhatIf {
  readonly parts: readonly BeforeAfter[];
  readonly dimensions: readonly BeforeAfter[];
  readonly total: BeforeAfter;
  readonly rank: { readonly before: Rank; readonly after: Rank };
  /** As sure as the least sure rule that was used; changes of parts alone are `published`. */
  readonly status: ScoreStatus;
}

export type WhatIfProblem =
  | { readonly kind: 'no_total' }
  | { readonly kind: 'unknown'; readonly code: string }
  | { readonly kind: 'outside'; readonly code: string; readonly min: number; readonly max: number }
  | { readonly kind: 'not_reproducible'; readonly code: string };

interface Shift {
  readonly part: string;
  readonly points: number;
  readonly status: ScoreStatus;
}

/**
 * What the total and the rank of a place would be if these values were others and every other place stayed. Parts are kept
 * within their published range. Answers a problem when a code is unknown, out of its range, or its part cannot be had
 * from published indicators.
 */
export function whatIf(
  results: YearResults,
  place: string,
  changes: readonly Change[],
): { ok: true; value: WhatIf } | { ok: false; problem: WhatIfProblem } {
  const own = results.places.get(place)?.values;
  const total = own?.get(TOTAL)?.value;
  if (!own || total === undefined) return { ok: false, problem: { kind: 'no_total' } };
  const shifts: Shift[] = [];
  for (const change of changes) {
    const read = shiftsOf(results, place, change);
    if ('kind' in read) return { ok: false, problem: read };
    shifts.push(...read);
  }
  return { ok: true, value: applied(results, place, total, shifts) };
}

/** What a change adds to parts, in points: one part for most codes. */
function shiftsOf(
  results: YearResults,
  place: string,
  { code, to }: Change,
): readonly Shift[] | WhatIfProblem {
  const { edition } = results;
  const from = results.places.get(place)?.values.get(code)?.value;
  if (from === undefined) return { kind: 'unknown', code };
  const range = rangeOf(edition, code) ?? observedRange(results, code);
  if (!range) return { kind: 'not_reproducible', code };
  if (!(to >= range.min && to <= range.max)) return { kind: 'outside', code, ...range };
  if (edition.parts.has(code)) return [{ part: code, points: to - from, status: 'published' }];
  const indicator = edition.indicators.get(code);
  if (!indicator) return { kind: 'unknown', code };
  const shifts: Shift[] = [];
  for (const part of edition.parts.values()) {
    if (!part.scored.includes(code)) continue;
    if (part.status === 'not_reproducible') return { kind: 'not_reproducible', code };
    const gain = rescaled(to, range, indicator.better) - rescaled(from, range, indicator.better);
    shifts.push({ part: part.code, points: part.weight * gain, status: part.status });
  }
  return shifts.length > 0 ? shifts : { kind: 'not_reproducible', code };
}

function observedRange(results: YearResults, code: string): { min: number; max: number } | null {
  const indicator = results.edition.indicators.get(code);
  if (!indicator) return null;
  const places = [...results.places.values()].map((place) => ({
    code: place.code,
    values: new Map([...place.values].map(([key, { value }]) => [key, value])),
  }));
  return scaleOf(indicator, places);
}

function applied(results: YearResults, place: string, total: number, shifts: readonly Shift[]): WhatIf {
  const { edition } = results;
  const values = results.places.get(place)?.values ?? new Map();
  const parts: BeforeAfter[] = [];
  for (const code of new Set(shifts.map((shift) => shift.part))) {
    const before = values.get(code)?.value;
    const part = edition.parts.get(code);
    if (before === undefined || !part) continue;
    const moved = shifts.reduce((sum, shift) => (shift.part === code ? sum + shift.points : sum), before);
    parts.push({ code, before, after: Math.min(part.max, Math.max(part.min, moved)) });
  }
  const gained = (list: readonly BeforeAfter[]) => list.reduce((sum, one) => sum + one.after - one.before, 0);
  const dimensions = edition.dimensions.flatMap((dimension): BeforeAfter[] => {
    const before = values.get(dimension.code)?.value;
    const gain = gained(parts.filter((part) => dimension.parts.includes(part.code)));
    return gain === 0 || before === undefined ? [] : [{ code: dimension.code, before, after: before + gain }];
  });
  const after = total + gained(parts);
  return {
    parts,
    dimensions,
    total: { code: TOTAL, before: total, after },
    rank: { before: rankIn(results, place, total), after: rankIn(results, place, after) },
    status: leastSure(shifts),
  };
}

const ORDER: readonly ScoreStatus[] = ['published', 'exact', 'near_exact', 'approximate'];

function leastSure(shifts: readonly Shift[]): ScoreStatus {
  return ORDER[Math.max(0, ...shifts.map((shift) => ORDER.indexOf(shift.status)))] ?? 'approximate';
}

function rankIn(results: YearResults, place: string, value: number): Rank {
  const all: RankedValue[] = valuesOf(results, TOTAL).map((one) =>
    one.code === place ? { ...one, value } : one,
  );
  return ranksOf(all).get(place) ?? { rank: 1, of: 1 };
}

/** How many points one step of an indicator is worth in its part: the weight over the length of its scale. */
export function pointsPerUnit(edition: Edition, indicatorCode: string): number | null {
  const indicator = edition.indicators.get(indicatorCode);
  if (indicator?.min == null || indicator.max == null) return null;
  let points = 0;
  for (const part of edition.parts.values()) {
    if (!part.scored.includes(indicatorCode)) continue;
    if (part.status === 'not_reproducible') return null;
    points += part.weight / (indicator.max - indicator.min);
  }
  return points === 0 ? null : points * (indicator.better === 'lower' ? -1 : 1);
}
