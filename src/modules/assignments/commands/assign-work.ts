import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { WorkCalendar } from '../../calendar/index.ts';
import type { IssuedPlan } from '../../plans/index.ts';
import { assignmentsOf, type Directory, workPerUnit } from '../domain/assign.ts';
import { assignmentEvents, workAssigned } from '../events.ts';
import { insertTasks, insertWork } from '../store-work.ts';

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
  await insertTasks(context, tx, plan, tasks, leadNames);
  const rows = assignmentsOf(issued, directory, calendar);
  await insertWork(context, tx, plan, rows, { happenedOn: plan.issuedOn });
  const perUnit = workPerUnit(rows);
  const units = perUnit.length;
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
