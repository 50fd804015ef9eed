import { type CalendarDate, endOfDay } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, query, sql } from '../../../kernel/db/sql.ts';
import { assignmentLimits } from '../limits.ts';
import { inScope, type ResolvedScope } from './scope-sql.ts';
import { workOf } from './source-sql.ts';
import { hasState } from './state-sql.ts';

const dayRow = {
  on: 'date',
  unitId: 'uuid',
  total: 'bigint',
  accepted: 'bigint',
  claimed: 'bigint',
  overdue: 'bigint',
} as const;

/** A plan's work of one unit as it stood at the end of one day; what did not apply is left out of `total`. */
export interface DayCount {
  readonly on: CalendarDate;
  readonly unitId: string;
  readonly total: number;
  readonly accepted: number;
  readonly claimed: number;
  readonly overdue: number;
}

function countsOf(planId: string, scope: ResolvedScope, on: CalendarDate): Fragment {
  const day = { today: on, soonUntil: on, asOf: on };
  return sql`
    select ${on}::date as "on", a.unit_id as "unitId",
      count(*) filter (where ${hasState('not_applicable', day)} is not true) as total,
      count(*) filter (where ${hasState('accepted', day)} or ${hasState('accepted_late', day)}) as accepted,
      count(*) filter (where ${hasState('claimed', day)}) as claimed,
      count(*) filter (where ${hasState('overdue', day)}) as overdue
    from ${workOf(day)}
    where a.plan_id = ${planId} and not a.is_own and a.dropped_version is null and ${inScope(scope)}
    group by a.unit_id`;
}

async function load(
  db: Db,
  planId: string,
  scope: ResolvedScope,
  days: readonly CalendarDate[],
): Promise<DayCount[]> {
  const [first, ...others] = days.map((day) => countsOf(planId, scope, day));
  if (!first) return [];
  const all = others.reduce((before, next) => sql`${before} union all ${next}`, first);
  return db.rows(query(dayRow)`${all}`);
}

/** What was counted of days that are over: nothing recorded later changes it. It goes when the units do, as the scope does. */
const known = new WeakMap<ResolvedScope, Map<string, Promise<readonly DayCount[]>>>();

/**
 * The plan's work by unit at the end of each of several past days, as recorded by then. One statement for the days that were not
 * counted before, none where all were.
 */
export async function countsOnDays(
  db: Db,
  planId: string,
  scope: ResolvedScope,
  days: readonly CalendarDate[],
  now: Date,
): Promise<DayCount[]> {
  const kept = known.get(scope) ?? new Map<string, Promise<readonly DayCount[]>>();
  known.set(scope, kept);
  const missing = days.filter((day) => !kept.has(`${planId} ${day}`));
  const loading = load(db, planId, scope, missing);
  const parts = days.map((day) => {
    const before = kept.get(`${planId} ${day}`);
    if (before) return before;
    const own = loading.then((rows) => rows.filter((row) => row.on === day));
    if (endOfDay(day).getTime() + assignmentLimits.settled_hours * 3_600_000 < now.getTime()) {
      kept.set(`${planId} ${day}`, own);
      own.catch(() => kept.delete(`${planId} ${day}`));
      const [oldest] = kept.keys();
      if (kept.size > assignmentLimits.days_counted && oldest !== undefined) kept.delete(oldest);
    }
    return own;
  });
  return (await Promise.all(parts)).flat();
}
