import { type Edition, type EditionPart, type Indicator, type RuleStatus, TOTAL } from './editions.ts';

/**
 * How a score came about, from the surest on: computed and tested against the published table (`exact`,
 * `near_exact`), taken as it was `published`, only estimated, not to be had from the published table, or missing.
 * Only the first three assert a score.
 */
export type ScoreStatus = RuleStatus | 'published' | 'missing';

/** One place's published values: indicators, and parts ("1.2") that are taken as published instead of computed. */
export interface PlaceValues {
  readonly code: string;
  readonly values: ReadonlyMap<string, number>;
  /** Parts of which the table has indicators that the edition does not know. */
  readonly beyond?: ReadonlySet<string>;
}

export interface Scored {
  /** Points; `null` unless the status is `exact`, `near_exact` or `published`. */
  readonly score: number | null;
  readonly status: ScoreStatus;
  /** A value that must not be shown as the score; present for `approximate` alone. */
  readonly estimate: number | null;
}

export interface ScoredPart extends Scored {
  /** Codes of indicators that are needed and absent. */
  readonly lacking: readonly string[];
}

export interface ScoredPlace {
  readonly code: string;
  readonly parts: ReadonlyMap<string, ScoredPart>;
  readonly dimensions: ReadonlyMap<string, Scored>;
  readonly total: Scored;
}

/** Worst last: a sum is as sure as its least sure term. */
const SURENESS: readonly ScoreStatus[] = [
  'exact',
  'published',
  'near_exact',
  'approximate',
  'not_reproducible',
  'missing',
];

/** The extremes of a year are those of all its provinces; fewer places than this do not tell them. */
const LEAST_PLACES_FOR_EXTREMES = 30;

/** Room for the rounding of stored numbers at the ends of a scale. */
const TOLERANCE = 1e-6;

export interface Extremes {
  readonly min: number;
  readonly max: number;
}

