import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import type { WorkCalendar } from '../../calendar/index.ts';
import type { IssuedPlan } from '../../plans/index.ts';
import { assignmentsOf, type Directory, workPerUnit } from '../domain/assign.ts';
import { assignmentEvents, workAssigned } from '../events.ts';
import { appendEntries } from '../store.ts';

/**
 * Turns an issued plan into assignments, in the transaction of the issue. Writes column by column with `unnest`, one
 * statement for thousands of rows.
 */
export async function assignWork(
  context: CommandContext,
  tx: Tx,
  issued: IssuedPlan,
  directory: Directory,
  leadNames: ReadonlyMap<string, string>,
  calendar: WorkCalendar,
): Promise<{ assignments: number; units: number }> {
  const { plan, tasks } = issued;
  for (const task of tasks)
    await tx.run(sql`insert into assignments_task (id, plan_id, year, plan_title, code, clause_path, dimension, sub_dimension,
        position, words, products, lead_unit_id, lead_name, coordinators, due_words, tags, priority, due, plan_version, changed_at)
      values (${task.id}, ${plan.id}, ${plan.year}, ${plan.title}, ${task.code}, ${task.clausePath}, ${task.dimension},
        ${task.subDimension}, ${task.position}, ${task.words}, ${JSON.stringify(task.products)}, ${task.leadUnitId},
        ${(task.leadUnitId === null ? undefined : leadNames.get(task.leadUnitId)) ?? task.leadWords},
        ${task.coordinatorNames}, ${task.dueWords}, ${task.tags}, ${task.priority}, ${JSON.stringify(task.due)},
        ${plan.version}, ${context.now})`);
  const rows = assignmentsOf(issued, directory, calendar).map((row) => ({ ...row, id: newId() }));
  await tx.run(sql`
    insert into assignments_assignment (id, task_id, plan_id, year, unit_id, dimension, accepting_unit_id, occurrence,
      is_request, due_on, due_expression, due_calendar, due_explained_vi, due_explained_en, waits_for_event, baseline_due_on,
      added_version, changed_at)
    select r.id, r.task_id, ${plan.id}::uuid, ${plan.year}::smallint, r.unit_id, r.dimension, r.accepting, r.occurrence,
      r.is_request, r.due_on, r.expression, r.calendar, r.vi, r.en, r.waits, r.due_on, ${plan.version}::smallint,
      ${context.now}::timestamptz
    from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.taskId)}::uuid[], ${rows.map((r) => r.unitId)}::uuid[],
      ${rows.map((r) => r.dimension)}::smallint[], ${rows.map((r) => r.acceptingUnitId)}::uuid[],
      ${rows.map((r) => r.occurrence)}::text[], ${rows.map((r) => r.isRequest)}::boolean[],
      ${rows.map((r) => r.deadline?.on ?? null)}::date[],
      ${rows.map((r) => (r.deadline ? JSON.stringify(r.deadline.expression) : null))}::jsonb[],
      ${rows.map((r) => r.deadline?.calendarVersion ?? null)}::text[],
      ${rows.map((r) => r.deadline?.explanation.vi ?? null)}::text[],
      ${rows.map((r) => r.deadline?.explanation.en ?? null)}::text[], ${rows.map((r) => r.waitsForEvent)}::boolean[])
      as r (id, task_id, unit_id, dimension, accepting, occurrence, is_request, due_on, expression, calendar, vi, en, waits)`);
  const perUnit = workPerUnit(rows);
  const units = perUnit.length;
  await appendEntries(
    context,
    tx,
    rows.map((row) => ({
      assignmentId: row.id,
      kind: 'issued',
      happenedOn: plan.issuedOn,
      recordedAt: context.now,
      details: { v: 1, dueOn: row.deadline?.on ?? null },
      unitId: plan.unitId,
    })),
  );
  await audit(tx, context, assignmentEvents.assigned, {
    subject: { type: 'plan', id: plan.id },
    after: { tasks: tasks.length, assignments: rows.length, units },
  });
  const issuer = await tx.one(query({ name: 'text' } as const)`
    select coalesce(units_name(${plan.unitId}::uuid, ${plan.issuedOn}::date), '') as name`);
  await workAssigned.emit(context, tx, {
    planId: plan.id,
    planTitle: plan.title,
    issuerUnitId: plan.unitId,
    issuerName: issuer.name,
    perUnit,
  });
  return { assignments: rows.length, units };
}
