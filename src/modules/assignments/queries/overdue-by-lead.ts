import type { Db } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import type { StateDay } from '../domain/state.ts';
import { inScope, type ResolvedScope } from './scope-sql.ts';
import { tasksOf, workOf } from './source-sql.ts';
import { hasState } from './state-sql.ts';

const leadRow = { leadUnitId: 'uuid?', leadName: 'text', overdue: 'bigint', units: 'bigint' } as const;

/** Overdue work of the tasks that one agency answers for. */
export interface OverdueLead {
  /** `null` where a group leads, each of its units for itself. */
  readonly leadUnitId: string | null;
  readonly leadName: string;
  readonly overdue: number;
  /** How many units are overdue with it. */
  readonly units: number;
}

/** The plan's overdue work by the agency that leads its task, most first. One statement. */
export function overdueByLead(
  db: Db,
  planId: string,
  scope: ResolvedScope,
  day: StateDay,
): Promise<OverdueLead[]> {
  return db.rows(query(leadRow)`
    select t.lead_unit_id as "leadUnitId", min(t.lead_name) as "leadName", count(*) as overdue,
      count(distinct a.unit_id) as units
    from ${workOf(day)} join ${tasksOf(day)} on t.id = a.task_id
    where a.plan_id = ${planId} and not a.is_own and ${inScope(scope)} and ${hasState('overdue', day)}
      and ${day.against === 'first' ? sql`true` : sql`a.dropped_version is null`}
    group by t.lead_unit_id, case when t.lead_unit_id is null then t.lead_name end
    order by overdue desc, "leadName"`);
}
