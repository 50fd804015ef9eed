import type { Db } from '../../../kernel/db/database.ts';
import { joinSql, query } from '../../../kernel/db/sql.ts';
import type { State, StateDay } from '../domain/state.ts';
import { conditions, type ListFilters } from './list.ts';
import { inScope, type ResolvedScope } from './scope-sql.ts';
import { workOf } from './source-sql.ts';
import { stateColumn } from './state-sql.ts';

const countRow = { state: 'text', count: 'bigint' } as const;

export type StateCounts = Readonly<Partial<Record<State, number>>>;

function asCounts(rows: readonly { state: string; count: number }[]): StateCounts {
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}

/** How many pieces of work of these units stand in each state. */
export async function countsOfUnits(
  db: Db,
  unitIds: readonly string[],
  year: number,
  day: StateDay,
): Promise<StateCounts> {
  return asCounts(
    await db.rows(query(countRow)`
      select ${stateColumn(day)} as state, count(*) as count from ${workOf(day)}
      where a.unit_id = any(${unitIds}::uuid[]) and a.year = ${year} group by 1`),
  );
}

/** The same over a list, all years. */
export async function countsOfList(
  db: Db,
  filters: ListFilters,
  scope: ResolvedScope,
  day: StateDay,
): Promise<StateCounts> {
  return asCounts(
    await db.rows(query(countRow)`
      select ${stateColumn(day)} as state, count(*) as count from ${workOf(day)}
      where ${joinSql(conditions(filters, scope, day), ' and ')} group by 1`),
  );
}

/** The same over one task. */
export async function countsOfTask(
  db: Db,
  taskId: string,
  scope: ResolvedScope,
  day: StateDay,
): Promise<StateCounts> {
  return asCounts(
    await db.rows(query(countRow)`
      select ${stateColumn(day)} as state, count(*) as count from ${workOf(day)}
      where a.task_id = ${taskId} and ${inScope(scope)} group by 1`),
  );
}
