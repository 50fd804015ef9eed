import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { lockedDraft } from '../access.ts';
import { planEvents } from '../events.ts';
import { touchPlan } from '../store/plans.ts';
import { removeTasks } from '../store/tasks.ts';
import type { PlanTask } from '../task.ts';
import { taskOf } from './change-task.ts';

export const removeTaskInput = z.object({ planId: z.string(), taskId: z.string() });

/** Takes a task out of a draft and answers it; the audit keeps it whole. */
export async function removeTask(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof removeTaskInput>,
): Promise<PlanTask> {
  const plan = await lockedDraft(context, tx, input.planId);
  const before = await taskOf(tx, plan.id, input.taskId);
  await removeTasks(tx, plan.id, [before.id]);
  await touchPlan(tx, plan.id, context.now);
  await audit(tx, context, planEvents.task_removed, {
    subject: { type: 'plan_task', id: before.id },
    before,
  });
  return before;
}
