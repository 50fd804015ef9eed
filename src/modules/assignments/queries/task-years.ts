import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { StateDay } from '../domain/state.ts';
import { inScope, type ResolvedScope } from './scope-sql.ts';
import { workOf } from './source-sql.ts';
import { hasAnyState } from './state-sql.ts';

const yearRow = {
  id: 'uuid',
  year: 'int',
  code: 'text',
  words: 'text',
  total: 'bigint',
  accepted: 'bigint',
  late: 'bigint',
} as const;

/** A task in one of the years in which it was a plan's, and how its work stands there. */
export interface TaskYear {
  readonly id: string;
  readonly year: number;
  readonly code: string;
  readonly words: string;
  readonly total: number;
  readonly accepted: number;
  /** Accepted late, or overdue. */
  readonly late: number;
}

/**
 * The same task over the years, oldest first: those it goes on from and those that go on from it. Counts what the reader may
 * see of it; only the task itself where it stands alone.
 */
export function taskYears(db: Db, taskId: string, scope: ResolvedScope, day: StateDay): Promise<TaskYear[]> {
  return db.rows(query(yearRow)`
    with recursive earlier as (
      select id, previous_task_id, 0 as steps from assignments_task where id = ${taskId}
      union all
      select k.id, k.previous_task_id, e.steps + 1 from assignments_task k join earlier e on k.id = e.previous_task_id
      where e.steps < 30
    ), later as (
      select id, 0 as steps from assignments_task where id = ${taskId}
      union all
      select k.id, l.steps + 1 from assignments_task k join later l on k.previous_task_id = l.id where l.steps < 30
    )
    select t.id, t.year::int as year, t.code, t.words, w.total, w.accepted, w.late
    from assignments_task t
    join (select id from earlier union select id from later) chain on chain.id = t.id
    cross join lateral (
      select count(*) filter (where a.progress <> 'not_applicable') as total,
        count(*) filter (where a.progress = 'accepted') as accepted,
        count(*) filter (where ${hasAnyState(['accepted_late', 'overdue'], day)}) as late
      from ${workOf(day)} where a.task_id = t.id and ${inScope(scope)}
    ) w
    order by t.year, t.position`);
}
