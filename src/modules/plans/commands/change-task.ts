import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { lockedDraft } from '../access.ts';
import { planErrors } from '../errors.ts';
import { planEvents } from '../events.ts';
import { stampOf } from '../stamp.ts';
import { touchPlan } from '../store/plans.ts';
import { loadTask, saveTasks } from '../store/tasks.ts';
import type { PlanTask } from '../task.ts';
import { checkTask, taskContentInput } from '../task-input.ts';

export const changeTaskInput = z.object({
  planId: z.string(),
  taskId: z.string(),
  content: taskContentInput,
  /** `stampOf` the task the writer saw; a change of someone else since then is not overwritten. */
  seen: z.string().optional(),
});

/** Changes a task of a draft. */
export async function changeTask(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof changeTaskInput>,
): Promise<void> {
  const plan = await lockedDraft(context, tx, input.planId);
  const before = await taskOf(tx, plan.id, input.taskId);
  ensure(input.seen === undefined || input.seen === stampOf(before), kernelErrors.conflict);
  await checkTask(tx, plan, input.content, context.now);
  const after = { ...before, ...input.content };
  await saveTasks(tx, [after]);
  await touchPlan(tx, plan.id, context.now);
  await audit(tx, context, planEvents.task_changed, {
    subject: { type: 'plan_task', id: before.id },
    before,
    after,
  });
}

/** The task of this plan; throws `plans.task_not_found`. */
export async function taskOf(tx: Tx, planId: string, taskId: string): Promise<PlanTask> {
  const task = isId(taskId) ? await loadTask(tx, planId, taskId) : undefined;
  if (!task) throw new AppError(planErrors.task_not_found);
  return task;
}
