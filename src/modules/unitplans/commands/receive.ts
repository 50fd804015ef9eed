import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import { unitPlanErrors } from '../errors.ts';
import { unitPlanEvents } from '../events.ts';
import { mayDraft } from '../policy.ts';
import type { UnitPlan } from '../queries/unit-plans.ts';
import { appendEvents, lockUnitPlan } from '../store.ts';

export const receivePlanInput = z.object({ unitPlanId: z.string() });

/** The unit confirms that it has the parent plan; a second time answers who did and when. */
export async function receivePlan(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof receivePlanInput>,
): Promise<void> {
  const plan = await lockUnitPlan(context, tx, input.unitPlanId, mayDraft);
  const { received } = plan.course;
  if (received)
    throw new AppError(unitPlanErrors.already_received, {
      name: received.by,
      date: formatDate(received.on),
    });
  await recordReceipt(context, tx, plan);
}

/** The receipt of a plan that is held already: whoever begins a draft has the plan in hand. */
export async function recordReceipt(
  context: CommandContext,
  tx: Tx,
  plan: Pick<UnitPlan, 'id'>,
): Promise<void> {
  await appendEvents(context, tx, [
    { obligationId: plan.id, kind: 'received', happenedOn: vietnamDate(context.now), facts: {} },
  ]);
  await audit(tx, context, unitPlanEvents.received, { subject: { type: 'unit_plan', id: plan.id } });
}
