import type { CommandContext } from '../../kernel/audit.ts';
import type { CalendarDate } from '../../kernel/dates.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import { newId } from '../../kernel/ids.ts';
import type { Deadline } from '../calendar/index.ts';
import type { AdoptedUnitPlan, OwnTask } from './domain/unit-plan.ts';
import { appendEntries } from './store.ts';
import { storeMovedDues } from './store-dues.ts';

interface StandingWork {
  readonly id: string;
  readonly taskId: string;
  readonly occurrence: string;
  readonly dueOn: CalendarDate | null;
  readonly isDropped: boolean;
}

const standingRow = {
  id: 'uuid',
  taskId: 'uuid',
  occurrence: 'text',
  dueOn: 'date?',
  isDropped: 'bool',
} as const;

type Plan = Pick<AdoptedUnitPlan, 'unitPlanId' | 'version' | 'number' | 'planId' | 'unitId' | 'own'>;

/** Writes the unit's own tasks as this version has them: new ones begin, changed ones change, those left out are dropped. */
export async function storeOwnTasks(
  context: CommandContext,
  tx: Tx,
  plan: Plan,
  today: CalendarDate,
): Promise<{ readonly ownTasks: number; readonly dropped: number }> {
  const standing: StandingWork[] = await tx.rows(query(standingRow)`
    select a.id, a.task_id as "taskId", a.occurrence, a.due_on as "dueOn", a.dropped_version is not null as "isDropped"
    from assignments_assignment a
    where a.plan_id = ${plan.planId} and a.unit_id = ${plan.unitId} and a.is_own
    order by a.id for update`);
  await storeTasks(context, tx, plan);
  const wanted = plan.own.flatMap((task) => task.occurrences.map((one) => ({ task, ...one })));
  const keyOf = (taskId: string, occurrence: string): string => `${taskId} ${occurrence}`;
  const byKey = new Map(standing.map((work) => [keyOf(work.taskId, work.occurrence), work]));
  const added = wanted.filter((one) => !byKey.has(keyOf(one.task.taskId, one.key)));
  await addWork(context, tx, plan, added, today);
  const kept = wanted.flatMap((one) => {
    const work = byKey.get(keyOf(one.task.taskId, one.key));
    return work ? [{ ...one, work }] : [];
  });
  await tx.run(sql`update assignments_assignment a set responsible_person_id = m.person, responsible_title = m.title,
      changed_at = ${context.now}
    from unnest(${kept.map((one) => one.work.id)}::uuid[], ${kept.map((one) => one.task.personId)}::uuid[],
      ${kept.map((one) => one.task.title)}::text[]) as m (id, person, title) where a.id = m.id`);
  await takeUpAgain(
    context,
    tx,
    plan,
    kept.filter(({ work }) => work.isDropped),
    today,
  );
  const moves = kept
    .filter(({ work, deadline }) => (deadline?.on ?? null) !== work.dueOn)
    .map(({ work, deadline }) => ({ id: work.id, from: work.dueOn, deadline }));
  await storeMovedDues(context, tx, moves, 'unit_plan');
  const keys = new Set(wanted.map((one) => keyOf(one.task.taskId, one.key)));
  const left = standing.filter((work) => !work.isDropped && !keys.has(keyOf(work.taskId, work.occurrence)));
  await dropWork(context, tx, plan, left, today);
  return { ownTasks: plan.own.length, dropped: left.length };
}

async function storeTasks(context: CommandContext, tx: Tx, { planId, unitId, own }: Plan): Promise<void> {
  if (own.length === 0) return;
  await tx.run(sql`
    insert into assignments_task (id, plan_id, year, plan_title, code, dimension, position, words, products, lead_unit_id,
      lead_name, coordinators, due_words, due, tags, priority, plan_version, origin, changed_at)
    select r.id, ${planId}::uuid, p.year, p.plan_title, r.code, r.dimension, r.position, r.words, r.products, ${unitId}::uuid,
      r.lead, '{}', r.due_words, r.due, '{}', 0, p.plan_version, 'unit_plan', ${context.now}::timestamptz
    from unnest(${own.map((one) => one.taskId)}::uuid[], ${own.map((one) => one.code)}::text[],
      ${own.map((one) => one.dimension)}::smallint[], ${own.map((one) => one.position)}::int[],
      ${own.map((one) => one.words)}::text[], ${own.map((one) => JSON.stringify(one.products))}::jsonb[],
      ${own.map((one) => one.unitName)}::text[], ${own.map((one) => one.dueWords)}::text[],
      ${own.map((one) => JSON.stringify(one.due))}::jsonb[])
      as r (id, code, dimension, position, words, products, lead, due_words, due)
    cross join (select year, plan_title, plan_version from assignments_task
      where plan_id = ${planId} and origin = 'plan' order by plan_version desc limit 1) p
    on conflict (id) do update set code = excluded.code, dimension = excluded.dimension, position = excluded.position,
      words = excluded.words, products = excluded.products, due_words = excluded.due_words, due = excluded.due,
      changed_at = excluded.changed_at`);
}

