import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cells, ERROR, evaluateExcel } from '../../../../test/oracle/excel.ts';
import {
  arbitraryFormula,
  arbitraryNumbers,
  FORMULA_CELLS,
} from '../../../../test/support/arbitrary-formula.ts';
import { fromNumber, toNumber } from './decimal.ts';
import { evaluate } from './evaluate.ts';
import { excelCell, excelFormula } from './excel-formula.ts';
import type { Expr } from './expr.ts';

const places = {
  at: (name: string) => {
    const at = (FORMULA_CELLS as readonly string[]).indexOf(name);
    return at < 0 ? undefined : `${String.fromCharCode(65 + at)}1`;
  },
  isWords: (name: string) => name === 'words',
};

/** Numbers for which binary fractions are harmless: figures of a commune, not twelve digits beside three places. */
const modest = (numbers: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(numbers).filter(([, number]) => number < 1e9));

function here(expr: Expr, numbers: Readonly<Record<string, number>>): number | null {
  const found = evaluate(expr, (name) => (numbers[name] === undefined ? null : fromNumber(numbers[name])));
  return found === null ? null : toNumber(found);
}

function inExcel(expr: Expr, numbers: Readonly<Record<string, number>>): number | null | undefined {
  const cells: Cells = Object.fromEntries(
    Object.entries(numbers).map(([name, number]) => [places.at(name), number]),
  );
  const formula = excelFormula(expr, places);
  if (formula === undefined) return undefined;
  const value = evaluateExcel(formula, cells);
  return value === ERROR ? null : Number(value);
}

/** Whole numbers and thousandths that stay small while they are computed with: then both ways are exact. */
const isTame = (expr: Expr): boolean => !/"[*/]"/.test(JSON.stringify(expr));

describe('formulas of a workbook', () => {
  it('say the same as the page over random expressions and cells', () => {
    let compared = 0;
    fc.assert(
      fc.property(arbitraryFormula.filter(isTame), arbitraryNumbers.map(modest), (expr, numbers) => {
        const [ours, theirs] = [here(expr, numbers), inExcel(expr, numbers)];
        if (theirs === undefined) return;
        compared += 1;
        if (ours === null || theirs === null) expect(theirs).toBe(ours);
        else expect(theirs).toBeCloseTo(ours, 4);
      }),
      { numRuns: 3000 },
    );
    expect(compared).toBeGreaterThan(2500);
  });

  it('multiply and divide to six places as the page does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom('*' as const, '/' as const),
        (a, b, op) => {
          const expr: Expr = [op, ['n', String(a)], ['n', String(b)]];
          expect(inExcel(expr, {})).toBe(here(expr, {}));
        },
      ),
    );
  });

  it.each<[Expr, string]>([
    [['sum', ['c', 'r1.c1'], ['c', 'r1.c2'], ['c', 'r2.c1']], 'IF(COUNT(A1:C1)=3,SUM(A1:C1),NA())'],
    [['sum', ['c', 'r1.c1'], ['c', 'r2.c1']], 'IF(COUNT(A1,C1)=2,SUM(A1,C1),NA())'],
    [['sum_known', ['c', 'r1.c1'], ['c', 'r1.c2']], 'IF(COUNT(A1:B1)=0,NA(),SUM(A1:B1))'],
    [['=', ['c', 'r1.c1'], ['n', '2.5']], '(ROUND(IF(ISNUMBER(A1),A1,NA()),6)=ROUND(2.5,6))'],
    [['missing', ['c', 'not there']], 'ISERROR(NA())'],
  ])('%j', (expr, formula) => {
    expect(excelFormula(expr, places)).toBe(formula);
  });

  it('a cell without a known value is shown empty', () => {
    expect(evaluateExcel(excelCell(['sum', ['c', 'r1.c1'], ['c', 'r1.c2']], places) ?? '', { A1: 3 })).toBe(
      '',
    );
    expect(
      evaluateExcel(excelCell(['sum', ['c', 'r1.c1'], ['c', 'r1.c2']], places) ?? '', { A1: 3, B1: 4 }),
    ).toBe(7);
  });

  it('what Excel could not hold is left to the server', () => {
    let deep: Expr = ['c', 'r1.c1'];
    for (let level = 0; level < 40; level++) deep = ['abs', deep];
    expect(excelFormula(deep, places)).toBeUndefined();
    const long: Expr = ['max', ...Array.from({ length: 900 }, (): Expr => ['neg', ['c', 'r1.c1']])];
    expect(excelFormula(long, places)).toBeUndefined();
  });

  it('more cells than a call takes are divided', () => {
    const apart = { at: (name: string) => `A${Number(name) * 2}`, isWords: () => false };
    const formula = excelFormula(
      ['sum', ...Array.from({ length: 450 }, (_, at): Expr => ['c', String(at + 1)])],
      apart,
    );
    expect(formula).toContain('SUM(SUM(A2,');
    expect(formula).toContain('=450');
  });
});
