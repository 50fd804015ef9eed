import type { Db } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import type { StateDay } from '../domain/state.ts';
import { inScope, type ResolvedScope } from './scope-sql.ts';
import { workOf } from './source-sql.ts';
import { hasState } from './state-sql.ts';

const boardRow = {
  unitId: 'uuid',
  dimension: 'int',
  total: 'bigint',
  accepted: 'bigint',
  claimed: 'bigint',
  overdue: 'bigint',
  dueSoon: 'bigint',
  notApplicable: 'bigint',
} as const;

/** Counts of one unit in one content; what is in none of the named counts is in hand and not yet due. */
export interface BoardCount {
  readonly unitId: string;
  readonly dimension: number;
  readonly total: number;
  readonly accepted: number;
  readonly claimed: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly notApplicable: number;
}

/**
 * The plan's work counted by unit and content, from one index alone while nothing of the past is asked. Against the first
 * version what was dropped since counts as it is: not applicable.
 */
export function boardCounts(
  db: Db,
  planId: string,
  scope: ResolvedScope,
  day: StateDay,
): Promise<BoardCount[]> {
  return db.rows(query(boardRow)`
    select a.unit_id as "unitId", a.dimension::int as dimension, count(*) as total,
      count(*) filter (where ${hasState('accepted', day)} or ${hasState('accepted_late', day)}) as accepted,
      count(*) filter (where ${hasState('claimed', day)}) as claimed,
      count(*) filter (where ${hasState('overdue', day)}) as overdue,
      count(*) filter (where ${hasState('due_soon', day)}) as "dueSoon",
      count(*) filter (where ${hasState('not_applicable', day)}) as "notApplicable"
    from ${workOf(day)}
    where a.plan_id = ${planId} and not a.is_own and ${inScope(scope)}
      and ${day.against === 'first' ? sql`true` : sql`a.dropped_version is null`}
    group by a.unit_id, a.dimension`);
}

const movedRow = { later: 'bigint', earlier: 'bigint' } as const;

/** How much of the plan's work in force is due later, or earlier, than first promised. */
export function movedFromFirst(
  db: Db,
  planId: string,
  scope: ResolvedScope,
  day: Pick<StateDay, 'asOf'>,
): Promise<{ later: number; earlier: number }> {
  return db.one(query(movedRow)`
    select count(*) filter (where a.due_on > a.baseline_due_on) as later,
      count(*) filter (where a.due_on < a.baseline_due_on) as earlier
    from ${workOf({ asOf: day.asOf })}
    where a.plan_id = ${planId} and not a.is_own and a.dropped_version is null and ${inScope(scope)}`);
}
