import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFigureOf } from '../../../../test/support/arbitrary-figure.ts';
import { figureErrors } from '../errors.ts';
import { sameMeasure, valueProblem } from './check.ts';
import { compare } from './compare.ts';
import {
  type Figure,
  type FigureDefinition,
  NUMBER_KINDS,
  percentOf,
  type StoredCell,
  sameFigure,
} from './figure.ts';
import { asNumber, sumsOf, totalOf } from './roll-up.ts';

const definition = (parts: Partial<FigureDefinition>): FigureDefinition =>
  ({
    numberKind: 'count',
    decimals: 0,
    atMost: null,
    isPart: false,
    rollUp: 'sum',
    ...parts,
  }) as FigureDefinition;

const kind = fc.constantFrom(...NUMBER_KINDS);
const ofKind = kind.chain((numberKind) => fc.tuple(fc.constant(numberKind), arbitraryFigureOf(numberKind)));

describe('a value for its figure', () => {
  it('is taken whatever its size, as long as it has the shape and the digits of the figure', () => {
    fc.assert(
      fc.property(ofKind, ([numberKind, value]) => {
        const whole = definition({ numberKind, decimals: numberKind === 'count' ? 0 : 3, isPart: true });
        expect(valueProblem(value, whole)).toBeUndefined();
      }),
    );
  });

  it('of another shape is refused, “no data” never', () => {
    fc.assert(
      fc.property(ofKind, kind, ([from, value], to) => {
        const isNumber = (one: string): boolean => one === 'count' || one === 'amount';
        const fits = value.kind === 'no_data' || from === to || (isNumber(from) && isNumber(to));
        const code = valueProblem(value, definition({ numberKind: to, decimals: 3 }))?.error;
        expect(code === figureErrors.wrong_shape).toBe(!fits);
      }),
    );
  });

  it.each([
    [{ numerator: 3, denominator: 2 }, true, figureErrors.part_larger_than_whole],
    [{ numerator: 3, denominator: 2 }, false, undefined],
    [{ numerator: 0, denominator: 0 }, true, undefined],
    [{ numerator: 1, denominator: 0 }, false, figureErrors.rate_of_nothing],
    [{ numerator: -1, denominator: 2 }, true, figureErrors.number_negative],
    [{ numerator: 1.5, denominator: 2 }, true, figureErrors.number_not_whole],
  ])('a rate %j, a part of the whole: %s', (parts, isPart, error) => {
    const value: Figure = { kind: 'rate', ...parts };
    expect(valueProblem(value, definition({ numberKind: 'rate', isPart }))?.error).toBe(error);
  });

  it.each([
    [Number.NaN, figureErrors.number_negative],
    [Number.POSITIVE_INFINITY, figureErrors.number_negative],
    [1_000_000_000_000, figureErrors.number_too_large],
    [1e-7, figureErrors.number_too_large],
    [18.01, figureErrors.number_above_most],
    [0.1234, figureErrors.number_too_fine],
    [18, undefined],
  ])('the number %d of at most 18', (number, error) => {
    const points = definition({ numberKind: 'amount', decimals: 3, atMost: 18 });
    const found = valueProblem({ kind: 'number', number }, points)?.error;
    expect(found).toBe(error);
  });

  it('is measured in the same unit however that is spelled', () => {
    expect(sameMeasure(' HO  SO', 'hồ sơ')).toBe(true);
    expect(sameMeasure('vụ', 'vụ việc')).toBe(false);
  });
});

