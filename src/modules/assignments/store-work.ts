import type { CommandContext } from '../../kernel/audit.ts';
import type { CalendarDate } from '../../kernel/dates.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import { newId } from '../../kernel/ids.ts';
import type { IssuedPlan, IssuedTask } from '../plans/index.ts';
import type { KeptWork } from './domain/amend.ts';
import type { NewAssignment } from './domain/assign.ts';
import { appendEntries, type NewEntry } from './store.ts';
import { storeMovedDues } from './store-dues.ts';

type PlanOfWork = Pick<IssuedPlan['plan'], 'id' | 'unitId' | 'year' | 'title' | 'version'>;

function leadNameOf(task: IssuedTask, names: ReadonlyMap<string, string>): string {
  return (task.leadUnitId === null ? undefined : names.get(task.leadUnitId)) ?? task.leadWords;
}

/** Copies tasks as the plan's version has them. */
export async function insertTasks(
  context: CommandContext,
  tx: Tx,
  plan: PlanOfWork,
  tasks: readonly IssuedTask[],
  leadNames: ReadonlyMap<string, string>,
): Promise<void> {
  for (const task of tasks)
    await tx.run(sql`insert into assignments_task (id, plan_id, year, plan_title, code, clause_path, dimension, sub_dimension,
        position, words, products, lead_unit_id, lead_name, coordinators, due_words, tags, priority, due, plan_version,
        previous_task_id, changed_at)
      values (${task.id}, ${plan.id}, ${plan.year}, ${plan.title}, ${task.code}, ${task.clausePath}, ${task.dimension},
        ${task.subDimension}, ${task.position}, ${task.words}, ${JSON.stringify(task.products)}, ${task.leadUnitId},
        ${leadNameOf(task, leadNames)}, ${task.coordinatorNames}, ${task.dueWords}, ${task.tags}, ${task.priority},
        ${JSON.stringify(task.due)}, ${plan.version}, ${task.previousTaskId}, ${context.now})`);
}

/** Tasks as the next version of the plan has them; what they were is kept by the table's past. */
export async function updateTasks(
  context: CommandContext,
  tx: Tx,
  plan: PlanOfWork,
  tasks: readonly IssuedTask[],
  leadNames: ReadonlyMap<string, string>,
): Promise<void> {
  for (const task of tasks) {
    await tx.run(sql`update assignments_task set code = ${task.code}, clause_path = ${task.clausePath},
        dimension = ${task.dimension}, sub_dimension = ${task.subDimension}, position = ${task.position}, words = ${task.words},
        products = ${JSON.stringify(task.products)}, lead_unit_id = ${task.leadUnitId},
        lead_name = ${leadNameOf(task, leadNames)}, coordinators = ${task.coordinatorNames}, due_words = ${task.dueWords},
        tags = ${task.tags}, priority = ${task.priority}, due = ${JSON.stringify(task.due)}, plan_version = ${plan.version},
        changed_at = greatest(changed_at, ${context.now}::timestamptz)
      where id = ${task.id}`);
    await tx.run(sql`update assignments_assignment set dimension = ${task.dimension}, changed_at = ${context.now}
      where task_id = ${task.id} and dimension <> ${task.dimension}`);
  }
}

/**
 * Makes assignments, column by column with `unnest`: one statement for thousands of rows. The first version of a plan is
 * its promise, against which later ones are compared.
 */
export async function insertWork(
  context: CommandContext,
  tx: Tx,
  plan: PlanOfWork,
  given: readonly NewAssignment[],
  { happenedOn, note = '' }: { readonly happenedOn: CalendarDate; readonly note?: string },
): Promise<void> {
  if (given.length === 0) return;
  const rows = given.map((row) => ({ ...row, id: newId() }));
  await tx.run(sql`
    insert into assignments_assignment (id, task_id, plan_id, year, unit_id, dimension, accepting_unit_id, occurrence,
      is_request, due_on, due_expression, due_calendar, due_explained_vi, due_explained_en, waits_for_event, baseline_due_on,
      added_version, changed_at)
    select r.id, r.task_id, ${plan.id}::uuid, ${plan.year}::smallint, r.unit_id, r.dimension, r.accepting, r.occurrence,
      r.is_request, r.due_on, r.expression, r.calendar, r.vi, r.en, r.waits,
      case when ${plan.version}::smallint = 1 then r.due_on end, ${plan.version}::smallint, ${context.now}::timestamptz
    from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.taskId)}::uuid[], ${rows.map((r) => r.unitId)}::uuid[],
      ${rows.map((r) => r.dimension)}::smallint[], ${rows.map((r) => r.acceptingUnitId)}::uuid[],
      ${rows.map((r) => r.occurrence)}::text[], ${rows.map((r) => r.isRequest)}::boolean[],
      ${rows.map((r) => r.deadline?.on ?? null)}::date[],
      ${rows.map((r) => (r.deadline ? JSON.stringify(r.deadline.expression) : null))}::jsonb[],
      ${rows.map((r) => r.deadline?.calendarVersion ?? null)}::text[],
      ${rows.map((r) => r.deadline?.explanation.vi ?? null)}::text[],
      ${rows.map((r) => r.deadline?.explanation.en ?? null)}::text[], ${rows.map((r) => r.waitsForEvent)}::boolean[])
      as r (id, task_id, unit_id, dimension, accepting, occurrence, is_request, due_on, expression, calendar, vi, en, waits)`);
  await appendEntries(
    context,
    tx,
    rows.map((row) => ({
      assignmentId: row.id,
      kind: 'issued',
      happenedOn,
      recordedAt: context.now,
      note,
      details: { v: 1, dueOn: row.deadline?.on ?? null },
      unitId: plan.unitId,
    })),
  );
}

