import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { addDays, formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { unitsOfDay } from '../../units/index.ts';
import { unitsOfStep } from '../domain/reminders.ts';
import { windowOf } from '../domain/window.ts';
import { periodErrors } from '../errors.ts';
import { periodEvents, periodReopened } from '../events.ts';
import { periodLimits } from '../limits.ts';
import { mayManage } from '../policy.ts';
import { lockPeriod } from '../store.ts';

export const reopenPeriodInput = z.object({
  code: z.string(),
  /** One unit, or all of them when `null`. */
  unitId: z.uuid().nullable(),
  untilOn: calendarDateSchema,
  reason: z.string().trim().min(1).max(2000),
});

/**
 * Takes figures of a period again from now to the end of a day, counted in its report. Throws `periods.not_past_due`,
 * `periods.reopening_day`. Answers the id.
 */
export async function reopenPeriod(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof reopenPeriodInput>,
): Promise<string> {
  const { actor, now } = context;
  ensure(mayManage(actor, null), kernelErrors.forbidden);
  const { code, unitId, untilOn, reason } = reopenPeriodInput.parse(given);
  const today = vietnamDate(now);
  const { tree, byId } = await unitsOfDay(tx, today);
  ensure(unitId === null || byId.has(unitId), kernelErrors.not_found);
  const period = await lockPeriod(tx, code);
  ensure(period, periodErrors.not_found);
  const isPastDue = windowOf(period, now, null, null).counts === 'late';
  ensure(isPastDue, periodErrors.not_past_due, { due: formatDate(period.dueOn) });
  const days = periodLimits.reopened_days;
  ensure(untilOn >= today && untilOn <= addDays(today, days), periodErrors.reopening_day, { days });
  const id = newId();
  await tx.run(sql`
    insert into periods_reopening (id, period_id, unit_id, until_on, reason, person_id, person_name, made_at)
    values (${id}, ${period.id}, ${unitId}, ${untilOn}, ${reason}, ${actor.personId}, ${actor.name}, ${now})`);
  await audit(tx, context, periodEvents.reopened, {
    subject: { type: 'period', id: period.id },
    after: { reopeningId: id, unitId, untilOn, reason },
  });
  await periodReopened.emit(context, tx, {
    code,
    name: period.name,
    reopeningId: id,
    untilOn,
    reason,
    unitIds: unitId === null ? [...unitsOfStep('unit', tree), ...unitsOfStep('sector', tree)] : [unitId],
  });
  return id;
}

export const endReopeningInput = z.object({ reopeningId: z.uuid() });

const openRow = { periodId: 'uuid', code: 'text', unitId: 'uuid?', isOver: 'bool' } as const;

/** Ends a reopening before its last day. Throws `periods.reopening_over` when it has ended. Answers the period's code. */
export async function endReopening(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof endReopeningInput>,
): Promise<{ readonly code: string }> {
  const { actor, now } = context;
  ensure(mayManage(actor, null), kernelErrors.forbidden);
  const { reopeningId } = endReopeningInput.parse(given);
  const open = await tx.row(query(openRow)`
    select p.id as "periodId", p.code, r.unit_id as "unitId",
      r.until_on < ${vietnamDate(now)}::date or exists (
        select 1 from periods_reopening_end n where n.reopening_id = r.id) as "isOver"
    from periods_reopening r join periods_period p on p.id = r.period_id
    where r.id = ${reopeningId} for no key update of p`);
  ensure(open, kernelErrors.not_found);
  ensure(!open.isOver, periodErrors.reopening_over);
  await tx.run(sql`insert into periods_reopening_end (reopening_id, person_id, person_name, ended_at)
    values (${reopeningId}, ${actor.personId}, ${actor.name}, ${now})`);
  await audit(tx, context, periodEvents.reopening_ended, {
    subject: { type: 'period', id: open.periodId },
    after: { reopeningId, unitId: open.unitId },
  });
  return { code: open.code };
}
