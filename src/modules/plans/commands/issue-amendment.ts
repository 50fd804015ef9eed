import type { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { ensureDay, lockedAmendment, versionDays } from '../access-amendment.ts';
import { amendedFields, applyChanges, type TaskChange } from '../domain/amendment.ts';
import { planErrors } from '../errors.ts';
import { amendmentErrors } from '../errors-amendment.ts';
import { type AmendedPlan, planAmended, planEvents } from '../events.ts';
import type { Plan } from '../plan.ts';
import { mayIssue } from '../policy.ts';
import { stampOf } from '../stamp.ts';
import { type AmendmentChange, changesOf, setAmendmentIssued } from '../store/amendments.ts';
import { loadClauses } from '../store/clauses.ts';
import { freezeBaseline, loadBases, loadRecipients } from '../store/plans.ts';
import { removeTasks, saveTasks, selectTasks } from '../store/tasks.ts';
import { setVersion } from '../store/versions.ts';
import type { PlanTask } from '../task.ts';
import { type Blocker, issueBlockers, issuedPlanOf, issuePlanInput, problemOf } from './issue-plan.ts';
import { startAmendmentInput } from './start-amendment.ts';

export const issueAmendmentInput = issuePlanInput.extend({
  reason: startAmendmentInput.shape.reason,
  /** `stampOf` the changes that the signer saw; a draft that changed since then is not issued unseen. */
  seen: issuePlanInput.shape.planId.optional(),
});

export interface PlacedChange extends TaskChange {
  readonly kind: AmendmentChange['kind'];
  readonly reason: string;
}

/** The changes of a draft with the tasks they lead to; what is added stands after all that stood. */
export function placedChanges(
  planId: string,
  tasks: readonly PlanTask[],
  changes: readonly AmendmentChange[],
): PlacedChange[] {
  let position = Math.max(-1, ...tasks.map((task) => task.position));
  return changes.map(({ taskId, kind, before, content, reason }) => ({
    kind,
    reason,
    before,
    after:
      content === null
        ? null
        : before === null
          ? { ...content, id: taskId, planId, position: ++position, previousTaskId: null }
          : { ...before, ...content },
  }));
}

/** Added and changed tasks that lack something, or name a unit that does not stand on `day`. */
export function amendmentBlockers(
  db: Db,
  changes: readonly PlacedChange[],
  day: Parameters<typeof issueBlockers>[2],
): Promise<Blocker[]> {
  return issueBlockers(
    db,
    changes.flatMap(({ after }) => (after === null ? [] : [after])),
    day,
  );
}

/**
 * Issues an amendment: it gets its number, day and signer, the tasks become those of the next version, that version is
 * frozen beside the ones before, and other rooms change the work of it, all in one transaction.
 */
export async function issueAmendment(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof issueAmendmentInput>,
): Promise<AmendedPlan> {
  const { planId, seen, ...signed } = input;
  const { plan, amendment } = await lockedAmendment(context, tx, planId, mayIssue);
  const changes = await changesOf(tx, amendment.id);
  ensure(changes.length > 0, amendmentErrors.amendment_empty);
  ensure(seen === undefined || seen === stampOf(changes), amendmentErrors.amendment_stale);
  ensureDay(signed.issuedOn, (await versionDays(tx, plan)).at(-1), vietnamDate(context.now), 'issuedOn');
  ensure(
    signed.number !== plan.number || signed.issuedOn !== plan.issuedOn,
    amendmentErrors.amendment_number_taken,
  );
  const tasks = await selectTasks(tx, plan.id);
  const placed = placedChanges(plan.id, tasks, changes);
  const blockers = await amendmentBlockers(tx, placed, signed.issuedOn);
  if (blockers.length > 0)
    throw new AppError(planErrors.incomplete, { count: blockers.length }, blockers.map(problemOf));
  const after = applyChanges(tasks, placed);
  ensure(after.length > 0, planErrors.no_tasks);
  await storeVersion(tx, { ...plan, version: amendment.version }, placed, after, context.now);
  await setAmendmentIssued(context, tx, amendment.id, signed);
  await audit(tx, context, planEvents.amendment_issued, {
    subject: { type: 'plan', id: plan.id },
    before: { version: plan.version, tasks: tasks.length },
    after: { ...signed, version: amendment.version, tasks: after.length, changes: changes.length },
  });
  const amended = amendedPlanOf({ ...plan, version: amendment.version }, signed, placed);
  await planAmended.emit(context, tx, amended);
  return amended;
}

async function storeVersion(
  tx: Tx,
  plan: Plan,
  changes: readonly PlacedChange[],
  tasks: readonly PlanTask[],
  now: Date,
): Promise<void> {
  await removeTasks(
    tx,
    plan.id,
    changes.flatMap(({ before, after }) => (before !== null && after === null ? [before.id] : [])),
  );
  await saveTasks(
    tx,
    changes.flatMap(({ after }) => (after === null ? [] : [after])),
  );
  await setVersion(tx, plan.id, plan.version, now);
  const content = {
    v: 1,
    plan,
    bases: await loadBases(tx, plan.id),
    recipients: await loadRecipients(tx, plan.id),
    clauses: await loadClauses(tx, plan.id),
    tasks,
  };
  await freezeBaseline(tx, plan.id, plan.version, content, now);
}

/** The amendment as other rooms are told of it. `plan` has its next version already. */
export function amendedPlanOf(
  plan: Plan,
  signed: Pick<z.infer<typeof issueAmendmentInput>, 'number' | 'issuedOn' | 'reason'>,
  changes: readonly PlacedChange[],
): AmendedPlan {
  const first = { number: plan.number ?? '', issuedOn: plan.issuedOn ?? signed.issuedOn };
  const told = (task: PlanTask | null) =>
    task === null ? null : (issuedPlanOf(plan, first, [task]).tasks[0] ?? null);
  const { number, issuedOn, reason } = signed;
  return {
    plan: issuedPlanOf(plan, first, []).plan,
    number,
    issuedOn,
    reason,
    changes: changes.map((change) => ({
      kind: change.kind,
      reason: change.reason,
      before: told(change.before),
      after: told(change.after),
      what: change.before && change.after ? amendedFields(change.before, change.after) : [],
    })),
  };
}
