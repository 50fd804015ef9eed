import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import type { Progress, State, StateDay } from '../domain/state.ts';
import { tasksOf, workOf } from './source-sql.ts';
import { stateColumn } from './state-sql.ts';

const reportedRow = {
  id: 'uuid',
  taskId: 'uuid',
  unitId: 'uuid',
  leadUnitId: 'uuid?',
  leadName: 'text',
  code: 'text',
  clausePath: 'text?',
  words: 'text',
  dimension: 'int',
  position: 'int',
  occurrence: 'text',
  isRequest: 'bool',
  isOwn: 'bool',
  dueOn: 'date?',
  doneOn: 'date?',
  progress: 'text',
  state: 'text',
  responsibleTitle: 'text?',
} as const;

/** One unit's work of a plan as a report tells it. */
export interface ReportedWork {
  readonly id: string;
  readonly taskId: string;
  readonly unitId: string;
  readonly leadUnitId: string | null;
  readonly leadName: string;
  readonly code: string;
  readonly clausePath: string | null;
  readonly words: string;
  readonly dimension: number;
  readonly position: number;
  readonly occurrence: string;
  readonly isRequest: boolean;
  /** Added by the unit itself. */
  readonly isOwn: boolean;
  readonly dueOn: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  readonly progress: Progress;
  readonly state: State;
  /** The post inside the unit that answers, where one was named. */
  readonly responsibleTitle: string | null;
}

/**
 * Work of a plan that stands, in the plan's order, with its state on the day that is read; of all units, or of these. One
 * statement.
 */
export async function reportedWork(
  db: Db,
  wanted: { readonly planId: string; readonly unitIds: readonly string[] | null },
  day: StateDay,
): Promise<ReportedWork[]> {
  const ofUnits = wanted.unitIds === null ? sql`` : sql`and a.unit_id = any(${wanted.unitIds}::uuid[])`;
  const rows = await db.rows(query(reportedRow)`
    select a.id, a.task_id as "taskId", a.unit_id as "unitId", t.lead_unit_id as "leadUnitId", t.lead_name as "leadName", t.code,
      t.clause_path as "clausePath", t.words, a.dimension::int as dimension, t.position, a.occurrence,
      a.is_request as "isRequest", a.is_own as "isOwn", a.due_on as "dueOn", a.done_on as "doneOn", a.progress,
      ${stateColumn(day)} as state, a.responsible_title as "responsibleTitle"
    from ${workOf(day)} join ${tasksOf(day)} on t.id = a.task_id
    where a.plan_id = ${wanted.planId} and a.dropped_version is null ${ofUnits}
    order by t.position, t.code, a.due_sort, a.occurrence, a.unit_id, a.id`);
  return rows.map((row) => ({ ...row, progress: row.progress as Progress, state: row.state as State }));
}
