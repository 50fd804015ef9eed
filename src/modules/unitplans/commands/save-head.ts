import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { unitPlanErrors } from '../errors.ts';
import { unitPlanEvents } from '../events.ts';
import { mayDraft } from '../policy.ts';
import { lockUnitPlan } from '../store.ts';
import { loadDraft, updateHead } from '../store-draft.ts';

const paragraphs = z.string().trim().max(20_000).default('');

export const saveHeadInput = z.object({
  unitPlanId: z.string(),
  title: z.string().trim().min(1).max(500),
  bases: paragraphs,
  opening: paragraphs,
  closing: paragraphs,
  recipients: paragraphs,
  /** The revision the writer saw. */
  revision: z.coerce.number().int(),
});

/** Changes the text above and below the table of tasks. */
export async function saveHead(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof saveHeadInput>,
): Promise<void> {
  const { unitPlanId, revision, ...head } = input;
  const unitPlan = await lockUnitPlan(context, tx, unitPlanId, mayDraft);
  const draft = await loadDraft(tx, unitPlan.id);
  ensure(draft?.isOpen, unitPlanErrors.not_drafting);
  ensure(draft.revision === revision, unitPlanErrors.changed_meanwhile);
  await updateHead(context, tx, unitPlan.id, head);
  const { title, bases, opening, closing, recipients } = draft;
  await audit(tx, context, unitPlanEvents.head_saved, {
    subject: { type: 'unit_plan', id: unitPlan.id },
    before: { title, bases, opening, closing, recipients },
    after: head,
  });
}
