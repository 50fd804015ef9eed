import type { Db, Tx } from '../../../kernel/db/database.ts';
import { type Fragment, noSql, query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import type { DueSpec } from '../domain/due.ts';
import type { Product } from '../domain/products.ts';
import type { Coordinator, Executors, PlanTask } from '../task.ts';

const taskRow = {
  id: 'uuid',
  planId: 'uuid',
  code: 'text',
  clausePath: 'text?',
  dimension: 'int',
  subDimension: 'text?',
  position: 'int',
  previousTaskId: 'uuid?',
  words: 'text',
  leadUnitId: 'uuid?',
  leadGroup: 'text?',
  leadWords: 'text',
  executors: 'text',
  executorGroup: 'text?',
  due: 'json?',
  dueWords: 'text',
  note: 'text',
  tags: 'text[]',
  priority: 'int',
  products: 'json',
  coordinators: 'json',
  chosenUnitIds: 'uuid[]',
} as const;

const taskColumns: Fragment = sql`k.id, k.plan_id as "planId", k.code, k.clause_path as "clausePath", k.dimension,
  k.sub_dimension as "subDimension", k.position, k.previous_task_id as "previousTaskId", k.words, k.lead_unit_id as "leadUnitId", k.lead_group as "leadGroup",
  k.lead_words as "leadWords", k.executors, k.executor_group as "executorGroup", k.due, k.due_words as "dueWords", k.note,
  k.tags, k.priority,
  coalesce((select jsonb_agg(jsonb_build_object('text', r.words, 'type', r.type) order by r.position)
    from plans_task_product r where r.task_id = k.id), '[]'::jsonb) as products,
  coalesce((select jsonb_agg(jsonb_build_object('unitId', c.unit_id, 'groupCode', c.group_code, 'words', c.words)
    order by c.position) from plans_task_coordinator c where c.task_id = k.id), '[]'::jsonb) as coordinators,
  array(select e.unit_id from plans_task_executor e where e.task_id = k.id order by e.unit_id) as "chosenUnitIds"`;

/** The checks of the tables and `saveTasks` hold the closed lists and the JSON to their shapes. */
function toTask(row: RowOf<typeof taskRow>): PlanTask {
  return {
    ...row,
    executors: row.executors as Executors,
    due: row.due as DueSpec | null,
    products: row.products as Product[],
    coordinators: row.coordinators as Coordinator[],
  };
}

/** Tasks `k` of a plan that meet `where`, in the order given. */
export async function selectTasks(
  db: Db,
  planId: string,
  where: Fragment = noSql,
  order: Fragment = sql`k.position`,
  page: Fragment = noSql,
): Promise<PlanTask[]> {
  const rows = await db.rows(
    query(taskRow)`select ${taskColumns} from plans_task k where k.plan_id = ${planId}::uuid ${where}
      order by ${order} ${page}`,
  );
  return rows.map(toTask);
}

export async function loadTask(db: Db, planId: string, taskId: string): Promise<PlanTask | undefined> {
  return (await selectTasks(db, planId, sql`and k.id = ${taskId}::uuid`))[0];
}

export async function countTasks(db: Db, planId: string): Promise<number> {
  const { count } = await db.one(
    query({ count: 'bigint' })`select count(*) as count from plans_task where plan_id = ${planId}::uuid`,
  );
  return count;
}

export async function removeTasks(tx: Tx, planId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.run(sql`delete from plans_task where plan_id = ${planId}::uuid and id = any(${[...ids]}::uuid[])`);
}

/** Inserts new tasks and overwrites standing ones of the same id, with products, coordinators and chosen units. */
export async function saveTasks(tx: Tx, tasks: readonly PlanTask[]): Promise<void> {
  if (tasks.length === 0) return;
  const json = JSON.stringify(tasks);
  const ids = tasks.map((task) => task.id);
  await tx.run(sql`insert into plans_task (id, plan_id, code, clause_path, dimension, sub_dimension, position, words,
      lead_unit_id, lead_group, lead_words, executors, executor_group, due, due_words, note, tags, priority, previous_task_id)
    select id, "planId", code, "clausePath", dimension, "subDimension", position, words, "leadUnitId", "leadGroup",
      "leadWords", executors, "executorGroup", nullif(due, 'null'::jsonb), "dueWords", note,
      array(select jsonb_array_elements_text(tags)), priority, "previousTaskId"
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, "planId" uuid, code text, "clausePath" text, dimension smallint,
      "subDimension" text, position integer, words text, "leadUnitId" uuid, "leadGroup" text, "leadWords" text,
      executors text, "executorGroup" text, due jsonb, "dueWords" text, note text, tags jsonb, priority smallint, "previousTaskId" uuid)
    on conflict (id) do update set code = excluded.code, clause_path = excluded.clause_path,
      dimension = excluded.dimension, sub_dimension = excluded.sub_dimension, position = excluded.position,
      words = excluded.words, lead_unit_id = excluded.lead_unit_id, lead_group = excluded.lead_group,
      lead_words = excluded.lead_words, executors = excluded.executors, executor_group = excluded.executor_group,
      due = excluded.due, due_words = excluded.due_words, note = excluded.note, tags = excluded.tags,
      priority = excluded.priority`);
  await tx.run(sql`delete from plans_task_product where task_id = any(${ids}::uuid[])`);
  await tx.run(sql`insert into plans_task_product (task_id, position, words, type)
    select r.id, p.ordinality, p.value ->> 'text', p.value ->> 'type'
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, products jsonb),
      jsonb_array_elements(r.products) with ordinality as p`);
  await tx.run(sql`delete from plans_task_coordinator where task_id = any(${ids}::uuid[])`);
  await tx.run(sql`insert into plans_task_coordinator (task_id, position, unit_id, group_code, words)
    select r.id, c.ordinality, (c.value ->> 'unitId')::uuid, c.value ->> 'groupCode', c.value ->> 'words'
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, coordinators jsonb),
      jsonb_array_elements(r.coordinators) with ordinality as c`);
  await tx.run(sql`delete from plans_task_executor where task_id = any(${ids}::uuid[])`);
  await tx.run(sql`insert into plans_task_executor (task_id, unit_id)
    select distinct r.id, u.value::uuid
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, "chosenUnitIds" jsonb),
      jsonb_array_elements_text(r."chosenUnitIds") as u`);
}
