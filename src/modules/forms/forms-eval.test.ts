import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arbitraryFormula, arbitraryNumbers } from '../../../test/support/arbitrary-formula.ts';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { query } from '../../kernel/db/sql.ts';
import { fromNumber, fromText } from './domain/decimal.ts';
import { evaluate } from './domain/evaluate.ts';
import type { Expr } from './domain/expr.ts';

let it_: TestTenant;
beforeAll(async () => {
  it_ = await testTenant();
});
afterAll(() => it_.close());

type Case = readonly [Expr, Readonly<Record<string, number>>];

async function inDatabase(cases: readonly Case[]): Promise<(string | null)[]> {
  const rows = await it_.db.rows(query({ value: 'numeric?' } as const)`
    select forms_eval(c.ast, c.cells) as value
    from unnest(${cases.map(([expr]) => JSON.stringify(expr))}::jsonb[], ${cases.map(([, cells]) => JSON.stringify(cells))}::jsonb[])
      with ordinality as c (ast, cells, at) order by c.at`);
  return rows.map((row) => row.value);
}

const here = ([expr, cells]: Case): bigint | null =>
  evaluate(expr, (name) => (cells[name] === undefined ? null : fromNumber(cells[name])));

describe('forms_eval in the database', () => {
  it('says the same as the server and the browser, to the last digit, over random expressions and cells', async () => {
    const cases = fc.sample(fc.tuple(arbitraryFormula, arbitraryNumbers), { numRuns: 4000, seed: 20240624 });
    const answers = await inDatabase(cases);
    const differing = cases.flatMap((one, index) => {
      const [ours, theirs] = [here(one), answers[index] ?? null];
      const same = theirs === null ? ours === null : ours === fromText(theirs);
      return same ? [] : [{ expr: JSON.stringify(one[0]), cells: one[1], ours: String(ours), theirs }];
    });
    expect(differing).toEqual([]);
    // The comparison means something: known, unknown, true and false all occur.
    const known = answers.filter((answer) => answer !== null);
    expect(known.length).toBeGreaterThan(1000);
    expect(known.length).toBeLessThan(3500);
  });

  it('is exact where binary fractions are not', async () => {
    const cells = { a: 0.1, b: 0.2, c: 0.3 };
    const sum: Expr = ['=', ['sum', ['c', 'a'], ['c', 'b']], ['c', 'c']];
    expect([here([sum, cells]), await inDatabase([[sum, cells]])]).toEqual([1_000_000n, ['1']]);
  });

  it('knows no operator that the language does not have', async () => {
    await expect(inDatabase([[['power', ['n', '2'], ['n', '3']] as unknown as Expr, {}]])).rejects.toThrow(
      'power',
    );
  });
});
