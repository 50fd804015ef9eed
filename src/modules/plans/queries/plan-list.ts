import type { Actor } from '../../../kernel/authz.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, joinSql, query, sql } from '../../../kernel/db/sql.ts';
import { likePattern } from '../../../kernel/db/word-search.ts';
import type { Plan, PlanState } from '../plan.ts';
import { draftScope } from '../policy.ts';
import { planColumns, planRow, toPlan } from '../store/plans.ts';

export interface PlanFilters {
  readonly year?: number | undefined;
  readonly state?: PlanState | undefined;
  readonly unitId?: string | undefined;
  /** Words of the title or number, with or without diacritics. */
  readonly words?: string | undefined;
}

export interface ListedPlan extends Plan {
  readonly tasks: number;
  readonly clauses: number;
}

export interface PlanPage {
  readonly rows: readonly ListedPlan[];
  readonly total: number;
}

const listedRow = { ...planRow, tasks: 'int', clauses: 'int', total: 'bigint' } as const;

/** Plans of which the actor may see the head: issued ones, and drafts within reach. */
export function visibleTo(actor: Actor, today: CalendarDate): Fragment {
  const scope = draftScope(actor);
  if (scope.all) return sql`true`;
  return sql`(p.state in ('issued', 'closed', 'withdrawn') or p.unit_id = any(${[...scope.exactly]}::uuid[])
    or units_lineage(p.unit_id, ${today}::date) && ${[...scope.over]}::uuid[])`;
}

/** A page of the plans the actor may see, the newest year first. `offset` and `limit` count plans. */
export async function planList(
  db: Db,
  actor: Actor,
  today: CalendarDate,
  filters: PlanFilters = {},
  page: { offset: number; limit: number } = { offset: 0, limit: 50 },
): Promise<PlanPage> {
  const wanted = [visibleTo(actor, today)];
  if (filters.year !== undefined) wanted.push(sql`p.year = ${filters.year}`);
  if (filters.state !== undefined) wanted.push(sql`p.state = ${filters.state}`);
  if (filters.unitId !== undefined) wanted.push(sql`p.unit_id = ${filters.unitId}::uuid`);
  if (filters.words !== undefined)
    wanted.push(
      sql`kernel_search_text(p.title || ' ' || coalesce(p.number, '')) like ${likePattern(filters.words)}`,
    );
  const rows = await db.rows(
    query(listedRow)`select ${planColumns(today)},
        (select count(*)::integer from plans_task k where k.plan_id = p.id) as tasks,
        (select count(*)::integer from plans_clause c where c.plan_id = p.id) as clauses,
        count(*) over () as total
      from plans_plan p where ${joinSql(wanted, ' and ')}
      order by p.year desc, p.issued_on desc nulls first, p.id desc
      limit ${page.limit} offset ${page.offset}`,
  );
  return {
    rows: rows.map(({ tasks, clauses, total: _, ...row }) => ({ ...toPlan(row), tasks, clauses })),
    total: rows[0]?.total ?? 0,
  };
}

/** Years that have a plan the actor may see, newest first. */
export async function planYears(db: Db, actor: Actor, today: CalendarDate): Promise<number[]> {
  const rows = await db.rows(
    query({
      year: 'int',
    })`select distinct p.year from plans_plan p where ${visibleTo(actor, today)} order by p.year desc`,
  );
  return rows.map((row) => row.year);
}

/** The issued plan of a unit for a year, the latest when there are several. */
export async function currentPlanOf(
  db: Db,
  unitId: string,
  year: number,
  today: CalendarDate,
): Promise<Plan | undefined> {
  const row = await db.row(
    query(planRow)`select ${planColumns(today)} from plans_plan p
      where p.unit_id = ${unitId}::uuid and p.year = ${year} and p.state = 'issued'
      order by p.issued_on desc, p.id desc limit 1`,
  );
  return row && toPlan(row);
}
