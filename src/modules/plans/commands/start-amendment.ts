import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { newId } from '../../../kernel/ids.ts';
import { ensureNoDraft, lockedInForce } from '../access-amendment.ts';
import { planEvents } from '../events.ts';
import { mayDraft } from '../policy.ts';
import { insertAmendment } from '../store/amendments.ts';

export const startAmendmentInput = z.object({
  planId: z.string(),
  /** Why the plan is amended, as the amendment will say it. */
  reason: z.string().trim().min(1).max(2000),
});

/** Begins the draft of an amendment of a plan in force; one at a time. Answers the version it will make. */
export async function startAmendment(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof startAmendmentInput>,
): Promise<number> {
  const plan = await lockedInForce(context, tx, input.planId, mayDraft);
  await ensureNoDraft(tx, plan.id);
  const amendment = { id: newId(), planId: plan.id, version: plan.version + 1, reason: input.reason };
  await insertAmendment(context, tx, amendment);
  await audit(tx, context, planEvents.amendment_started, {
    subject: { type: 'plan', id: plan.id },
    after: amendment,
  });
  return amendment.version;
}
