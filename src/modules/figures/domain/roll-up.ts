import { type Figure, type FigureDefinition, percentOf } from './figure.ts';

/** Sums of what units said, as `totalsOf` answers them. */
export interface Sums {
  readonly number: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Thousandths are all that values hold: what stands behind them in a sum is noise of binary fractions. */
const exact = (sum: number): number => Math.round(sum * 1000) / 1000;

/** The total that sums over units make of a figure; `null` where nobody said anything, or where values do not add up. */
export function totalOf(definition: Pick<FigureDefinition, 'rollUp'>, sums: Sums): Figure | null {
  const { number, numerator, denominator } = sums;
  if (definition.rollUp === 'none') return null;
  if (numerator !== null && denominator !== null)
    return { kind: 'rate', numerator: exact(numerator), denominator: exact(denominator) };
  return number === null ? null : { kind: 'number', number: exact(number) };
}

/** The same sums made of values in hand. */
export function sumsOf(values: readonly Figure[]): Sums {
  const numbers = values.filter((value) => value.kind === 'number');
  const rates = values.filter((value) => value.kind === 'rate');
  const sum = (all: readonly number[]): number | null =>
    all.length === 0 ? null : exact(all.reduce((total, one) => total + one, 0));
  return {
    number: sum(numbers.map(({ number }) => number)),
    numerator: sum(rates.map(({ numerator }) => numerator)),
    denominator: sum(rates.map(({ denominator }) => denominator)),
  };
}

/** A value as one number, for a line over the periods; `null` where it is none. */
export function asNumber(value: Figure | null | undefined): number | null {
  if (!value) return null;
  return value.kind === 'number' ? value.number : percentOf(value);
}
