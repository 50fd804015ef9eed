import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { subDimension } from '../../papi/index.ts';
import {
  amendTask,
  changesOf,
  mayDraftPlan,
  openAmendment,
  startAmendment,
  taskContentInput,
  tasksOfPlan,
} from '../../plans/index.ts';
import { unitsOfDay } from '../../units/index.ts';
import { nextCode, taskOf } from '../domain/library-task.ts';
import { ownerOf } from '../domain/owner.ts';
import { scoringErrors } from '../errors.ts';
import { scoringEvents } from '../events.ts';
import { draftsFor } from '../queries/drafts.ts';
import { namedOwners } from '../queries/owners.ts';
import { planInForce } from '../queries/plan-in-force.ts';
import { practiceById } from '../queries/practices.ts';
import { insertDraft } from '../store.ts';
import { readDue } from './practice-fields.ts';

export const draftTaskInput = z.object({
  /** The year of the results, and the part that lost points in it. */
  year: z.int().min(2011).max(2199),
  part: z.string(),
  practiceId: z.uuid(),
});

export interface Drafted {
  readonly planId: string;
  readonly taskId: string;
  readonly code: string;
  /** The draft of the amendment was begun by this. */
  readonly isBegun: boolean;
}

/**
 * Puts the ready-made task of a practice into the draft of an amendment of the plan in force, which is begun where there is
 * none. Only who may write that draft; people read it, change it and sign it there.
 */
export async function draftTask(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof draftTaskInput>,
): Promise<Drafted> {
  const { year, part, practiceId } = draftTaskInput.parse(given);
  const today = vietnamDate(context.now);
  ensure(subDimension(part), scoringErrors.part_ended, { part });
  const plan = await planInForce(tx, today);
  ensure(plan, scoringErrors.no_plan);
  ensure(mayDraftPlan(context.actor, plan), kernelErrors.forbidden);
  const practice = await practiceById(tx, practiceId);
  ensure(practice, scoringErrors.practice_not_found);
  ensure(practice.withdrawnReason === null, scoringErrors.practice_withdrawn);
  const helps = practice.parts.some((code) => code[0] === part[0]);
  ensure(practice.task && helps, scoringErrors.practice_without_task, { part });
  const reason = `Kết quả PAPI năm ${year}: bổ sung nhiệm vụ cho nội dung thành phần ${part}`;
  const standing = await openAmendment(tx, plan.id);
  if (!standing) await startAmendment(context, tx, { planId: plan.id, reason });
  const amendment = standing ?? (await openAmendment(tx, plan.id));
  const [tasks, changes] = [await tasksOfPlan(tx, plan.id), await changesOf(tx, amendment?.id ?? '')];
  const standsAs = [
    ...tasks.map(({ id, code }) => ({ id, code })),
    ...changes.map(({ taskId, content }) => ({ id: taskId, code: content?.code ?? '' })),
  ];
  const before = (await draftsFor(tx, part, null)).filter((one) => one.practiceId === practiceId);
  const already = standsAs.find(({ id }) => before.some(({ taskId }) => taskId === id));
  // Pressed twice, or by two people: one task is enough.
  ensure(!already, scoringErrors.already_drafted, { part, code: already?.code ?? '' });
  const codes = [...tasks, ...changes.flatMap(({ content }) => content ?? [])].map(({ code }) => code);
  const owner = ownerOf(await namedOwners(tx, null), tasks, part, today);
  const name = owner && (await unitsOfDay(tx, today)).byId.get(owner.unitId)?.name;
  const content = taskOf({
    code: nextCode(Number(part[0]), codes),
    part,
    task: practice.task,
    due: readDue(practice.task.due, plan.year),
    lead: owner && name ? { unitId: owner.unitId, name } : null,
    note: `Mô hình “${practice.title}” (${practice.place})`,
  });
  const input = {
    planId: plan.id,
    taskId: null,
    content: taskContentInput.parse(content),
    reason,
    revision: 0,
  };
  const taskId = await amendTask(context, tx, input);
  await insertDraft(context, tx, {
    taskId,
    planId: plan.id,
    year,
    part,
    practiceId,
    practiceVersion: practice.version,
  });
  await audit(tx, context, scoringEvents.task_drafted, {
    subject: { type: 'plan_task', id: taskId },
    after: { planId: plan.id, part, year, practiceId, code: content.code },
  });
  return { planId: plan.id, taskId, code: content.code, isBegun: standing === undefined };
}
