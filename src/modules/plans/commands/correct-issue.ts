import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatDate, vietnamDate, yearOf } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { ensureDay, lockedInForce, versionDays } from '../access-amendment.ts';
import { planErrors } from '../errors.ts';
import { amendmentErrors } from '../errors-amendment.ts';
import { planEvents, planIssueCorrected } from '../events.ts';
import { m } from '../messages.ts';
import { mayIssue } from '../policy.ts';
import { insertCorrection } from '../store/amendments.ts';
import { selectTasks } from '../store/tasks.ts';
import { issuedPlanOf, issuePlanInput } from './issue-plan.ts';
import { startAmendmentInput } from './start-amendment.ts';

export const correctIssueInput = z.object({
  planId: z.string(),
  number: issuePlanInput.shape.number,
  issuedOn: issuePlanInput.shape.issuedOn,
  reason: startAmendmentInput.shape.reason,
  /** Number and day that the writer saw; a correction of someone else since then is not overwritten. */
  seen: z.string().optional(),
});

/** What a form of the correction carries of the plan it was made from. */
export const seenOf = (plan: { number: string | null; issuedOn: string | null }): string =>
  `${plan.issuedOn ?? ''} ${plan.number ?? ''}`;

/**
 * Corrects the number or the day of issue that had been entered wrongly. The baseline keeps what was entered and the
 * correction stands beside it; other rooms compute again what counts from the issue.
 */
export async function correctIssue(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof correctIssueInput>,
): Promise<void> {
  const { number, issuedOn, reason, seen } = input;
  const plan = await lockedInForce(context, tx, input.planId, mayIssue);
  ensure(seen === undefined || seen === seenOf(plan), kernelErrors.conflict);
  ensure(number !== plan.number || issuedOn !== plan.issuedOn, amendmentErrors.nothing_changed);
  if (![plan.year - 1, plan.year].includes(yearOf(issuedOn)))
    throw new AppError(
      planErrors.issued_before_year,
      { date: formatDate(issuedOn), year: String(plan.year) },
      [{ field: 'issuedOn', message: m.issueDateWrong }],
    );
  const [, amendedOn] = await versionDays(tx, plan);
  ensureDay(issuedOn, undefined, amendedOn ?? vietnamDate(context.now), 'issuedOn');
  const before = { number: plan.number ?? '', issuedOn: plan.issuedOn ?? issuedOn };
  await insertCorrection(context, tx, plan.id, {
    id: newId(),
    numberBefore: before.number,
    numberAfter: number,
    issuedOnBefore: before.issuedOn,
    issuedOnAfter: issuedOn,
    reason,
  });
  await audit(tx, context, planEvents.issue_corrected, {
    subject: { type: 'plan', id: plan.id },
    before,
    after: { number, issuedOn, reason },
  });
  await planIssueCorrected.emit(context, tx, {
    planId: plan.id,
    unitId: plan.unitId,
    from: before.issuedOn,
    to: issuedOn,
    fromNumber: before.number,
    toNumber: number,
    reason,
    issued: issuedPlanOf(plan, { number, issuedOn }, await selectTasks(tx, plan.id)),
  });
}
