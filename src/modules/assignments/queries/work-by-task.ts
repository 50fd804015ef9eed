import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { State, StateDay } from '../domain/state.ts';
import { inScope, type ResolvedScope } from './scope-sql.ts';
import { tasksOf, workOf } from './source-sql.ts';
import { stateColumn } from './state-sql.ts';

const taskRow = {
  taskId: 'uuid',
  code: 'text',
  words: 'text',
  dimension: 'int',
  subDimension: 'text?',
  position: 'int',
  leadUnitId: 'uuid?',
  leadName: 'text',
  dueWords: 'text',
  states: 'json',
} as const;

/** A task of a plan that stands, with how the work under it stands. */
export interface TaskWork {
  readonly taskId: string;
  readonly code: string;
  readonly words: string;
  readonly dimension: number;
  readonly subDimension: string | null;
  readonly position: number;
  readonly leadUnitId: string | null;
  readonly leadName: string;
  readonly dueWords: string;
  /** Of the work that the scope lets a person see. */
  readonly states: Readonly<Partial<Record<State, number>>>;
}

/** Tasks of a plan in its order, without those that were dropped and those that units add; one statement. */
export async function workByTask(
  db: Db,
  planId: string,
  scope: ResolvedScope,
  day: StateDay,
): Promise<TaskWork[]> {
  const rows = await db.rows(query(taskRow)`
    select t.id as "taskId", t.code, t.words, t.dimension::int as dimension, t.sub_dimension as "subDimension", t.position,
      t.lead_unit_id as "leadUnitId", t.lead_name as "leadName", t.due_words as "dueWords",
      coalesce(seen.states, '{}'::jsonb) as states
    from ${tasksOf(day)}
    left join (
      select c.task_id, jsonb_object_agg(c.state, c.count) as states
      from (select a.task_id, ${stateColumn(day)} as state, count(*) as count from ${workOf(day)}
        where a.plan_id = ${planId} and a.dropped_version is null and ${inScope(scope)} group by 1, 2) c
      group by c.task_id
    ) seen on seen.task_id = t.id
    left join (
      select a.task_id, bool_and(a.dropped_version is not null) as dropped from ${workOf(day)}
      where a.plan_id = ${planId} group by a.task_id
    ) given on given.task_id = t.id
    where t.plan_id = ${planId} and t.origin = 'plan' and t.withdrawn_on is null and given.dropped is not true
    order by t.position, t.code, t.id`);
  return rows.map((row) => ({ ...row, states: row.states as TaskWork['states'] }));
}
