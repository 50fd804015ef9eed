import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import {
  type CalendarDate,
  formatDate,
  parseVietnameseDate,
  vietnamDate,
  yearOf,
} from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure, type FieldProblem } from '../../../kernel/errors.ts';
import { lockedPlan } from '../access.ts';
import { planErrors } from '../errors.ts';
import { type IssuedPlan, type IssuedTask, planEvents, planIssued } from '../events.ts';
import { m } from '../messages.ts';
import { type Plan, wasIssued } from '../plan.ts';
import { mayIssue } from '../policy.ts';
import { loadClauses } from '../store/clauses.ts';
import { freezeBaseline, loadBases, loadRecipients, type Signature, setIssued } from '../store/plans.ts';
import { selectTasks } from '../store/tasks.ts';
import { type Lack, lacksOf, type PlanTask } from '../task.ts';
import { unitsStanding } from '../task-input.ts';

const typedDate = z
  .string()
  .refine((text) => parseVietnameseDate(text) !== undefined, { params: { message: m.dateUnreadable } })
  .transform((text) => parseVietnameseDate(text) as CalendarDate);

export const issuePlanInput = z.object({
  planId: z.string(),
  number: z.string().trim().min(1).max(60),
  issuedOn: typedDate,
  signerName: z.string().trim().min(1).max(120),
  signerTitle: z
    .string()
    .trim()
    .max(200)
    .transform((text) => text || null)
    .nullable()
    .default(null),
});

/** A task that keeps the plan from being issued, and why. */
export interface Blocker {
  readonly taskId: string;
  readonly code: string;
  readonly words: string;
  readonly lacks: readonly (Lack | 'unit')[];
}

/** Tasks that lack a lead, a product or a due, or name a unit that does not stand on `issuedOn`. */
export async function issueBlockers(
  db: Db,
  tasks: readonly PlanTask[],
  issuedOn: CalendarDate,
): Promise<Blocker[]> {
  const standing = await unitsStanding(db, issuedOn);
  return tasks
    .map((task) => ({
      taskId: task.id,
      code: task.code,
      words: task.words,
      lacks: [...lacksOf(task), ...(standing(task) ? [] : (['unit'] as const))],
    }))
    .filter((blocker) => blocker.lacks.length > 0);
}

/** The plan as other rooms are told of it. Tasks without a due are left out: they block the issue before. */
export function issuedPlanOf(
  plan: Plan,
  signed: Pick<Signature, 'number' | 'issuedOn'>,
  tasks: readonly PlanTask[],
): IssuedPlan {
  const { id, unitId, year, title, regularPeriod, version } = plan;
  return {
    plan: {
      id,
      unitId,
      year,
      title,
      regularPeriod,
      version,
      number: signed.number,
      issuedOn: signed.issuedOn,
    },
    tasks: tasks.flatMap(({ due, planId: _, note: __, coordinators, ...task }): IssuedTask[] =>
      due === null ? [] : [{ ...task, due, coordinatorNames: coordinators.map((c) => c.words) }],
    ),
  };
}

/**
 * Issues a plan: number, date and signer are recorded, the plan is frozen as its baseline, and other rooms make the work
 * of it in the same transaction. A second call answers `plans.already_issued` and changes nothing.
 */
export async function issuePlan(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof issuePlanInput>,
): Promise<IssuedPlan> {
  const { planId, ...signed } = input;
  const plan = await lockedPlan(context, tx, planId, mayIssue);
  if (wasIssued(plan))
    throw new AppError(planErrors.already_issued, {
      number: plan.number ?? '',
      date: plan.issuedOn === null ? '' : formatDate(plan.issuedOn),
    });
  // Plans of a year are signed from the autumn before it to its end.
  const inTime = [plan.year - 1, plan.year].includes(yearOf(signed.issuedOn));
  if (!inTime || signed.issuedOn > vietnamDate(context.now))
    throw new AppError(
      planErrors.issued_before_year,
      { date: formatDate(signed.issuedOn), year: String(plan.year) },
      [{ field: 'issuedOn', message: m.issueDateWrong }],
    );
  const tasks = await selectTasks(tx, plan.id);
  ensure(tasks.length > 0, planErrors.no_tasks);
  const blockers = await issueBlockers(tx, tasks, signed.issuedOn);
  if (blockers.length > 0)
    throw new AppError(planErrors.incomplete, { count: blockers.length }, blockers.map(problemOf));
  await setIssued(tx, plan.id, signed, context.now);
  const content = {
    v: 1,
    plan: { ...plan, ...signed, state: 'issued' },
    bases: await loadBases(tx, plan.id),
    recipients: await loadRecipients(tx, plan.id),
    clauses: await loadClauses(tx, plan.id),
    tasks,
  };
  await freezeBaseline(tx, plan.id, plan.version, content, context.now);
  await audit(tx, context, planEvents.issued, {
    subject: { type: 'plan', id: plan.id },
    before: { state: plan.state },
    after: { ...signed, version: plan.version, tasks: tasks.length },
  });
  const issued = issuedPlanOf(plan, signed, tasks);
  await planIssued.emit(context, tx, issued);
  return issued;
}

const LACK_MESSAGES = {
  lead: m.taskLacksLead,
  product: m.taskLacksProduct,
  due: m.taskLacksDue,
  unit: m.taskNamesGoneUnit,
};

/** What keeps a task from being issued, as a problem of the form. */
export function problemOf(blocker: Blocker): FieldProblem {
  const [first = 'lead'] = blocker.lacks;
  return { field: `task:${blocker.taskId}`, message: LACK_MESSAGES[first], params: { code: blocker.code } };
}
