import type { Edition, Indicator } from './editions.ts';

/** Shares of people stand as 0–1 or as percent 0–100. */
export type ShareUnit = 'share' | 'percent';

/** One value as it stood in a file. */
export interface RawValue {
  readonly code: string;
  readonly value: number;
  /** The cell itself says "%". */
  readonly isPercent: boolean;
  /** Where a person finds it: "D17". */
  readonly address: string;
}

/** Values that cannot be told apart as shares or percent. */
export interface MixedUnits {
  readonly shares: RawValue;
  readonly percents: RawValue;
}

export type UnitDecision =
  | {
      readonly ok: true;
      readonly unit: ShareUnit;
      /** Indicators that stand on another scale and count in no asserted score: they are left out. */
      readonly aside: ReadonlySet<string>;
    }
  | { readonly ok: false; readonly mixed: MixedUnits };

const TOLERANCE = 1e-6;
/**
 * Real percents run down to 1 % without a gap (in 2018 every indicator has one below 4 %); a value of 0.4 where all others
 * stand above 5 % is a share.
 */
const GAP = 5;
/** In a table of percents few values lie at 1 % and below; more of them mean that two kinds of tables were joined. */
const MOST_SMALL = 0.2;

/** How far from 0 a share can lie: 1 for most, 2 for 1.1.1, 3 for 6.4.2. */
function reachOf(indicator: Indicator): number {
  return Math.max(Math.abs(indicator.min ?? 0), Math.abs(indicator.max ?? 1)) + TOLERANCE;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const NONE: ReadonlySet<string> = new Set();

interface Column {
  readonly reach: number;
  readonly small: RawValue[];
  readonly large: RawValue[];
}

/** The indicators from which some score is asserted; the scales of others are not all verified. */
export function firmIndicators(edition: Edition): ReadonlySet<string> {
  const firm = [...edition.parts.values()].filter(
    ({ status }) => status === 'exact' || status === 'near_exact',
  );
  return new Set(firm.flatMap(({ scored }) => scored));
}

/**
 * Whether the shares of a table stand as 0–1 or as percent, by the indicators that scores are asserted from, or by all of them in
 * a table without these. One of the others that stands differently has no known scale and is set aside.
 */
export function unitOf(edition: Edition, values: readonly RawValue[]): UnitDecision {
  const columns = columnsOf(edition, values);
  const firm = firmIndicators(edition);
  const named = [...columns].filter(([code]) => firm.has(code)).map(([, column]) => column);
  const decision = unitOfColumns(named.length > 0 ? named : [...columns.values()]);
  if (!decision.ok) return decision;
  const aside = [...columns].flatMap(([code, column]) => {
    const own = unitOfColumns([column]);
    return firm.has(code) || (own.ok && own.unit === decision.unit) ? [] : [code];
  });
  return { ...decision, aside: new Set(aside) };
}

function columnsOf(edition: Edition, values: readonly RawValue[]): Map<string, Column> {
  const columns = new Map<string, Column>();
  for (const one of values) {
    const indicator = edition.indicators.get(one.code);
    if (indicator?.scale !== 'share' || one.isPercent || one.value === 0) continue;
    const column = columns.get(one.code) ?? { reach: reachOf(indicator), small: [], large: [] };
    (Math.abs(one.value) > column.reach ? column.large : column.small).push(one);
    columns.set(one.code, column);
  }
  return columns;
}

/** None may pass the end of its scale in a table of shares, every one does in a table of percents; anything between is refused. */
function unitOfColumns(all: readonly Column[]): UnitDecision {
  const large = all.find((column) => column.large.length > 0)?.large[0];
  if (!large) return { ok: true, unit: 'share', aside: NONE };
  const smallColumn = all.find((column) => column.large.length === 0)?.small[0];
  if (smallColumn) return mixed(smallColumn, large);
  for (const column of all) {
    const [odd] = column.small;
    const least = Math.min(...column.large.map((one) => Math.abs(one.value)));
    if (odd && least > GAP * column.reach) return mixed(odd, column.large[0] ?? large);
  }
  const small = all.flatMap((column) => column.small);
  const count = all.reduce((sum, column) => sum + column.small.length + column.large.length, 0);
  const [first] = small;
  return first && small.length > count * MOST_SMALL
    ? mixed(first, large)
    : { ok: true, unit: 'percent', aside: NONE };
}

function mixed(shares: RawValue, percents: RawValue): UnitDecision {
  return { ok: false, mixed: { shares, percents } };
}

/** A sum of four percentages at 1 and below was stored as a share, or is improbably small: nobody can tell. */
const DOUBTFUL_SUM = 1;
/** More than 100 victims of a hundred people means that percents were multiplied once more. */
const IMPOSSIBLE_SUM = 100;

/**
 * How to read the sums of percentages (6.4.3): as they stand, divided by a hundred when most pass 100, or not at all (`null`)
 * when all lie at 1 and below.
 */
export function sumFactor(values: readonly number[]): number | null {
  const there = values.filter((value) => value !== 0);
  if (there.length === 0) return 1;
  if (Math.max(...there) <= DOUBTFUL_SUM) return null;
  return median(there) > IMPOSSIBLE_SUM ? 0.01 : 1;
}
