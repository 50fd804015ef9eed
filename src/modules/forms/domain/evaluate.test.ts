import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryNumbers, arbitraryTruth } from '../../../../test/support/arbitrary-formula.ts';
import { divide, fromNumber, fromText, multiply, roundTo, toNumber } from './decimal.ts';
import { evaluate } from './evaluate.ts';
import type { Expr } from './expr.ts';

const n = (number: number): Expr => ['n', String(number)];
const unknown: Expr = ['c', 'nothing'];
const yes: Expr = ['=', n(1), n(1)];
const no: Expr = ['=', n(1), n(2)];
const dim: Expr = ['=', unknown, n(1)];
const value = (expr: Expr): number | null => {
  const found = evaluate(expr, () => null);
  return found === null ? null : toNumber(found);
};

describe('decimals', () => {
  it('hold what a figure holds: twelve digits before the comma and three after it', () => {
    expect(fromNumber(999_999_999_999.999)).toBe(999_999_999_999_999_000n);
    expect(fromNumber(123_456_789_012.345)).toBe(123_456_789_012_345_000n);
    expect(fromNumber(-0.001)).toBe(-1000n);
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (thousandths) => {
        const text = `${Math.trunc(thousandths / 1000)}`;
        expect(fromNumber(thousandths / 1000)).toBe(BigInt(thousandths) * 1000n);
        expect(fromText(text)).toBe(BigInt(text) * 1_000_000n);
      }),
    );
  });

  it('round half away from zero, as people do', () => {
    expect(roundTo(fromText('2.5'), 0)).toBe(3_000_000n);
    expect(roundTo(fromText('-2.5'), 0)).toBe(-3_000_000n);
    expect(divide(fromText('1'), fromText('3'))).toBe(333_333n);
    expect(divide(fromText('-2'), fromText('3'))).toBe(-666_667n);
    expect(multiply(fromText('0.000001'), fromText('0.5'))).toBe(1n);
    expect(divide(fromText('1'), 0n)).toBeNull();
  });
});

describe('what is not known', () => {
  it('makes a sum unknown, and a sum of what is known not', () => {
    expect(value(['sum', n(1), unknown])).toBeNull();
    expect(value(['sum_known', n(1), unknown, n(2)])).toBe(3);
    expect(value(['sum_known', unknown])).toBeNull();
    expect([
      value(['min', n(1), unknown]),
      value(['max', n(3), n(5), n(4)]),
      value(['min', n(3), n(5)]),
    ]).toEqual([null, 5, 3]);
  });

  it('is settled where the other side settles it', () => {
    expect([value(['and', dim, no]), value(['and', no, dim]), value(['and', dim, yes])]).toEqual([
      0,
      0,
      null,
    ]);
    expect([value(['or', dim, yes]), value(['or', yes, dim]), value(['or', dim, no])]).toEqual([1, 1, null]);
    expect([value(['not', dim]), value(['missing', dim]), value(['missing', n(0)])]).toEqual([null, 1, 0]);
    expect([value(['if', dim, n(1), n(2)]), value(['if', no, unknown, n(2)])]).toEqual([null, 2]);
    expect([value(['abs', ['neg', n(2)]]), value(['/', n(1), n(0)]), value(['<>', n(1), n(2)])]).toEqual([
      2,
      null,
      1,
    ]);
  });

  it('never turns a check that is broken into one that is kept when a cell is emptied, unless it asks whether one is missing', () => {
    const asks = (expr: Expr): boolean => JSON.stringify(expr).match(/missing|sum_known/) !== null;
    fc.assert(
      fc.property(
        arbitraryTruth.filter((expr) => !asks(expr)),
        arbitraryNumbers,
        fc.nat(),
        (expr, numbers, which) => {
          const names = Object.keys(numbers);
          const emptied = names[which % Math.max(1, names.length)];
          const reader = (without?: string) => (name: string) =>
            name === without || numbers[name] === undefined ? null : fromNumber(numbers[name]);
          const before = evaluate(expr, reader());
          const after = evaluate(expr, reader(emptied));
          // Knowing less never says the opposite.
          expect(after === null || after === before).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