export interface Dropping {
  readonly ids: readonly string[];
  /** The first version without them. */
  readonly version: number;
  readonly happenedOn: CalendarDate;
  readonly reason: string;
  /** The plan itself ends. */
  readonly withdrawn?: true;
}

/** Ends work that a version of the plan no longer asks for: it stays readable, counts nowhere, and no clock runs on it. */
export async function dropWork(
  context: CommandContext,
  tx: Tx,
  dropping: readonly Dropping[],
): Promise<void> {
  const rows = dropping.flatMap(({ ids, ...rest }) => ids.map((id) => ({ id, ...rest })));
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  const overridden = await tx.rows(query({ id: 'uuid' } as const)`
    select id from assignments_assignment where id = any(${ids}::uuid[]) and override_state is not null`);
  const touched = await tx.rows(query({ id: 'uuid', at: 'instant' } as const)`
    update assignments_assignment a set progress = 'not_applicable', progress_at = ${context.now}, done_on = null,
      dropped_version = d.version, clock_kind = null, clock_due_on = null, clock_calendar = null, clock_explained_vi = null,
      clock_explained_en = null, override_state = null, override_until = null, changed_at = ${context.now}
    from unnest(${ids}::uuid[], ${rows.map((row) => row.version)}::smallint[]) as d (id, version)
    where a.id = d.id
    returning a.id, a.changed_at as at`);
  const at = new Map(touched.map((row) => [row.id, row.at]));
  const ended = new Set(overridden.map((row) => row.id));
  await appendEntries(
    context,
    tx,
    rows.flatMap(({ id, version, happenedOn, reason, withdrawn }): NewEntry[] => {
      const entry = { assignmentId: id, happenedOn, recordedAt: at.get(id) ?? context.now };
      return [
        ...(ended.has(id) ? [{ ...entry, kind: 'override_end' as const }] : []),
        { ...entry, kind: 'drop', note: reason, details: { v: 1, version, ...(withdrawn && { withdrawn }) } },
      ];
    }),
  );
}

/** Work that had been dropped and is asked for again goes on under the same row, open, with its new due. */
export async function reviveWork(
  context: CommandContext,
  tx: Tx,
  revived: readonly { readonly id: string; readonly from: CalendarDate | null; readonly as: NewAssignment }[],
  {
    version,
    happenedOn,
    reason,
  }: { readonly version: number; readonly happenedOn: CalendarDate; readonly reason: string },
): Promise<void> {
  if (revived.length === 0) return;
  const touched = await tx.rows(query({ id: 'uuid', at: 'instant' } as const)`
    update assignments_assignment a set progress = 'none', progress_at = ${context.now}, dropped_version = null,
      accepting_unit_id = r.accepting, waits_for_event = r.waits, changed_at = ${context.now}
    from unnest(${revived.map((one) => one.id)}::uuid[], ${revived.map((one) => one.as.acceptingUnitId)}::uuid[],
      ${revived.map((one) => one.as.waitsForEvent)}::boolean[]) as r (id, accepting, waits)
    where a.id = r.id
    returning a.id, a.changed_at as at`);
  await appendEntries(
    context,
    tx,
    touched.flatMap(({ id, at }): NewEntry[] => {
      const entry = { assignmentId: id, happenedOn, recordedAt: at, note: reason };
      return [
        { ...entry, kind: 'reopen' },
        { ...entry, kind: 'amend', details: { v: 1, version, what: ['revived'] } },
      ];
    }),
  );
  const moves = revived.map(({ id, from, as }) => ({ id, from, deadline: as.deadline }));
  await storeMovedDues(context, tx, moves, 'amendment', reason);
}

/** Work that goes on under the amended task: who accepts it, its day, and that it was amended. */
export async function keepWork(
  context: CommandContext,
  tx: Tx,
  kept: readonly (Omit<KeptWork, 'acceptingUnitId'> & { readonly acceptingUnitId: string | null })[],
  amended: {
    readonly version: number;
    readonly happenedOn: CalendarDate;
    /** What of the task differs. */
    readonly what: readonly string[];
    readonly reason: string;
  },
): Promise<void> {
  if (kept.length === 0) return;
  const touched = await tx.rows(query({ id: 'uuid', at: 'instant' } as const)`
    update assignments_assignment a set accepting_unit_id = coalesce(k.accepting, a.accepting_unit_id),
      occurrence = coalesce(k.occurrence, a.occurrence),
      waits_for_event = coalesce(k.waits, a.waits_for_event), changed_at = ${context.now}
    from unnest(${kept.map((one) => one.id)}::uuid[], ${kept.map((one) => one.acceptingUnitId)}::uuid[],
      ${kept.map((one) => one.becomes?.occurrence ?? null)}::text[],
      ${kept.map((one) => one.becomes?.waitsForEvent ?? null)}::boolean[]) as k (id, accepting, occurrence, waits)
    where a.id = k.id
    returning a.id, a.changed_at as at`);
  const { version, happenedOn, what, reason } = amended;
  await appendEntries(
    context,
    tx,
    touched.map(({ id, at }) => ({
      assignmentId: id,
      kind: 'amend',
      happenedOn,
      recordedAt: at,
      note: reason,
      details: { v: 1, version, what },
    })),
  );
  const moves = kept.flatMap(({ id, becomes }) =>
    becomes === null ? [] : [{ id, from: becomes.from, deadline: becomes.deadline }],
  );
  await storeMovedDues(context, tx, moves, 'amendment', reason);
}
