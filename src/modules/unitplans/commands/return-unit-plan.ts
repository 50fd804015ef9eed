import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { planById } from '../../plans/index.ts';
import { unitPlanErrors } from '../errors.ts';
import { unitPlanEvents, unitPlanReturned } from '../events.ts';
import { mayReturn } from '../policy.ts';
import { appendEvents, lockUnitPlan } from '../store.ts';

export const returnUnitPlanInput = z.object({
  unitPlanId: z.string(),
  reason: z.string().trim().max(4000),
});

/** Gives an issued plan back with what has to be corrected; it stays readable, and the unit answers with the next version. */
export async function returnUnitPlan(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof returnUnitPlanInput>,
): Promise<void> {
  const { unitPlanId, reason } = input;
  const unitPlan = await lockUnitPlan(context, tx, unitPlanId, mayReturn);
  const version = unitPlan.course.versions.at(-1)?.version;
  ensure(version !== undefined && unitPlan.course.returned === null, unitPlanErrors.not_issued);
  if (reason === '')
    throw new AppError(unitPlanErrors.reason_needed, {}, [
      { field: 'reason', message: unitPlanErrors.reason_needed },
    ]);
  const today = vietnamDate(context.now);
  await appendEvents(context, tx, [
    { obligationId: unitPlan.id, kind: 'returned', happenedOn: today, facts: { version }, note: reason },
  ]);
  await audit(tx, context, unitPlanEvents.returned, {
    subject: { type: 'unit_plan', id: unitPlan.id },
    after: { version, reason },
  });
  const plan = await planById(tx, unitPlan.planId, today);
  await unitPlanReturned.emit(context, tx, {
    unitPlanId: unitPlan.id,
    unitId: unitPlan.unitId,
    planTitle: plan?.title ?? '',
    byName: context.actor.current?.unitName ?? context.actor.name,
    reason,
    isRequest: unitPlan.isRequest,
  });
}
