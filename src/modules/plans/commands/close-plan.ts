import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { lockedPlan } from '../access.ts';
import { ensureNoDraft } from '../access-amendment.ts';
import { planErrors } from '../errors.ts';
import { planEvents } from '../events.ts';
import { mayIssue } from '../policy.ts';
import { setClosed } from '../store/plans.ts';

export const closePlanInput = z.object({ planId: z.string() });

/** Ends an issued plan: it stays readable, and is no longer the current one of its unit. */
export async function closePlan(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof closePlanInput>,
): Promise<void> {
  const plan = await lockedPlan(context, tx, input.planId, mayIssue);
  ensure(plan.state === 'issued', planErrors.not_issued);
  await ensureNoDraft(tx, plan.id);
  await setClosed(tx, plan.id, context.now);
  await audit(tx, context, planEvents.closed, {
    subject: { type: 'plan', id: plan.id },
    before: { state: plan.state },
    after: { state: 'closed' },
  });
}
