import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { lockedPlan } from '../access.ts';
import { planErrors } from '../errors.ts';
import { planEvents, unitPlanRuleChanged } from '../events.ts';
import { mayIssue } from '../policy.ts';
import { setUnitPlanWithin } from '../store/plans.ts';
import { unitPlanWithinInput } from './create-plan.ts';

export const changeUnitPlanRuleInput = z.object({
  planId: z.string(),
  within: unitPlanWithinInput,
  reason: z.string().trim().min(1).max(2000),
});

/** Changes how long units have to make their own plans, once the plan is issued; before that it is part of its head. */
export async function changeUnitPlanRule(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof changeUnitPlanRuleInput>,
): Promise<void> {
  const plan = await lockedPlan(context, tx, input.planId, mayIssue);
  ensure(plan.state === 'issued', planErrors.not_issued);
  const { within, reason } = input;
  await setUnitPlanWithin(tx, plan.id, within, context.now);
  await audit(tx, context, planEvents.unit_plan_rule_changed, {
    subject: { type: 'plan', id: plan.id },
    before: { within: plan.unitPlanWithin },
    after: { within, reason },
  });
  const { id: planId, unitId, unitPlanWithin: from } = plan;
  await unitPlanRuleChanged.emit(context, tx, { planId, unitId, from, to: within, reason });
}
