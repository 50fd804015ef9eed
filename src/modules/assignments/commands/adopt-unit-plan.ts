import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import type { AdoptedUnitPlan } from '../domain/unit-plan.ts';
import { assignmentErrors } from '../errors.ts';
import { assignmentEvents } from '../events.ts';
import { mayReport } from '../policy.ts';
import { appendEntries } from '../store.ts';
import { storeOwnTasks } from '../store-own-tasks.ts';

/**
 * A unit issued its plan: each assignment learns who answers and the unit's own day, and what the unit adds becomes its own
 * work, accepted by its own leaders. In the transaction of the issue; who may issue is decided there.
 */
export async function adoptUnitPlan(context: CommandContext, tx: Tx, plan: AdoptedUnitPlan): Promise<void> {
  const today = vietnamDate(context.now);
  const { lineage } = await tx.one(query({ lineage: 'uuid[]' } as const)`
    select units_lineage(${plan.unitId}::uuid, ${today}::date) as lineage`);
  ensure(mayReport(context.actor, { lineage }), kernelErrors.forbidden);
  await adoptLines(context, tx, plan, today);
  const own = await storeOwnTasks(context, tx, plan, today);
  await audit(tx, context, assignmentEvents.adopted, {
    subject: { type: 'unit_plan', id: plan.unitPlanId },
    after: { version: plan.version, assignments: plan.lines.length, ...own },
  });
}

async function adoptLines(
  context: CommandContext,
  tx: Tx,
  { unitPlanId, number, planId, unitId, lines }: AdoptedUnitPlan,
  today: CalendarDate,
): Promise<void> {
  const ids = lines.map((line) => line.assignmentId);
  // In the order of ids, as everybody who holds many.
  const held = await tx.rows(query({ id: 'uuid' } as const)`
    select id from assignments_assignment
    where id = any(${ids}::uuid[]) and plan_id = ${planId} and unit_id = ${unitId} order by id for update`);
  ensure(held.length === new Set(ids).size, assignmentErrors.not_found);
  const touched = await tx.rows(query({ id: 'uuid', at: 'instant' } as const)`
    update assignments_assignment a set responsible_person_id = m.person, responsible_title = m.title,
      internal_due_on = m.due, changed_at = ${context.now}
    from unnest(${ids}::uuid[], ${lines.map((line) => line.personId)}::uuid[], ${lines.map((line) => line.title)}::text[],
      ${lines.map((line) => line.internalDueOn)}::date[]) as m (id, person, title, due)
    where a.id = m.id returning a.id, a.changed_at as at`);
  const at = new Map(touched.map((row) => [row.id, row.at]));
  await appendEntries(
    context,
    tx,
    lines.map(({ assignmentId, internalDueOn }) => ({
      assignmentId,
      kind: 'adopt',
      happenedOn: today,
      recordedAt: at.get(assignmentId) ?? context.now,
      details: { v: 1, unitPlanId, number, internalDueOn },
      unitId,
    })),
  );
}
