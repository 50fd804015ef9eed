import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { unitPlanErrors } from '../errors.ts';
import { unitPlanEvents } from '../events.ts';
import { unitPlanLimits } from '../limits.ts';
import { isStale } from '../line-stamp.ts';
import { mayDraft } from '../policy.ts';
import { lockUnitPlan } from '../store.ts';
import { deleteLine, insertLines, loadLines } from '../store-draft.ts';
import { lineReadingOf, typedLineInput, withTyped } from './save-lines.ts';

export const addOwnLineInput = typedLineInput
  .omit({ isDeclined: true, declineReason: true, lateReason: true })
  .extend({
    unitPlanId: z.string(),
    words: z.string().trim().min(1).max(2000),
    dimension: z.coerce.number().int().min(0).max(8),
  });

/** Adds something that the unit does of its own; answers the line's id. */
export async function addOwnLine(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof addOwnLineInput>,
): Promise<string> {
  const { unitPlanId, ...typed } = addOwnLineInput.parse(given);
  const unitPlan = await lockUnitPlan(context, tx, unitPlanId, mayDraft);
  ensure(unitPlan.course.drafting !== null, unitPlanErrors.not_drafting);
  const own = (await loadLines(tx, unitPlan.id)).filter((line) => line.taskId === null);
  ensure(own.length < unitPlanLimits.own_lines, unitPlanErrors.too_many_own, { n: unitPlanLimits.own_lines });
  const id = newId();
  const place = { id, position: 1_000_000 + ((own.at(-1)?.position ?? 0) % 1_000_000) + 1, taskId: null };
  const line = withTyped(
    place,
    { ...typed, lateReason: '', isDeclined: false, declineReason: '' },
    await lineReadingOf(context, tx, unitPlan),
  );
  await insertLines(context, tx, unitPlan.id, [line]);
  await audit(tx, context, unitPlanEvents.lines_saved, {
    subject: { type: 'unit_plan', id: unitPlan.id },
    after: { id, ...typed },
  });
  return id;
}

export const removeOwnLineInput = z.object({
  unitPlanId: z.string(),
  lineId: z.string(),
  /** The stamp the line was shown with. */
  stamp: z.string(),
});

/** Takes a line of the unit's own out of the draft, or one whose task the parent gives no more. */
export async function removeLine(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof removeOwnLineInput>,
): Promise<void> {
  const unitPlan = await lockUnitPlan(context, tx, input.unitPlanId, mayDraft);
  ensure(unitPlan.course.drafting !== null, unitPlanErrors.not_drafting);
  const line = (await loadLines(tx, unitPlan.id)).find((one) => one.id === input.lineId);
  ensure(line?.taskId === null, unitPlanErrors.line_not_found);
  if (isStale(input.stamp, line)) throw new AppError(unitPlanErrors.changed_meanwhile);
  await deleteLine(tx, unitPlan.id, line.id);
  await audit(tx, context, unitPlanEvents.line_removed, {
    subject: { type: 'unit_plan', id: unitPlan.id },
    before: line,
  });
}
