import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { lockedDraft } from '../access.ts';
import { planErrors } from '../errors.ts';
import { planEvents } from '../events.ts';
import { basesFromLines, recipientsFromLines } from '../head-lines.ts';
import { stampOf } from '../stamp.ts';
import { loadBases, loadRecipients, replaceBases, replaceRecipients, updateHead } from '../store/plans.ts';
import { selectTasks } from '../store/tasks.ts';
import { checkParent, planHeadInput } from './create-plan.ts';

export const changePlanInput = planHeadInput.extend({
  planId: z.string(),
  /** One document a line; the number and date in it are read out. Absent: as it stands. */
  bases: z.string().max(50_000).optional(),
  /** One recipient a line: "Sở Nội vụ tỉnh (để báo cáo)". Absent: as it stands. */
  recipients: z.string().max(50_000).optional(),
  /** `stampOf` the plan the writer saw; a change of someone else since then is not overwritten. */
  seen: z.string().optional(),
});

/** Changes the head of a draft. */
export async function changePlan(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof changePlanInput>,
): Promise<void> {
  const { planId, bases, recipients, seen, ...head } = input;
  const plan = await lockedDraft(context, tx, planId);
  ensure(seen === undefined || seen === stampOf(plan), kernelErrors.conflict);
  if (head.parentPlanId !== plan.parentPlanId) await checkParent(context, tx, head.parentPlanId);
  ensure(head.parentPlanId !== plan.id, kernelErrors.invalid_input);
  // "Quý II" was read as a quarter of the plan's year; moving the year would leave every due behind.
  if (head.year !== plan.year && (await selectTasks(tx, plan.id)).length > 0)
    throw new AppError(planErrors.year_has_tasks, {}, [
      { field: 'year', message: planErrors.year_has_tasks },
    ]);
  const before = { bases: await loadBases(tx, plan.id), recipients: await loadRecipients(tx, plan.id) };
  await updateHead(tx, plan.id, head, context.now);
  const after = {
    bases: bases === undefined ? before.bases : basesFromLines(bases),
    recipients: recipients === undefined ? before.recipients : recipientsFromLines(recipients),
  };
  if (bases !== undefined) await replaceBases(tx, plan.id, after.bases);
  if (recipients !== undefined) await replaceRecipients(tx, plan.id, after.recipients);
  await audit(tx, context, planEvents.changed, {
    subject: { type: 'plan', id: plan.id },
    before: { ...plan, ...before, lineage: undefined },
    after: { ...head, ...after },
  });
}