async function addWork(
  context: CommandContext,
  tx: Tx,
  plan: Plan,
  added: readonly { readonly task: OwnTask; readonly key: string; readonly deadline: Deadline | null }[],
  today: CalendarDate,
): Promise<void> {
  if (added.length === 0) return;
  const rows = added.map((one) => ({ ...one, id: newId() }));
  await tx.run(sql`
    insert into assignments_assignment (id, task_id, plan_id, year, unit_id, dimension, accepting_unit_id, occurrence,
      is_request, due_on, due_expression, due_calendar, due_explained_vi, due_explained_en, baseline_due_on, added_version,
      responsible_person_id, responsible_title, waits_for_event, is_own, changed_at)
    select r.id, r.task_id, t.plan_id, t.year, ${plan.unitId}::uuid, t.dimension, ${plan.unitId}::uuid, r.occurrence, false,
      r.due_on, r.expression, r.calendar, r.vi, r.en, r.due_on, ${plan.version}::smallint, r.person, r.title, r.waits, true,
      ${context.now}::timestamptz
    from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.task.taskId)}::uuid[], ${rows.map((r) => r.key)}::text[],
      ${rows.map((r) => r.deadline?.on ?? null)}::date[],
      ${rows.map((r) => (r.deadline ? JSON.stringify(r.deadline.expression) : null))}::jsonb[],
      ${rows.map((r) => r.deadline?.calendarVersion ?? null)}::text[],
      ${rows.map((r) => r.deadline?.explanation.vi ?? null)}::text[],
      ${rows.map((r) => r.deadline?.explanation.en ?? null)}::text[], ${rows.map((r) => r.task.personId)}::uuid[],
      ${rows.map((r) => r.task.title)}::text[], ${rows.map((r) => r.task.due.type === 'event')}::boolean[])
      as r (id, task_id, occurrence, due_on, expression, calendar, vi, en, person, title, waits)
    join assignments_task t on t.id = r.task_id`);
  await appendEntries(
    context,
    tx,
    rows.map((row) => ({
      assignmentId: row.id,
      kind: 'issued',
      happenedOn: today,
      recordedAt: context.now,
      details: { v: 1, dueOn: row.deadline?.on ?? null },
      unitId: plan.unitId,
    })),
  );
}

/** What an earlier version had left out and this one has again. */
async function takeUpAgain(
  context: CommandContext,
  tx: Tx,
  { unitId, number }: Plan,
  again: readonly { readonly work: StandingWork }[],
  today: CalendarDate,
): Promise<void> {
  if (again.length === 0) return;
  const touched = await tx.rows(query({ id: 'uuid', at: 'instant' } as const)`
    update assignments_assignment set progress = 'none', dropped_version = null, progress_at = ${context.now},
      changed_at = ${context.now}
    where id = any(${again.map(({ work }) => work.id)}::uuid[]) returning id, changed_at as at`);
  await appendEntries(
    context,
    tx,
    touched.map(({ id, at }) => ({
      assignmentId: id,
      kind: 'reopen',
      happenedOn: today,
      recordedAt: at,
      note: `Kế hoạch số ${number} của đơn vị có lại việc này.`,
      unitId,
    })),
  );
}

async function dropWork(
  context: CommandContext,
  tx: Tx,
  { unitId, version, number }: Plan,
  left: readonly StandingWork[],
  today: CalendarDate,
): Promise<void> {
  if (left.length === 0) return;
  const ids = left.map((work) => work.id);
  const touched = await tx.rows(query({ id: 'uuid', at: 'instant' } as const)`
    update assignments_assignment set progress = 'not_applicable', dropped_version = ${version}, done_on = null,
      clock_kind = null, clock_due_on = null, clock_calendar = null, clock_explained_vi = null, clock_explained_en = null,
      progress_at = ${context.now}, changed_at = ${context.now}
    where id = any(${ids}::uuid[]) returning id, changed_at as at`);
  await appendEntries(
    context,
    tx,
    touched.map(({ id, at }) => ({
      assignmentId: id,
      kind: 'drop',
      happenedOn: today,
      recordedAt: at,
      note: `Kế hoạch số ${number} của đơn vị không còn việc này.`,
      details: { v: 1, version },
      unitId,
    })),
  );
}
