import fc from 'fast-check';
import type { Figure, FigureDefinition } from '../../src/modules/figures/index.ts';

/** Something that may happen to a total: a value said or taken back, an adjustment made or withdrawn. */
export interface Wish {
  /** Which figure, and which unit of the world, by place. */
  readonly figure: number;
  readonly unit: number;
  readonly n: number;
  readonly m: number;
  readonly what: 'number' | 'no data' | 'take back' | 'adjust' | 'withdraw';
}

export interface WishesOf {
  readonly figures: number;
  readonly units: number;
  /** The greatest `n` and `m`. */
  readonly most: number;
  /** How often numbers and adjustments come, where each of the others comes once. */
  readonly numbers: number;
  readonly adjustments: number;
}

export const arbitraryWish = ({ figures, units, most, numbers, adjustments }: WishesOf): fc.Arbitrary<Wish> =>
  fc.record({
    figure: fc.nat(figures - 1),
    unit: fc.nat(units - 1),
    n: fc.nat(most),
    m: fc.nat(most),
    what: fc.oneof(
      { weight: numbers, arbitrary: fc.constant('number' as const) },
      fc.constant('no data' as const),
      fc.constant('take back' as const),
      { weight: adjustments, arbitrary: fc.constant('adjust' as const) },
      fc.constant('withdraw' as const),
    ),
  });

/** The number or share that a wish speaks of, in the shape of its figure. */
export function numberWished({ numberKind }: Pick<FigureDefinition, 'numberKind'>, { n, m }: Wish): Figure {
  if (numberKind === 'rate') return { kind: 'rate', numerator: n, denominator: m + 1 };
  return { kind: 'number', number: numberKind === 'amount' ? n / 1000 : n };
}

/** What a unit says of it; null takes back what it said. */
export function valueWished(plain: Figure, { what }: Wish): Figure | null {
  if (what === 'take back') return null;
  return what === 'no data' ? { kind: 'no_data', reason: 'Chưa thống kê' } : plain;
}
