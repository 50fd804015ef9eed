import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import {
  calendarDateSchema,
  computeDeadline,
  deadlineExpressionSchema,
  heldCalendar,
} from '../../calendar/index.ts';
import { unitsOfDay } from '../../units/index.ts';
import { type Change, dayFactsOf, movedDays } from '../domain/changes.ts';
import { problemsOfDays } from '../domain/check.ts';
import { dueOf } from '../domain/draft.ts';
import { STEPS } from '../domain/period.ts';
import { unitsOfStep } from '../domain/reminders.ts';
import { periodErrors } from '../errors.ts';
import { periodCorrected, periodEvents } from '../events.ts';
import { mayManage } from '../policy.ts';
import { lockPeriod, storeDays } from '../store.ts';
import { appendChanges } from '../store-changes.ts';

export const correctPeriodInput = z.object({
  code: z.string(),
  /** The one that the form was made from. */
  revision: z.int(),
  fromOn: calendarDateSchema,
  toOn: calendarDateSchema,
  cutOffOn: calendarDateSchema,
  due: deadlineExpressionSchema,
  lockOn: calendarDateSchema,
  milestones: z.strictObject({
    unit: deadlineExpressionSchema,
    sector: deadlineExpressionSchema,
    standing: deadlineExpressionSchema,
  }),
  reason: z.string().trim().min(1).max(2000),
});

/**
 * Corrects the days of a period with a reason; due and milestones are computed anew with the calendar in force. What the row was is kept,
 * units are told, and from now on every window follows the new days; an extension that was granted stays. Throws
 * `periods.changed_meanwhile`, `periods.days_contradict`, `periods.days_fixed`, `periods.nothing_corrected`.
 */
export async function correctPeriod(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof correctPeriodInput>,
): Promise<void> {
  ensure(mayManage(context.actor, null), kernelErrors.forbidden);
  const input = correctPeriodInput.parse(given);
  const calendar = await heldCalendar(tx);
  const period = await lockPeriod(tx, input.code);
  ensure(period, periodErrors.not_found);
  ensure(period.revision === input.revision, periodErrors.changed_meanwhile);
  const { fromOn, toOn, cutOffOn, lockOn, reason } = input;
  ensure(
    period.kind !== 'window' || (fromOn === period.fromOn && toOn === period.toOn),
    periodErrors.days_fixed,
  );
  const due = dueOf(computeDeadline(input.due, calendar));
  const milestones = STEPS.map((step) => ({
    step,
    ...dueOf(computeDeadline(input.milestones[step], calendar)),
  }));
  const days = { fromOn, toOn, cutOffOn, lockOn, due, milestones };
  const problems = problemsOfDays({ ...period, ...days });
  if (problems.length > 0) throw new AppError(periodErrors.days_contradict, {}, problems);
  const change: Change = { v: 1, before: dayFactsOf(period), after: dayFactsOf(days) };
  ensure(movedDays(change).length > 0, periodErrors.nothing_corrected);
  await storeDays(tx, period.id, days, context.now);
  await appendChanges(context, tx, [{ periodId: period.id, kind: 'corrected', change, reason }]);
  await audit(tx, context, periodEvents.corrected, {
    subject: { type: 'period', id: period.id },
    before: change.before,
    after: { ...change.after, reason },
  });
  const { tree } = await unitsOfDay(tx, vietnamDate(context.now));
  await periodCorrected.emit(context, tx, {
    periodId: period.id,
    code: period.code,
    name: period.name,
    cutOffOn,
    dueOn: due.on,
    reason,
    unitIds: [...unitsOfStep('unit', tree), ...unitsOfStep('sector', tree)],
  });
}
