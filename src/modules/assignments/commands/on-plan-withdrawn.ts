import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import type { PlanWithdrawn } from '../../plans/index.ts';
import { unitById } from '../../units/index.ts';
import { assignmentEvents, workWithdrawn } from '../events.ts';
import { dropWork } from '../store-work.ts';

const heldRow = { id: 'uuid', unitId: 'uuid', isRequest: 'bool', isOpen: 'bool' } as const;

/** Listens to the withdrawal of a plan: what is not accepted ends, and every unit that had work of it is told. */
export async function onPlanWithdrawn(context: CommandContext, tx: Tx, plan: PlanWithdrawn): Promise<void> {
  const { planId, on, reason } = plan;
  const rows = await tx.rows(query(heldRow)`
    select id, unit_id as "unitId", is_request as "isRequest",
      progress <> 'accepted' and dropped_version is null as "isOpen"
    from assignments_assignment where plan_id = ${planId}::uuid and not is_own order by id for update`);
  const open = rows.filter((row) => row.isOpen);
  await dropWork(context, tx, [
    // No version follows; none holds this work any more.
    { ids: open.map((row) => row.id), version: plan.version + 1, happenedOn: on, reason, withdrawn: true },
  ]);
  await tx.run(sql`update assignments_task set withdrawn_on = ${on}, changed_at = greatest(changed_at, ${context.now}::timestamptz)
    where plan_id = ${planId}::uuid and origin = 'plan'`);
  const perUnit = [...Map.groupBy(rows, (row) => row.unitId)].map(([unitId, own]) => ({
    unitId,
    count: own.filter((row) => row.isOpen).length,
    isRequest: own.every((row) => row.isRequest),
  }));
  await audit(tx, context, assignmentEvents.withdrawn, {
    subject: { type: 'plan', id: planId },
    after: { on, assignments: open.length, units: perUnit.length },
  });
  const issuerName = (await unitById(tx, plan.unitId, on))?.name ?? '';
  await workWithdrawn.emit(context, tx, { planId, planTitle: plan.title, issuerName, on, reason, perUnit });
}
