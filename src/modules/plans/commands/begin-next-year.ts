import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { lockedPlan } from '../access.ts';
import { dueOfNextYear } from '../domain/next-year.ts';
import { amendmentErrors } from '../errors-amendment.ts';
import { planEvents } from '../events.ts';
import type { Plan } from '../plan.ts';
import { mayDraft } from '../policy.ts';
import { loadClauses, replaceClauses } from '../store/clauses.ts';
import { insertPlan, loadBases, loadRecipients, replaceBases, replaceRecipients } from '../store/plans.ts';
import { saveTasks, selectTasks } from '../store/tasks.ts';
import { setPrevious } from '../store/versions.ts';
import type { PlanTask } from '../task.ts';
import { planHeadInput } from './create-plan.ts';

export const beginNextYearInput = z.object({
  planId: z.string(),
  title: planHeadInput.shape.title,
  year: planHeadInput.shape.year,
});

/** The tasks of a plan as those of a plan `years` later: dues that name a year moved, each remembering where it comes from. */
export function tasksOfNextYear(
  plan: Plan,
  planId: string,
  tasks: readonly PlanTask[],
  year: number,
): PlanTask[] {
  return tasks.map((task) => ({
    ...task,
    ...dueOfNextYear(task, plan.year, year - plan.year),
    id: newId(),
    planId,
    previousTaskId: task.id,
  }));
}

/**
 * Begins the draft of a later year's plan from this one: clauses, tasks, legal bases and recipients as they stand, to be
 * gone through and changed like any draft. Answers the id of the new plan.
 */
export async function beginNextYear(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof beginNextYearInput>,
): Promise<string> {
  const { title, year } = input;
  const plan = await lockedPlan(context, tx, input.planId, mayDraft);
  ensure(plan.state === 'issued' || plan.state === 'closed', amendmentErrors.not_in_force);
  if (year <= plan.year) {
    const [type, params] = [amendmentErrors.next_year_wrong, { year: String(plan.year) }];
    throw new AppError(type, params, [{ field: 'year', message: type, params }]);
  }
  const id = newId();
  await insertPlan(tx, {
    id,
    unitId: plan.unitId,
    title,
    year,
    number: null,
    // The plan of the level above is another one next year.
    parentPlanId: null,
    parentCitation: null,
    regularPeriod: plan.regularPeriod,
    unitPlanWithin: plan.unitPlanWithin,
    createdBy: context.actor.personId,
    now: context.now,
  });
  await setPrevious(tx, id, plan.id);
  await replaceBases(tx, id, await loadBases(tx, plan.id));
  await replaceRecipients(tx, id, await loadRecipients(tx, plan.id));
  const clauses = await loadClauses(tx, plan.id);
  await replaceClauses(
    tx,
    id,
    clauses.map((clause) => ({ ...clause, id: newId() })),
  );
  const tasks = tasksOfNextYear(plan, id, await selectTasks(tx, plan.id), year);
  await saveTasks(tx, tasks);
  await audit(tx, context, planEvents.next_year_begun, {
    subject: { type: 'plan', id },
    after: { title, year, previousPlanId: plan.id, clauses: clauses.length, tasks: tasks.length },
  });
  return id;
}