/** The scale on which an indicator of this year is rescaled; `null` when too few places tell it. */
export function scaleOf(indicator: Indicator, places: readonly PlaceValues[]): Extremes | null {
  if (indicator.min !== null && indicator.max !== null) return { min: indicator.min, max: indicator.max };
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let count = 0;
  for (const place of places) {
    const value = place.values.get(indicator.code);
    if (value === undefined) continue;
    count += 1;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return count >= LEAST_PLACES_FOR_EXTREMES && max > min ? { min, max } : null;
}

/** 0 at the worse end of the scale, 1 at the better one. */
export function rescaled(value: number, { min, max }: Extremes, better: Indicator['better']): number {
  const share = (value - min) / (max - min);
  return better === 'lower' ? 1 - share : share;
}

/**
 * Scores every place of one year by the edition's rule: part = constant + weight × sum of rescaled indicators (for most
 * parts lo + (hi − lo) × their mean), dimension = sum of its parts, total = sum of the dimensions. A part that the
 * published tables cannot give asserts no score, and neither does a sum that holds it.
 */
export function scorePlaces(edition: Edition, places: readonly PlaceValues[]): ScoredPlace[] {
  const scales = new Map<string, Extremes | null>();
  for (const indicator of edition.indicators.values()) {
    if (indicator.isScored) scales.set(indicator.code, scaleOf(indicator, places));
  }
  return places.map((place) => scorePlace(edition, scales, place));
}

function scorePlace(
  edition: Edition,
  scales: ReadonlyMap<string, Extremes | null>,
  place: PlaceValues,
): ScoredPlace {
  const values = withoutWithheld(edition, place.values);
  const parts = new Map<string, ScoredPart>();
  for (const part of edition.parts.values()) {
    parts.set(part.code, scorePart(edition, part, scales, { ...place, values }));
  }
  const dimensions = new Map(
    edition.dimensions.map((dimension): [string, Scored] => [
      dimension.code,
      sumOf(dimension.parts.map((code) => parts.get(code) ?? MISSING)),
    ]),
  );
  return { code: place.code, parts, dimensions, total: sumOf([...dimensions.values()]) };
}

const MISSING: Scored = { score: null, status: 'missing', estimate: null };

/** A dimension whose scored indicators are all stored as 0 was withheld, not measured. */
function withoutWithheld(edition: Edition, values: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const withheld = new Set<string>();
  for (const dimension of edition.dimensions) {
    const codes = dimension.parts.flatMap((part) => edition.parts.get(part)?.indicators ?? []);
    const known = codes.filter((code) => values.has(code));
    if (known.length > 1 && known.every((code) => values.get(code) === 0)) {
      for (const code of known) withheld.add(code);
    }
  }
  if (withheld.size === 0) return values;
  return new Map([...values].filter(([code]) => !withheld.has(code)));
}

function scorePart(
  edition: Edition,
  part: EditionPart,
  scales: ReadonlyMap<string, Extremes | null>,
  { values, beyond }: PlaceValues,
): ScoredPart {
  const published = values.get(part.code);
  // No part can be 0: a stored 0 stands for a withheld place.
  if (published) return { score: published, status: 'published', estimate: null, lacking: [] };
  const lacking = part.scored.filter((code) => !isThere(edition, code, values));
  const bare = (status: ScoreStatus): ScoredPart => ({ score: null, status, estimate: null, lacking });
  if (part.status === 'not_reproducible') {
    const isThereSome = beyond?.has(part.code) || part.indicators.some((code) => values.has(code));
    return bare(isThereSome ? 'not_reproducible' : 'missing');
  }
  const unprinted = lacking.filter((code) => edition.indicators.get(code)?.isUnprinted);
  if (lacking.length > unprinted.length) return bare('missing');
  if (unprinted.length > 0) return bare('not_reproducible');
  let sum = 0;
  for (const code of part.scored) {
    const indicator = edition.indicators.get(code);
    const scale = scales.get(code);
    const value = values.get(code);
    if (!indicator || !scale || value === undefined || isOutside(value, scale)) {
      return bare('not_reproducible');
    }
    sum += rescaled(value, scale, indicator.better);
  }
  const score = part.constant + part.weight * sum;
  return part.status === 'approximate'
    ? { score: null, status: 'approximate', estimate: score, lacking }
    : { score, status: part.status, estimate: null, lacking };
}

/** On a scale that begins above 0 a stored 0 is no answer. */
function isThere(edition: Edition, code: string, values: ReadonlyMap<string, number>): boolean {
  const value = values.get(code);
  if (value === undefined) return false;
  const min = edition.indicators.get(code)?.min ?? null;
  return !(value === 0 && min !== null && min > 0);
}

function isOutside(value: number, { min, max }: Extremes): boolean {
  return value < min - TOLERANCE || value > max + TOLERANCE;
}

/** The sum of terms, as sure as the least sure of them; `missing` when there is no term at all. */
export function sumOf(terms: readonly Scored[]): Scored {
  if (terms.length === 0) return MISSING;
  const worst = Math.max(...terms.map((term) => SURENESS.indexOf(term.status)));
  const status = SURENESS[worst] ?? 'missing';
  if (terms.every((term) => term.score !== null)) {
    return { score: terms.reduce((sum, term) => sum + (term.score ?? 0), 0), status, estimate: null };
  }
  const likely = terms.map((term) => term.score ?? term.estimate);
  const estimate = likely.every((value) => value !== null)
    ? likely.reduce<number>((sum, value) => sum + (value ?? 0), 0)
    : null;
  return { score: null, status, estimate };
}

/**
 * Dimensions and the total of a place from its published parts, as the sums they are: what the publisher stores for them
 * is the same to rounding. A dimension lacking a part is absent, and so is the total then.
 */
export function sumsOf(edition: Edition, parts: ReadonlyMap<string, number>): Map<string, number> {
  const sums = new Map<string, number>();
  let total: number | null = 0;
  for (const dimension of edition.dimensions) {
    const values = dimension.parts.map((code) => parts.get(code) ?? 0);
    if (values.some((value) => value === 0)) {
      total = null;
      continue;
    }
    const sum = values.reduce((all, value) => all + value, 0);
    sums.set(dimension.code, sum);
    if (total !== null) total += sum;
  }
  if (total !== null) sums.set(TOTAL, total);
  return sums;
}
