import type { Figure } from '../../figures/index.ts';
import { type AddedFigure, addSums, type Sums, sumsOf, totalOf } from './rollup.ts';

/** One unit's number that its lead agency holds another of. */
export interface AdjustedCell {
  /** What counts of the unit's own word; `null` for silence, no data and what came late. */
  readonly counted: Figure | null;
  readonly value: Figure;
}

/** A number that goes into a sum: silence, no data, days and words do not. */
export const countsOf = (counted: Figure | null): boolean =>
  counted?.kind === 'number' || counted?.kind === 'rate';

const minus = (a: number | null, b: number | null): number | null => (a === null || b === null ? a : a - b);

/** The total with the adjusted numbers in place of those the units said. */
export function adjustedTotal(
  figure: AddedFigure,
  sums: Sums,
  cells: readonly AdjustedCell[],
): Figure | null {
  const moved = cells.reduce<Sums>((all, { counted, value }) => {
    const said = sumsOf(counted);
    const without = {
      number: minus(all.number, said.number),
      numerator: minus(all.numerator, said.numerator),
      denominator: minus(all.denominator, said.denominator),
    };
    return addSums(without, sumsOf(value));
  }, sums);
  return totalOf(figure, moved);
}
