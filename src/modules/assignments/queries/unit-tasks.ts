import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { type DueSpec, dueSpecSchema, type Product } from '../../plans/index.ts';
import type { Progress, StateDay } from '../domain/state.ts';
import { tasksOf, workOf } from './source-sql.ts';

const taskRow = {
  taskId: 'uuid',
  code: 'text',
  clausePath: 'text?',
  dimension: 'int',
  position: 'int',
  words: 'text',
  products: 'json',
  leadName: 'text',
  due: 'json?',
  dueWords: 'text',
  parts: 'json',
} as const;

/** One time the unit has to do the task. */
export interface UnitTaskPart {
  readonly assignmentId: string;
  readonly occurrence: string;
  readonly dueOn: CalendarDate | null;
  readonly progress: Progress;
}

/** A task of the plan as one unit was given it. */
export interface UnitTask {
  readonly taskId: string;
  readonly code: string;
  readonly clausePath: string | null;
  readonly dimension: number;
  readonly position: number;
  readonly words: string;
  readonly products: readonly Product[];
  readonly leadName: string;
  readonly due: DueSpec | null;
  readonly dueWords: string;
  /** The earliest first; what has no day last. */
  readonly parts: readonly UnitTaskPart[];
}

/** The tasks that a plan gives to a unit and that stand, in the plan's order; what the unit adds by itself is not among them. */
export async function tasksOfUnit(
  db: Db,
  planId: string,
  unitId: string,
  day: Pick<StateDay, 'asOf'>,
): Promise<UnitTask[]> {
  const rows = await db.rows(query(taskRow)`
    select t.id as "taskId", t.code, t.clause_path as "clausePath", t.dimension::int as dimension, t.position, t.words,
      t.products, t.lead_name as "leadName", t.due, t.due_words as "dueWords", own.parts
    from (
      select a.task_id, jsonb_agg(jsonb_build_object('assignmentId', a.id, 'occurrence', a.occurrence, 'dueOn', a.due_on,
        'progress', a.progress) order by a.due_sort, a.occurrence) as parts
      from ${workOf(day)}
      where a.plan_id = ${planId} and a.unit_id = ${unitId} and not a.is_own and a.dropped_version is null
      group by a.task_id
    ) own join ${tasksOf(day)} on t.id = own.task_id
    order by t.position, t.code, t.id`);
  return rows.map((row) => ({
    ...row,
    products: row.products as readonly Product[],
    due: row.due === null ? null : dueSpecSchema.parse(row.due),
    parts: row.parts as readonly UnitTaskPart[],
  }));
}

const unitRow = { unitId: 'uuid', isRequest: 'bool', taskIds: 'uuid[]' } as const;

/** What a plan gives to one unit, in ids. */
export interface GivenTasks {
  readonly unitId: string;
  /** A body outside the executive, which is only asked. */
  readonly isRequest: boolean;
  readonly taskIds: readonly string[];
}

/** Which standing tasks of a plan each unit was given; units without any are missing. */
export function tasksPerUnit(db: Db, planId: string, day: Pick<StateDay, 'asOf'>): Promise<GivenTasks[]> {
  return db.rows(query(unitRow)`
    select a.unit_id as "unitId", bool_and(a.is_request) as "isRequest", array_agg(distinct a.task_id) as "taskIds"
    from ${workOf(day)}
    where a.plan_id = ${planId} and not a.is_own and a.dropped_version is null
    group by a.unit_id order by a.unit_id`);
}
