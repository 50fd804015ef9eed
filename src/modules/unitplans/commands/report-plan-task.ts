import { z } from 'zod';
import type { CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { claimWithLink } from '../../assignments/index.ts';
import { planTaskOf } from '../domain/plan-task.ts';
import { unitPlanErrors } from '../errors.ts';
import { parentOf } from '../parent.ts';
import { mayIssue } from '../policy.ts';
import { lockUnitPlan } from '../store.ts';

export const reportPlanTaskInput = z.object({
  unitPlanId: z.string(),
  /** Where the issued plan is read. */
  url: z.url(),
});

/**
 * Reports the parent's task that asks for the unit plan as done, with the issued plan as its evidence; does nothing where the
 * parent has no such task. For the transaction of the issue.
 */
export async function reportPlanTask(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof reportPlanTaskInput>,
  files: FileStore,
): Promise<void> {
  const unitPlan = await lockUnitPlan(context, tx, input.unitPlanId, mayIssue);
  const version = unitPlan.course.versions.at(-1);
  ensure(version, unitPlanErrors.not_issued);
  const { plan, tasks } = await parentOf(tx, unitPlan, { today: vietnamDate(context.now), asOf: null });
  const assignmentId = planTaskOf(tasks, plan.unitPlanWithin)?.parts[0]?.assignmentId;
  if (assignmentId === undefined) return;
  const words = `Kế hoạch số ${version.number} của đơn vị`;
  await claimWithLink(
    context,
    tx,
    { assignmentId, happenedOn: version.issuedOn, note: words, link: { url: input.url, words } },
    files,
  );
}
