import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { issueWork } from '../../../../test/support/issued-work.ts';
import { actorWith, type SmallTree, smallTree } from '../../../../test/support/people.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { unitsOfDay } from '../../units/index.ts';
import { scopeOf } from '../policy.ts';
import { resolveScope } from './scope-sql.ts';
import { workByTask } from './work-by-task.ts';

let place: TestTenant;
let tree: SmallTree;
let planId: string;
const day = { today: calendarDate('2024-06-24'), soonUntil: calendarDate('2024-07-01'), asOf: null };

beforeAll(async () => {
  place = await testTenant();
  tree = await smallTree(place);
  ({ planId } = await issueWork(place, tree, [
    { executors: 'chosen', chosenUnitIds: [tree.commune, tree.otherCommune], subDimension: '1.1' },
    { subDimension: null, dimension: 0, due: { v: 1, type: 'date', on: calendarDate('2024-03-31') } },
    { executors: 'chosen', chosenUnitIds: [tree.commune], subDimension: '2.3', dimension: 2 },
  ]));
});
afterAll(() => place.close());

async function seenBy(role: string, lineage: readonly string[]) {
  const units = await unitsOfDay(place.db, day.today);
  return workByTask(place.db, planId, resolveScope(scopeOf(actorWith(role, lineage)), units), day);
}

describe('work by task', () => {
  it('shows every task of the plan in its order, with the states of the work that the reader may see', async () => {
    const all = await seenBy('standing', [tree.district, tree.office]);
    expect(all.map(({ code, subDimension }) => [code, subDimension])).toEqual([
      ['1.1', '1.1'],
      ['1.2', null],
      ['1.3', '2.3'],
    ]);
    expect(all[1]?.states).toEqual({ overdue: 1 });
    const own = await seenBy('member', [tree.district, tree.otherCommune]);
    expect(own.map(({ code }) => code)).toEqual(['1.1', '1.2', '1.3']);
    expect(own.map(({ states }) => states)).toEqual([{ due_soon: 1 }, {}, {}]);
  });

  it('leaves out a task once all of its work was dropped by an amendment', async () => {
    await place.db.transaction((tx) =>
      tx.run(sql`update assignments_assignment set dropped_version = 2
        where task_id in (select id from assignments_task where plan_id = ${planId} and code = '1.3')`),
    );
    const all = await seenBy('standing', [tree.district, tree.office]);
    expect(all.map(({ code }) => code)).toEqual(['1.1', '1.2']);
  });
});
