import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { lockedDraft } from '../access.ts';
import { planErrors } from '../errors.ts';
import { planEvents } from '../events.ts';
import { planLimits } from '../limits.ts';
import { touchPlan } from '../store/plans.ts';
import { countTasks, saveTasks } from '../store/tasks.ts';
import { checkTask, taskContentInput } from '../task-input.ts';

export const addTaskInput = z.object({ planId: z.string(), content: taskContentInput });

/** Adds a task at the end of a draft; answers its id. */
export async function addTask(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof addTaskInput>,
): Promise<string> {
  const plan = await lockedDraft(context, tx, input.planId);
  const count = (await countTasks(tx, plan.id)) + 1;
  ensure(count <= planLimits.tasks, planErrors.too_many_tasks, { count, limit: planLimits.tasks });
  await checkTask(tx, plan, input.content, context.now);
  const { position } = await tx.one(
    query({ position: 'int' })`select coalesce(max(position), -1) + 1 as position from plans_task
      where plan_id = ${plan.id}::uuid`,
  );
  const task = { ...input.content, id: newId(), planId: plan.id, position, previousTaskId: null };
  await saveTasks(tx, [task]);
  await touchPlan(tx, plan.id, context.now);
  await audit(tx, context, planEvents.task_added, {
    subject: { type: 'plan_task', id: task.id },
    after: task,
  });
  return task.id;
}
