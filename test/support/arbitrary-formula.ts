import fc from 'fast-check';
import type { Expr } from '../../src/modules/forms/domain/expr.ts';

/** Cells that random expressions read. */
export const FORMULA_CELLS = ['r1.c1', 'r1.c2', 'r2.c1', 'r2.c2', 'r1.c1@same', 'r2.c2@prev'] as const;

const cell = fc.constantFrom(...FORMULA_CELLS).map((name): Expr => ['c', name]);
const literal = fc
  .tuple(fc.integer({ min: 0, max: 5000 }), fc.constantFrom('', '.5', '.25', '.001', '.333333'))
  .map(([whole, places]): Expr => ['n', `${whole}${places}`]);

const { number, truth } = fc.letrec<{ number: Expr; truth: Expr }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    cell,
    literal,
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/'), tie('number'), tie('number'))
      .map(([op, a, b]): Expr => [op, a, b]),
    fc.tuple(fc.constantFrom('neg', 'abs'), tie('number')).map(([op, a]): Expr => [op, a]),
    fc.tuple(tie('number'), fc.integer({ min: 0, max: 6 })).map(([a, places]): Expr => ['round', a, places]),
    fc
      .tuple(
        fc.constantFrom('sum', 'min', 'max', 'sum_known'),
        fc.array(tie('number'), { minLength: 1, maxLength: 5 }),
      )
      .map(([op, items]): Expr => [op, ...items]),
    fc.tuple(tie('truth'), tie('number'), tie('number')).map(([c, a, b]): Expr => ['if', c, a, b]),
  ),
  truth: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc
      .tuple(fc.constantFrom('=', '<>', '<', '<=', '>', '>='), tie('number'), tie('number'))
      .map(([op, a, b]): Expr => [op, a, b]),
    fc.tuple(fc.constantFrom('and', 'or'), tie('truth'), tie('truth')).map(([op, a, b]): Expr => [op, a, b]),
    tie('truth').map((a): Expr => ['not', a]),
    tie('number').map((a): Expr => ['missing', a]),
    fc.tuple(tie('truth'), tie('truth'), tie('truth')).map(([c, a, b]): Expr => ['if', c, a, b]),
  ),
}));

/** Any expression, of a number or of a truth. */
export const arbitraryFormula: fc.Arbitrary<Expr> = fc.oneof(number, truth);
export const arbitraryTruth: fc.Arbitrary<Expr> = truth;

/** A number that a cell can hold: three places at most; small ones often, so that equal ones meet. */
const held = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: 0, max: 100_000 }),
  fc.integer({ min: 0, max: 999_999 }).map((thousandths) => thousandths / 1000),
  fc.constantFrom(0, 999_999_999_999.999, 123_456_789_012.345, 0.1, 0.2, 0.3),
);

/** Numbers of some of the cells; the others are not known. */
export const arbitraryNumbers: fc.Arbitrary<Readonly<Record<string, number>>> = fc
  .record(
    Object.fromEntries(FORMULA_CELLS.map((name) => [name, fc.option(held, { nil: undefined, freq: 4 })])),
  )
  .map((numbers) =>
    Object.fromEntries(
      Object.entries(numbers).filter((entry): entry is [string, number] => entry[1] !== undefined),
    ),
  );
