import type { Actor } from '../../../kernel/authz.ts';
import { type CalendarDate, endOfDay } from '../../../kernel/dates.ts';
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
  /** A day of the past: the plans issued by its end, as they had been recorded by then. `null` and nothing are now. */
  readonly asOf?: CalendarDate | null | undefined;
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

/**
 * Plans under the columns of `plans_plan`, with the number of their tasks and clauses. On a day of the past: the version
 * that had been frozen by its end, under the number and day as corrected by then. A draft of that day is kept nowhere,
 * so it is not there.
 */
function plansOn(asOf: CalendarDate | null): Fragment {
  if (asOf === null)
    return sql`(select q.*, (select count(*)::integer from plans_task k where k.plan_id = q.id) as tasks,
        (select count(*)::integer from plans_clause c where c.plan_id = q.id) as clauses
      from plans_plan q)`;
  const end = endOfDay(asOf);
  return sql`(select q.id, q.unit_id, q.year, b.content #>> '{plan,title}' as title,
      coalesce(c.number_after, b.content #>> '{plan,number}') as number,
      coalesce(c.issued_on_after, (b.content #>> '{plan,issuedOn}')::date) as issued_on,
      b.content #>> '{plan,signerName}' as signer_name, b.content #>> '{plan,signerTitle}' as signer_title,
      case when q.withdrawn_at < ${end}::timestamptz then 'withdrawn' when q.closed_at < ${end}::timestamptz then 'closed'
        else 'issued' end as state,
      b.version, q.parent_plan_id, q.parent_citation, b.content #>> '{plan,regularPeriod}' as regular_period,
      q.unit_plan_within, q.previous_plan_id, q.closed_at, q.withdrawn_on, q.withdrawn_at, q.withdraw_reason,
      q.created_at, q.changed_at, jsonb_array_length(b.content -> 'tasks') as tasks,
      jsonb_array_length(b.content -> 'clauses') as clauses
    from plans_plan q
    cross join lateral (select version, content from plans_baseline
      where plan_id = q.id and frozen_at < ${end}::timestamptz order by version desc limit 1) b
    left join lateral (select number_after, issued_on_after from plans_correction
      where plan_id = q.id and corrected_at < ${end}::timestamptz order by corrected_at desc, id desc limit 1) c on true)`;
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
    query(listedRow)`select ${planColumns(today)}, p.tasks, p.clauses, count(*) over () as total
      from ${plansOn(filters.asOf ?? null)} p where ${joinSql(wanted, ' and ')}
      order by p.year desc, p.issued_on desc nulls first, p.id desc
      limit ${page.limit} offset ${page.offset}`,
  );
  return {
    rows: rows.map(({ tasks, clauses, total: _, ...row }) => ({ ...toPlan(row), tasks, clauses })),
    total: rows[0]?.total ?? 0,
  };
}

/** Years that have a plan the actor may see, on a day of the past those issued by its end; newest first. */
export async function planYears(
  db: Db,
  actor: Actor,
  today: CalendarDate,
  asOf: CalendarDate | null = null,
): Promise<number[]> {
  const rows = await db.rows(
    query({ year: 'int' } as const)`select distinct p.year from ${plansOn(asOf)} p
      where ${visibleTo(actor, today)} order by p.year desc`,
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
