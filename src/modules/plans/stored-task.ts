import { z } from 'zod';
import type { PlanTask, TaskContent } from './task.ts';
import { taskContentInput } from './task-input.ts';

const v = z.literal(1).default(1);

/** The content of a task as JSON keeps it, with its version inside. */
const storedContent = z.object({ v }).and(taskContentInput);

/** A task of a plan as JSON keeps it; baselines of before amendments existed name no version and no task of last year. */
export const storedTask = z
  .object({
    v,
    id: z.uuid(),
    planId: z.uuid(),
    position: z.int(),
    previousTaskId: z.uuid().nullable().default(null),
  })
  .and(taskContentInput)
  .transform(({ v: _, ...task }): PlanTask => task);

export const toStored = (task: TaskContent): string => JSON.stringify({ v: 1, ...task });

/** Reads a stored content. Throws when the row holds what no task says. */
export function contentFrom(stored: unknown): TaskContent {
  const { v: _, ...content } = storedContent.parse(stored);
  return content;
}

export function taskFrom(stored: unknown): PlanTask {
  return storedTask.parse(stored);
}
