/** A place's value of a score, with the standard error where it is published. */
export interface RankedValue {
  readonly code: string;
  readonly value: number;
  readonly standardError: number | null;
}

export interface Rank {
  /** 1 is the highest; places with equal values share a rank. */
  readonly rank: number;
  /** How many places have a value. */
  readonly of: number;
}

/** The factor with which the publisher makes its intervals: score ± 1.645 × standard error. */
export const PUBLISHED_FACTOR = 1.644_853_626_951;

/** Ranks by value, highest first; equal values share the better rank. */
export function ranksOf(values: readonly RankedValue[]): Map<string, Rank> {
  const sorted = [...values].sort((a, b) => b.value - a.value);
  const ranks = new Map<string, Rank>();
  let rank = 0;
  let before: number | null = null;
  for (const [index, one] of sorted.entries()) {
    if (one.value !== before) rank = index + 1;
    before = one.value;
    ranks.set(one.code, { rank, of: sorted.length });
  }
  return ranks;
}

/**
 * Whether two places truly differ: the difference exceeds 1.645 standard errors of a difference. `null` when a standard
 * error is not published.
 */
export function differs(a: RankedValue, b: RankedValue): boolean | null {
  if (a.standardError === null || b.standardError === null) return null;
  const gap = Math.abs(a.value - b.value);
  return gap > PUBLISHED_FACTOR * Math.hypot(a.standardError, b.standardError);
}

export interface RankInterval {
  /** The best rank the place can hold: one more than the places truly above it. */
  readonly best: number;
  readonly worst: number;
  /** Codes of the places from which it does not truly differ. */
  readonly alike: readonly string[];
}

/** The ranks between which a place truly lies; `null` when its own or another's standard error is not published. */
export function rankInterval(values: readonly RankedValue[], code: string): RankInterval | null {
  const own = values.find((one) => one.code === code);
  if (!own) return null;
  let above = 0;
  let below = 0;
  const alike: string[] = [];
  for (const other of values) {
    if (other.code === code) continue;
    const apart = differs(own, other);
    if (apart === null) return null;
    if (!apart) alike.push(other.code);
    else if (other.value > own.value) above += 1;
    else below += 1;
  }
  return { best: above + 1, worst: values.length - below, alike };
}
