import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { carriedLine } from '../domain/carry.ts';
import { firstWords } from '../domain/first-words.ts';
import { unitPlanErrors } from '../errors.ts';
import { unitPlanEvents } from '../events.ts';
import { type Parent, parentOf } from '../parent.ts';
import { mayDraft } from '../policy.ts';
import { appendEvents, lockUnitPlan } from '../store.ts';
import { insertDraft, insertLines, loadDraft, loadLines, setDraftOpen } from '../store-draft.ts';
import { recordReceipt } from './receive.ts';

export const beginDraftInput = z.object({ unitPlanId: z.string() });

/**
 * Begins the next version: the first one with a line for each task of the parent, a later one from what was written for the
 * version before. Whoever begins has received the parent plan.
 */
export async function beginDraft(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof beginDraftInput>,
): Promise<void> {
  const unitPlan = await lockUnitPlan(context, tx, input.unitPlanId, mayDraft);
  const { course } = unitPlan;
  ensure(course.drafting === null, unitPlanErrors.draft_open);
  if (course.received === null) await recordReceipt(context, tx, unitPlan);
  const today = vietnamDate(context.now);
  const parent = await parentOf(tx, unitPlan, { today, asOf: null });
  const version = course.versions.length + 1;
  if (await loadDraft(tx, unitPlan.id))
    await setDraftOpen(context, tx, unitPlan.id, { version, isOpen: true });
  else await insertDraft(context, tx, unitPlan.id, firstWords(parent.cited, unitPlan.isRequest));
  const carried = await carryMissing(context, tx, unitPlan.id, parent);
  await appendEvents(context, tx, [
    { obligationId: unitPlan.id, kind: 'draft_begun', happenedOn: today, facts: { version } },
  ]);
  await audit(tx, context, unitPlanEvents.draft_begun, {
    subject: { type: 'unit_plan', id: unitPlan.id },
    after: { version, carried },
  });
}

/** Adds a line for each task of the parent that has none; answers how many. */
async function carryMissing(
  context: CommandContext,
  tx: Tx,
  unitPlanId: string,
  { tasks, readDue }: Parent,
): Promise<number> {
  const lines = await loadLines(tx, unitPlanId);
  const present = new Set(lines.map((line) => line.taskId));
  const missing = tasks.filter((task) => !present.has(task.taskId));
  await insertLines(
    context,
    tx,
    unitPlanId,
    missing.map((task) => ({
      ...carriedLine(task, readDue),
      id: newId(),
      position: task.position,
      taskId: task.taskId,
      words: null,
      dimension: null,
    })),
  );
  return missing.length;
}

export const carryTasksInput = z.object({ unitPlanId: z.string() });

/** Takes tasks that an amendment of the parent added into the draft that is open. */
export async function carryTasks(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof carryTasksInput>,
): Promise<number> {
  const unitPlan = await lockUnitPlan(context, tx, input.unitPlanId, mayDraft);
  ensure(unitPlan.course.drafting !== null, unitPlanErrors.not_drafting);
  const parent = await parentOf(tx, unitPlan, { today: vietnamDate(context.now), asOf: null });
  const carried = await carryMissing(context, tx, unitPlan.id, parent);
  await audit(tx, context, unitPlanEvents.lines_saved, {
    subject: { type: 'unit_plan', id: unitPlan.id },
    after: { carried },
  });
  return carried;
}
