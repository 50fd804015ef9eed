import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, joinSql, noSql, query, sql } from '../../../kernel/db/sql.ts';
import { likePattern } from '../../../kernel/db/word-search.ts';
import { selectTasks } from '../store/tasks.ts';
import { type Lack, lacksOf, type PlanTask } from '../task.ts';

export const TASK_SORTS = ['code', 'dimension', 'lead', 'due'] as const;
export type TaskSort = (typeof TASK_SORTS)[number];

export interface TaskFilters {
  readonly dimension?: number | undefined;
  /** Id of a unit or code of a group. */
  readonly lead?: string | undefined;
  /** What the tasks lack; `any` for all that cannot be issued yet. */
  readonly lacking?: Lack | 'any' | undefined;
  readonly words?: string | undefined;
}

const noLead = sql`(k.lead_unit_id is null and k.lead_group is null)`;
const noDue = sql`k.due is null`;
const noProduct = sql`not exists (select 1 from plans_task_product r where r.task_id = k.id)`;
const LACKING: Readonly<Record<Lack | 'any', Fragment>> = {
  lead: noLead,
  due: noDue,
  product: noProduct,
  any: sql`(${noLead} or ${noDue} or ${noProduct})`,
};

function conditions(filters: TaskFilters): Fragment {
  const wanted: Fragment[] = [];
  if (filters.dimension !== undefined) wanted.push(sql`k.dimension = ${filters.dimension}`);
  if (filters.lead !== undefined)
    wanted.push(sql`(k.lead_unit_id::text = ${filters.lead} or k.lead_group = ${filters.lead})`);
  if (filters.lacking !== undefined) wanted.push(LACKING[filters.lacking]);
  if (filters.words !== undefined) wanted.push(sql`k.search like ${likePattern(filters.words)}`);
  return wanted.length === 0 ? noSql : sql`and ${joinSql(wanted, ' and ')}`;
}

/** The latest day a due names, for sorting; what has no day of its own comes last. */
const dueDay = sql`coalesce(k.due ->> 'on',
  (k.due ->> 'year') || '-' || lpad(((k.due ->> 'index')::integer * case k.due ->> 'period'
    when 'month' then 1 when 'quarter' then 3 when 'half' then 6 else 12 end)::text, 2, '0'), '9999')`;

const ORDERS: Readonly<Record<TaskSort, (down: Fragment) => Fragment>> = {
  code: (down) => sql`k.position ${down}`,
  dimension: (down) => sql`k.dimension ${down}, k.position`,
  lead: (down) => sql`kernel_search_text(k.lead_words) ${down}, k.position`,
  due: (down) => sql`${dueDay} ${down}, k.position`,
};

/** A page of a plan's tasks; `total` counts all that meet the filters. */
export async function taskList(
  db: Db,
  planId: string,
  filters: TaskFilters,
  order: { by: TaskSort; descending: boolean },
  page: { offset: number; limit: number },
): Promise<{ rows: PlanTask[]; total: number }> {
  const where = conditions(filters);
  const down = order.descending ? sql`desc` : noSql;
  const rows = await selectTasks(
    db,
    planId,
    where,
    ORDERS[order.by](down),
    sql`limit ${page.limit} offset ${page.offset}`,
  );
  const { total } = await db.one(
    query({
      total: 'bigint',
    })`select count(*) as total from plans_task k where k.plan_id = ${planId}::uuid ${where}`,
  );
  return { rows, total };
}

export interface TaskCounts {
  readonly total: number;
  readonly lacking: number;
  /** By PAPI content, 0 first. */
  readonly byDimension: readonly { readonly dimension: number; readonly count: number }[];
}

/** How many tasks there are, by content, and how many cannot be issued yet. */
export function countsOf(tasks: readonly PlanTask[]): TaskCounts {
  const byDimension = Map.groupBy(tasks, (task) => task.dimension);
  return {
    total: tasks.length,
    lacking: tasks.filter((task) => lacksOf(task).length > 0).length,
    byDimension: [...byDimension]
      .map(([dimension, own]) => ({ dimension, count: own.length }))
      .sort((a, b) => a.dimension - b.dimension),
  };
}

/** Who leads tasks of a plan: unit ids and group codes. */
export async function leadsOf(db: Db, planId: string): Promise<string[]> {
  const rows = await db.rows(
    query({ lead: 'text' })`select distinct coalesce(lead_unit_id::text, lead_group) as lead from plans_task
      where plan_id = ${planId}::uuid and (lead_unit_id is not null or lead_group is not null)`,
  );
  return rows.map((row) => row.lead);
}
