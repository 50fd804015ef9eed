import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { lockedAmendment } from '../access-amendment.ts';
import { planEvents } from '../events.ts';
import { changesOf, removeAmendment } from '../store/amendments.ts';

export const discardAmendmentInput = z.object({ planId: z.string() });

/** Discards the draft of an amendment; the plan stays as it is, and the audit keeps what the draft held. */
export async function discardAmendment(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof discardAmendmentInput>,
): Promise<void> {
  const { plan, amendment } = await lockedAmendment(context, tx, input.planId);
  const changes = await changesOf(tx, amendment.id);
  await removeAmendment(tx, amendment.id);
  await audit(tx, context, planEvents.amendment_discarded, {
    subject: { type: 'plan', id: plan.id },
    before: { ...amendment, changes },
  });
}
