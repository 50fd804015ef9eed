import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import { inScope, resolveScope } from './scope-sql.ts';

let place: TestTenant;
beforeAll(async () => {
  place = await testTenant();
});
afterAll(() => place.close());

/** Random trees of up to 60 units of which some no longer stand, so that every form of the condition comes up. */
const world = fc
  .record({ picks: fc.array(fc.nat(), { maxLength: 59 }), gone: fc.nat({ max: 40 }) })
  .map(({ picks, gone }) => {
    const ids = Array.from({ length: picks.length + 1 }, () => newId());
    const lineages: string[][] = [[ids[0] ?? '']];
    picks.forEach((pick, index) => {
      lineages.push([...(lineages[pick % lineages.length] ?? []), ids[index + 1] ?? '']);
    });
    return { lineages, gone: Array.from({ length: gone }, () => newId()) };
  });

describe('the scope in SQL', () => {
  it('lets through exactly the work of the units it names, their subtrees and what they accept', async () => {
    const some = fc.array(fc.nat(), { maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(world, some, some, some, async ({ lineages, gone }, under, own, accepting) => {
        const pick = (n: number): string => lineages[n % lineages.length]?.at(-1) ?? '';
        const scope = {
          everything: false,
          under: under.map(pick),
          own: own.map(pick),
          accepting: accepting.map(pick),
        };
        const all = [...lineages.map((lineage) => lineage.at(-1) ?? ''), ...gone];
        const resolved = resolveScope(scope, {
          tree: lineages.map((lineage) => ({ id: lineage.at(-1), lineage })) as never,
          names: new Map(all.map((id) => [id, id])),
        });
        // Each unit's work is accepted by the next unit.
        const acceptors = all.map((_, index) => all[(index + 1) % all.length] ?? '');
        const rows = await place.db.rows(query({ id: 'uuid' })`
          select a.unit_id as id from unnest(${all}::uuid[], ${acceptors}::uuid[]) as a (unit_id, accepting_unit_id)
          where ${inScope(resolved)}`);
        const expected = all.filter(
          (id, index) =>
            lineages.some(
              (lineage) => lineage.at(-1) === id && lineage.some((one) => scope.under.includes(one)),
            ) ||
            scope.own.includes(id) ||
            scope.accepting.includes(acceptors[index] ?? ''),
        );
        expect(rows.map((row) => row.id).sort()).toEqual(expected.sort());
      }),
      { numRuns: 150 },
    );
  });
});
