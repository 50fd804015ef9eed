import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatInstant, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { lockedAmendment } from '../access-amendment.ts';
import { changeKind, contentOf } from '../domain/amendment.ts';
import { dueSpecSchema } from '../domain/due.ts';
import { planErrors } from '../errors.ts';
import { amendmentErrors } from '../errors-amendment.ts';
import { planEvents } from '../events.ts';
import { planLimits } from '../limits.ts';
import {
  type Amendment,
  type AmendmentChange,
  changesOf,
  removeChange,
  saveChange,
} from '../store/amendments.ts';
import { selectTasks } from '../store/tasks.ts';
import type { PlanTask, TaskContent } from '../task.ts';
import { checkTask, taskContentInput } from '../task-input.ts';

const base = z.object({
  planId: z.string(),
  reason: z.string().trim().min(1).max(2000),
  /** The revision of the change that the writer saw; 0 where none stood yet. */
  revision: z.int().min(0),
});

export const amendTaskInput = base.extend({
  /** `null` adds a task. */
  taskId: z.uuid().nullable(),
  /** What the task will say; `null` drops it. */
  content: taskContentInput.nullable(),
});

/** What a draft does to the tasks, held for a change of it. */
interface Held {
  readonly amendment: Amendment;
  readonly changes: readonly AmendmentChange[];
  readonly tasks: readonly PlanTask[];
  /** The change that stands for the task. */
  readonly standing: AmendmentChange | undefined;
  /** The task as it is in force. */
  readonly before: PlanTask | null;
}

async function hold(tx: Tx, amendment: Amendment, taskId: string | null, revision: number): Promise<Held> {
  const [changes, tasks] = [await changesOf(tx, amendment.id), await selectTasks(tx, amendment.planId)];
  const standing = changes.find((change) => change.taskId === taskId);
  const before = tasks.find((task) => task.id === taskId) ?? null;
  ensure(standing !== undefined || revision === 0, amendmentErrors.change_gone);
  ensure(taskId === null || before !== null || standing !== undefined, planErrors.task_not_found);
  if (standing !== undefined && standing.revision !== revision)
    throw new AppError(amendmentErrors.change_conflict, {
      name: standing.changedByName,
      time: formatInstant(standing.changedAt),
    });
  return { amendment, changes, tasks, standing, before };
}

/** No two tasks of the next version carry one code. */
function ensureCode({ changes, tasks }: Held, taskId: string | null, code: string): void {
  const changed = new Map(changes.map((change) => [change.taskId, change.content]));
  const codes = [
    ...tasks.filter((task) => !changed.has(task.id)).map((task) => ({ id: task.id, code: task.code })),
    ...[...changed].map(([id, content]) => ({ id, code: content?.code })),
  ];
  const taken = codes.some((one) => one.id !== taskId && one.code === code);
  if (taken)
    throw new AppError(planErrors.code_taken, {}, [{ field: 'code', message: planErrors.code_taken }]);
}

/**
 * Adds, changes, moves or drops one task in the draft of an amendment; the plan itself stays as it is until the amendment
 * is issued. Answers the id of the task. A change that somebody else has saved since the writer looked is not overwritten.
 */
export async function amendTask(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof amendTaskInput>,
): Promise<string> {
  const { plan, amendment } = await lockedAmendment(context, tx, input.planId);
  const held = await hold(tx, amendment, input.taskId, input.revision);
  const { content, taskId } = input;
  if (content !== null) {
    // The units of an amendment are those of today: the plan may name some that have ended since it was signed.
    await checkTask(tx, { ...plan, issuedOn: vietnamDate(context.now) }, content, context.now);
    ensureCode(held, taskId, content.code);
    if (taskId === null) {
      const count = held.tasks.length + held.changes.filter((change) => change.kind === 'add').length + 1;
      ensure(count <= planLimits.tasks, planErrors.too_many_tasks, { count, limit: planLimits.tasks });
    }
  }
  return save(context, tx, held, { taskId: taskId ?? newId(), content, reason: input.reason });
}

async function save(
  context: CommandContext,
  tx: Tx,
  { amendment, standing, before }: Held,
  { taskId, content, reason }: { taskId: string; content: TaskContent | null; reason: string },
): Promise<string> {
  const kind = changeKind(before && contentOf(before), content);
  if (kind === null && before !== null) throw new AppError(amendmentErrors.nothing_changed);
  if (kind === null) {
    // What the draft had added is not added any more.
    if (standing) await removeChange(tx, standing.id);
  } else await saveChange(context, tx, amendment.id, { id: newId(), taskId, kind, before, content, reason });
  await audit(tx, context, planEvents.amendment_changed, {
    subject: { type: 'plan_task', id: taskId },
    before: standing ?? { before },
    after: { amendmentId: amendment.id, kind, content, reason },
  });
  return taskId;
}

export const moveTaskInput = base.extend({
  taskId: z.uuid(),
  due: dueSpecSchema,
  dueWords: z.string().max(500),
});

/** Moves the due of one task in the draft, and leaves all else as it stands or as the draft has it already. */
export async function moveTask(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof moveTaskInput>,
): Promise<void> {
  const { amendment } = await lockedAmendment(context, tx, input.planId);
  const held = await hold(tx, amendment, input.taskId, input.revision);
  const stands = held.standing?.content ?? (held.before && contentOf(held.before));
  if (!stands) throw new AppError(planErrors.task_not_found);
  const content = { ...stands, due: input.due, dueWords: input.dueWords };
  await save(context, tx, held, { taskId: input.taskId, content, reason: input.reason });
}

export const undoChangeInput = z.object({ planId: z.string(), taskId: z.uuid(), revision: z.int().min(1) });

/** Takes a change out of the draft: the task stays as it is in force. Answers what was taken out. */
export async function undoChange(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof undoChangeInput>,
): Promise<AmendmentChange> {
  const { amendment } = await lockedAmendment(context, tx, input.planId);
  const { standing } = await hold(tx, amendment, input.taskId, input.revision);
  if (!standing) throw new AppError(amendmentErrors.change_gone);
  await removeChange(tx, standing.id);
  await audit(tx, context, planEvents.amendment_changed, {
    subject: { type: 'plan_task', id: input.taskId },
    before: standing,
    after: { amendmentId: amendment.id, kind: null },
  });
  return standing;
}