describe('what is wished, against what stands', () => {
  const stored = (value: Figure | null, revision = 4, byUnitId = 'unit'): StoredCell =>
    ({ value, revision, byUnitId, unitId: 'unit' }) as StoredCell;
  const said: Figure = { kind: 'number', number: 1 };
  const wish = (value: Figure | null, revision?: number, asUnit = true) =>
    ({ value, revision, place: 'C7', unitId: 'unit', asUnit }) as const;
  const told = (...given: [ReturnType<typeof wish>, StoredCell | undefined]) =>
    compare(given[0], given[1], { error: figureErrors.said_by_unit, params: {} })?.outcome;

  it('is written where the writer saw what stands, or did not say what they saw', () => {
    for (const revision of [undefined, 4]) {
      expect(told(wish({ kind: 'number', number: 2 }, revision), stored(said))).toBeUndefined();
      expect(told(wish(null, revision), stored(said))).toBeUndefined();
    }
    expect(told(wish(said, 0), undefined)).toBeUndefined();
    expect(told(wish(said, 0), stored(null))).toBeUndefined();
  });

  it('meets a conflict where they saw something else', () => {
    for (const revision of [0, 3, 5])
      expect(told(wish({ kind: 'number', number: 2 }, revision), stored(said))).toBe('conflict');
    expect(told(wish(said, 1), undefined)).toBe('conflict');
  });

  it('is unchanged where it says the same, whatever was seen', () => {
    fc.assert(
      fc.property(ofKind, fc.option(fc.nat(9), { nil: undefined }), ([, value], revision) => {
        expect(told(wish(value, revision), stored(value))).toBe('unchanged');
        expect(told(wish(null, revision), stored(null))).toBe('unchanged');
      }),
    );
  });

  it('never overwrites, for a unit, what the unit said itself; what was entered for it may be changed', () => {
    expect(told(wish({ kind: 'number', number: 2 }, 4, false), stored(said))).toBe('problem');
    expect(told(wish(null, 4, false), stored(said))).toBe('problem');
    expect(told(wish({ kind: 'number', number: 2 }, 4, false), stored(said, 4, 'office'))).toBeUndefined();
  });
});

describe('adding up', () => {
  const numbers = fc.array(
    fc.integer({ min: 0, max: 1_000_000_000 }).map((n) => n / 1000),
    { maxLength: 30 },
  );

  it('is exact to thousandths and does not depend on the order', () => {
    fc.assert(
      fc.property(numbers, (all) => {
        const values = all.map((number): Figure => ({ kind: 'number', number }));
        const thousandths = all.reduce((sum, n) => sum + Math.round(n * 1000), 0);
        const expected = all.length === 0 ? null : thousandths / 1000;
        expect(sumsOf(values).number).toBe(expected);
        expect(sumsOf(values.toReversed()).number).toBe(expected);
      }),
    );
  });

  it('passes over “no data”, which is never a 0, and answers nothing where nobody said a number', () => {
    const none: Figure = { kind: 'no_data', reason: 'chưa có' };
    expect(totalOf({ rollUp: 'sum' }, sumsOf([none, none]))).toBeNull();
    expect(totalOf({ rollUp: 'sum' }, sumsOf([none, { kind: 'number', number: 0 }]))).toEqual({
      kind: 'number',
      number: 0,
    });
    expect(totalOf({ rollUp: 'none' }, sumsOf([{ kind: 'number', number: 5 }]))).toBeNull();
  });

  it('adds numerators and denominators of rates: the share of the whole is not the mean of the shares', () => {
    const rates: Figure[] = [
      { kind: 'rate', numerator: 1, denominator: 1 },
      { kind: 'rate', numerator: 0, denominator: 9 },
    ];
    const total = totalOf({ rollUp: 'rate' }, sumsOf(rates));
    expect(total).toEqual({ kind: 'rate', numerator: 1, denominator: 10 });
    expect(asNumber(total)).toBe(10);
    expect(percentOf({ kind: 'rate', numerator: 0, denominator: 0 })).toBeNull();
  });

  it('of values that are the same thing said, sameness is symmetric and told by all parts', () => {
    fc.assert(
      fc.property(ofKind, ofKind, ([, a], [, b]) => {
        expect(sameFigure(a, a)).toBe(true);
        expect(sameFigure(a, b)).toBe(sameFigure(b, a));
      }),
    );
  });
});
