import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { lockedDraft, lockedPlan } from '../access.ts';
import { planErrors } from '../errors.ts';
import { planEvents } from '../events.ts';
import { mayIssue } from '../policy.ts';
import { setReturned, setSubmitted } from '../store/plans.ts';
import { countTasks } from '../store/tasks.ts';

export const submitPlanInput = z.object({ planId: z.string() });

/** Lays a draft before the leader who signs; from here on it is not changed unless returned. */
export async function submitPlan(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof submitPlanInput>,
): Promise<void> {
  const plan = await lockedDraft(context, tx, input.planId);
  ensure((await countTasks(tx, plan.id)) > 0, planErrors.no_tasks);
  await setSubmitted(tx, plan.id, context.now);
  await audit(tx, context, planEvents.submitted, {
    subject: { type: 'plan', id: plan.id },
    before: { state: plan.state },
    after: { state: 'submitted' },
  });
}

export const returnPlanInput = z.object({
  planId: z.string(),
  reason: z.string().trim().min(1).max(2000),
});

/** Gives a submitted plan back for correction, with the reason. */
export async function returnPlan(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof returnPlanInput>,
): Promise<void> {
  const plan = await lockedPlan(context, tx, input.planId, mayIssue);
  ensure(plan.state === 'submitted', planErrors.not_submitted);
  const returned = { on: vietnamDate(context.now), reason: input.reason };
  await setReturned(tx, plan.id, returned, context.now);
  await audit(tx, context, planEvents.returned, {
    subject: { type: 'plan', id: plan.id },
    before: { state: plan.state },
    after: { state: 'draft', reason: input.reason },
  });
}
