import type { CalendarDate } from '../../../kernel/dates.ts';

export const NUMBER_KINDS = ['count', 'amount', 'rate', 'date', 'text'] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

export const DIRECTIONS = ['up', 'down', 'none'] as const;
/** Whether more is better. */
export type Direction = (typeof DIRECTIONS)[number];

export const ROLL_UPS = ['sum', 'rate', 'last', 'none'] as const;
/**
 * How values add up. `sum`: over units and over time. `rate`: numerators and denominators, each over units and time. `last`: a
 * stock, added over units, the latest one over time. `none`: not at all.
 */
export type RollUp = (typeof ROLL_UPS)[number];

export const VIAS = ['page', 'sheet', 'api', 'import'] as const;
/** The way by which a value came. */
export type Via = (typeof VIAS)[number];

/**
 * What one unit says of one figure for one period. Nothing said is `undefined` or an absent row, never 0. A rate of 0/0 says
 * that nothing arose.
 */
export type Figure =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'rate'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'date'; readonly on: CalendarDate }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'no_data'; readonly reason: string };

export type FigureKind = Figure['kind'];

/** Which shape of value a definition takes; besides it every one takes `no_data`. */
export const SHAPE_OF: Readonly<Record<NumberKind, FigureKind>> = {
  count: 'number',
  amount: 'number',
  rate: 'rate',
  date: 'date',
  text: 'words',
};

/** A kind of period a figure is asked for; a window recurs each year between two days, perhaps over New Year. */
export type AskedPeriod =
  | { readonly kind: 'month' | 'quarter' | 'half' | 'year' }
  /** Days written `MM-DD`, both included: `12-15` to `03-14`. */
  | { readonly kind: 'window'; readonly from: string; readonly to: string };

/** Who enters: units of groups, of kinds on a tier, and single ones, as of the last day of a period. */
export interface EnteredBy {
  readonly groups: readonly string[];
  readonly kinds: readonly { readonly kind: string; readonly tier: string | null }[];
  readonly unitIds: readonly string[];
}

/** A figure as it is defined. */
export interface FigureDefinition {
  readonly id: string;
  /** `CT1.01a`; stays when the name changes. */
  readonly code: string;
  readonly name: string;
  /** `hồ sơ`, `%`, `triệu đồng`. */
  readonly unitOfMeasure: string;
  readonly numberKind: NumberKind;
  /** Digits after the decimal comma that may be entered, 0–3. */
  readonly decimals: number;
  /** The largest number that can be true: 100 points. */
  readonly atMost: number | null;
  readonly numeratorLabel: string | null;
  readonly denominatorLabel: string | null;
  /** The numerator of the rate is a part of the denominator. */
  readonly isPart: boolean;
  /** PAPI content 0–8. */
  readonly dimension: number;
  readonly subDimension: string | null;
  readonly direction: Direction;
  readonly enteredBy: EnteredBy;
  /** The lead agency that asks for it. */
  readonly ownerUnitId: string;
  readonly periods: readonly AskedPeriod[];
  /** Counted from the beginning of the year, not of the period. */
  readonly isCumulative: boolean;
  readonly evidenceWanted: boolean;
  readonly rollUp: RollUp;
  /** Of a rate in per cent, of a number in its unit of measure. */
  readonly target: number | null;
  readonly source: string;
  readonly note: string;
  /** Asked no more for periods that end after this day. */
  readonly askedUntil: CalendarDate | null;
  /** Counts changes: a form carries it. */
  readonly revision: number;
  readonly changedAt: Date;
  readonly changedBy: string;
}

/** A value that stands, or stood at the instant read. */
export interface FigureValue {
  readonly id: string;
  readonly figureId: string;
  readonly unitId: string;
  readonly periodCode: string;
  readonly value: Figure;
  /** Came after the time for the period: kept, marked, and counted only later or by a reasoned reopening. */
  readonly isLate: boolean;
  readonly via: Via;
  readonly byPersonId: string | null;
  readonly byName: string;
  /** The unit of whoever entered it; another than `unitId` when it was entered for the unit. */
  readonly byUnitId: string | null;
  /** When the cell was first filled. */
  readonly firstAt: Date;
  readonly revision: number;
  /** When it became what it is. */
  readonly changedAt: Date;
}

/** A cell as it is stored: `value` is `null` once it was taken back. */
export type StoredCell = Omit<FigureValue, 'value'> & { readonly value: Figure | null };

export const isFilled = (cell: StoredCell | undefined): cell is FigureValue =>
  cell !== undefined && cell.value !== null;

/** The rate itself, in per cent; `null` when nothing arose (0/0) or the value is none. */
export function percentOf(value: Figure | undefined): number | null {
  if (value?.kind !== 'rate' || value.denominator === 0) return null;
  return (value.numerator / value.denominator) * 100;
}

/** The same thing said. */
export function sameFigure(a: Figure, b: Figure): boolean {
  switch (a.kind) {
    case 'number':
      return b.kind === 'number' && a.number === b.number;
    case 'rate':
      return b.kind === 'rate' && a.numerator === b.numerator && a.denominator === b.denominator;
    case 'date':
      return b.kind === 'date' && a.on === b.on;
    case 'words':
      return b.kind === 'words' && a.words === b.words;
    case 'no_data':
      return b.kind === 'no_data' && a.reason === b.reason;
  }
}
