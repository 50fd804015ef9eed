import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
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
  readonly notApplicable: number;
}

/** The plan's work counted by unit and content, from one index alone while nothing of the past is asked. */
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
      count(*) filter (where ${hasState('not_applicable', day)}) as "notApplicable"
    from ${workOf(day)}
    where a.plan_id = ${planId} and a.dropped_version is null and not a.is_own and ${inScope(scope)}
    group by a.unit_id, a.dimension`);
}
