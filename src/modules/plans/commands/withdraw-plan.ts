import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensureDay, ensureNoDraft, lockedInForce, versionDays } from '../access-amendment.ts';
import { planEvents, planWithdrawn } from '../events.ts';
import { mayIssue } from '../policy.ts';
import { setWithdrawn } from '../store/versions.ts';
import { issuePlanInput } from './issue-plan.ts';
import { startAmendmentInput } from './start-amendment.ts';

export const withdrawPlanInput = z.object({
  planId: z.string(),
  /** The day of the withdrawal, as on its paper. */
  on: issuePlanInput.shape.issuedOn,
  reason: startAmendmentInput.shape.reason,
});

/** Withdraws an issued plan: it stays readable, and other rooms end the work that is still open and tell everybody. */
export async function withdrawPlan(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof withdrawPlanInput>,
): Promise<void> {
  const { on, reason } = input;
  const plan = await lockedInForce(context, tx, input.planId, mayIssue);
  await ensureNoDraft(tx, plan.id);
  ensureDay(on, (await versionDays(tx, plan)).at(-1), vietnamDate(context.now), 'on');
  await setWithdrawn(tx, plan.id, { on, reason }, context.now);
  await audit(tx, context, planEvents.withdrawn, {
    subject: { type: 'plan', id: plan.id },
    before: { state: plan.state },
    after: { state: 'withdrawn', on, reason },
  });
  const { id: planId, unitId, title, version } = plan;
  await planWithdrawn.emit(context, tx, {
    planId,
    unitId,
    title,
    number: plan.number ?? '',
    version,
    on,
    reason,
  });
}
