import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import type { Period } from '../domain/period.ts';
import { periodErrors } from '../errors.ts';
import { extensionAnswered, periodEvents } from '../events.ts';
import { mayAnswer } from '../policy.ts';
import { lockPeriod } from '../store.ts';

export const answerExtensionInput = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('approved'),
    extensionId: z.uuid(),
    /** The last day, which need not be the one that was asked for. */
    untilOn: calendarDateSchema,
    reason: z.string().trim().max(2000),
  }),
  z.object({ outcome: z.literal('refused'), extensionId: z.uuid(), reason: z.string().trim().max(2000) }),
]);

const askedRow = {
  periodCode: 'text',
  unitId: 'uuid',
  askedBy: 'uuid',
  lineage: 'uuid[]',
  answered: 'bool',
} as const;

/**
 * Approves or refuses an extension: somebody above the unit, never whoever asked, also by a constraint. What is approved counts from
 * now to the end of its day. Throws `periods.extension_not_found`, `periods.extension_own`, `periods.extension_answered`,
 * `periods.extension_day`, `periods.extension_past`, `periods.refusal_needs_reason`.
 */
export async function answerExtension(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof answerExtensionInput>,
): Promise<{ readonly code: string }> {
  const input = answerExtensionInput.parse(given);
  const { actor, now } = context;
  const today = vietnamDate(now);
  const { extensionId, outcome, reason } = input;
  const asked = await tx.row(query(askedRow)`
    select p.code as "periodCode", e.unit_id as "unitId", e.person_id as "askedBy",
      units_lineage(e.unit_id, ${today}::date) as lineage,
      exists (select 1 from periods_extension_answer a where a.extension_id = e.id) as answered
    from periods_extension e join periods_period p on p.id = e.period_id where e.id = ${extensionId}`);
  ensure(asked, periodErrors.extension_not_found);
  ensure(asked.askedBy !== actor.personId, periodErrors.extension_own);
  ensure(mayAnswer(actor, asked), kernelErrors.forbidden);
  const period = await lockPeriod(tx, asked.periodCode);
  ensure(period, periodErrors.not_found);
  ensure(!asked.answered, periodErrors.extension_answered);
  if (input.outcome === 'approved') checkDay(input.untilOn, period, today);
  else ensure(reason.length > 0, periodErrors.refusal_needs_reason);
  const untilOn = input.outcome === 'approved' ? input.untilOn : null;
  await tx.run(sql`
    insert into periods_extension_answer (extension_id, asked_by, outcome, until_on, reason, person_id, person_name, person_title,
      answered_at)
    values (${extensionId}, ${asked.askedBy}, ${outcome}, ${untilOn}, ${reason}, ${actor.personId}, ${actor.name},
      ${actor.current?.title ?? ''}, ${now})`);
  await audit(tx, context, periodEvents.extension_answered, {
    subject: { type: 'period', id: period.id },
    after: { extensionId, unitId: asked.unitId, outcome, untilOn, reason },
  });
  const { code, name } = period;
  await extensionAnswered.emit(context, tx, {
    code,
    name,
    extensionId,
    unitId: asked.unitId,
    untilOn,
    reason,
  });
  return { code };
}

function checkDay(untilOn: CalendarDate, { dueOn, lockOn }: Period, today: CalendarDate): void {
  const days = { after: formatDate(dueOn), lock: formatDate(lockOn) };
  ensure(untilOn > dueOn && untilOn <= lockOn, periodErrors.extension_day, days);
  ensure(untilOn >= today, periodErrors.extension_past);
}
