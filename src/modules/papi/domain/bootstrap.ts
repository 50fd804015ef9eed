/** What a unit's total is made of: each term's value, its standard error, and how many points one unit of it is worth. */
export interface DrawnUnit {
  readonly code: string;
  /** Points that do not vary. */
  readonly constant: number;
  readonly terms: readonly DrawnTerm[];
}

export interface DrawnTerm {
  readonly value: number;
  readonly standardError: number;
  readonly weight: number;
  /** Draws are kept within the scale. */
  readonly min: number;
  readonly max: number;
}

export interface DrawnRank {
  readonly code: string;
  /** Rank of the values as they stand. */
  readonly rank: number;
  /** The ranks between which 90 of 100 draws lie, the share of the publisher's own intervals. */
  readonly best: number;
  readonly worst: number;
  /** Share of draws in which the unit is first. */
  readonly first: number;
}

export interface DrawOptions {
  readonly draws: number;
  /** The same seed draws the same. */
  readonly seed: number;
  /** Called after each portion of the draws with how many are done; answering false ends the work. */
  readonly proceed?: (done: number) => boolean | Promise<boolean>;
  /** How many draws between two calls of `proceed`. */
  readonly portion?: number;
}

const TAIL = 0.05;
const DEFAULT_PORTION = 25;

/** mulberry32: 32 bits of state, good enough to draw samples, the same everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Standard normal numbers by Marsaglia's polar method. */
export function normalNumbers(random: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const u = 2 * random() - 1;
      const v = 2 * random() - 1;
      const square = u * u + v * v;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = v * factor;
      return u * factor;
    }
  };
}

/**
 * Draws every term anew around its value, adds up the totals and ranks the units, `draws` times; answers the interval of
 * each unit's rank. `null` when `proceed` ended it.
 */
export async function drawRanks(
  units: readonly DrawnUnit[],
  { draws, seed, proceed, portion = DEFAULT_PORTION }: DrawOptions,
): Promise<DrawnRank[] | null> {
  const normal = normalNumbers(seededRandom(seed));
  const counts = units.map(() => new Uint32Array(units.length + 1));
  const totals = new Float64Array(units.length);
  for (let draw = 0; draw < draws; draw++) {
    if (proceed && draw % portion === 0 && !(await proceed(draw))) return null;
    for (const [index, unit] of units.entries()) totals[index] = drawnTotal(unit, normal);
    countRanks(totals, counts);
  }
  if (proceed && !(await proceed(draws))) return null;
  const standing = standingRanks(units);
  return units.map((unit, index) => {
    const histogram = counts[index] ?? new Uint32Array();
    return {
      code: unit.code,
      rank: standing[index] ?? 0,
      best: rankAt(histogram, draws * TAIL),
      worst: rankAt(histogram, draws * (1 - TAIL)),
      first: (histogram[1] ?? 0) / Math.max(1, draws),
    };
  });
}

function drawnTotal(unit: DrawnUnit, normal: () => number): number {
  let total = unit.constant;
  for (const term of unit.terms) {
    const drawn = term.value + term.standardError * normal();
    total += term.weight * (drawn < term.min ? term.min : drawn > term.max ? term.max : drawn);
  }
  return total;
}

function countRanks(totals: Float64Array, counts: readonly Uint32Array[]): void {
  const order = Array.from(totals.keys()).sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0));
  for (const [place, index] of order.entries()) {
    const histogram = counts[index];
    if (histogram) histogram[place + 1] = (histogram[place + 1] ?? 0) + 1;
  }
}

function standingRanks(units: readonly DrawnUnit[]): number[] {
  const totals = units.map((unit) => drawnTotal(unit, () => 0));
  return totals.map((own) => 1 + totals.filter((other) => other > own).length);
}

/** The rank up to which more than `upTo` draws lie. */
function rankAt(histogram: Uint32Array, upTo: number): number {
  let seen = 0;
  for (let rank = 1; rank < histogram.length; rank++) {
    seen += histogram[rank] ?? 0;
    if (seen > upTo || (seen === upTo && rank === histogram.length - 1)) return rank;
  }
  return Math.max(1, histogram.length - 1);
}
