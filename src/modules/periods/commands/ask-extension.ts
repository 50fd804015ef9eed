import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { unitsOfDay } from '../../units/index.ts';
import { inTimeUntil, windowOf } from '../domain/window.ts';
import { periodErrors } from '../errors.ts';
import { extensionAsked, periodEvents } from '../events.ts';
import { mayAsk } from '../policy.ts';
import { windowsOfPeriods } from '../queries/windows.ts';
import { lockPeriod } from '../store.ts';

export const askExtensionInput = z.object({
  code: z.string(),
  unitId: z.uuid(),
  untilOn: calendarDateSchema,
  reason: z.string().trim().min(1).max(2000),
});

/**
 * Asks for more days for a unit, while the period is open or late; whoever stands above it answers. Throws
 * `periods.extension_not_open`, `periods.extension_day`, `periods.extension_past`, `periods.extension_waiting`. Answers the id.
 */
export async function askExtension(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof askExtensionInput>,
): Promise<string> {
  const { code, unitId, untilOn, reason } = askExtensionInput.parse(given);
  const { actor, now } = context;
  const today = vietnamDate(now);
  const unit = (await unitsOfDay(tx, today)).byId.get(unitId);
  ensure(unit && mayAsk(actor, unit), kernelErrors.forbidden);
  const period = await lockPeriod(tx, code);
  ensure(period, periodErrors.not_found);
  const windows = await windowsOfPeriods(tx, [period], now);
  const extension = windows.extensionOf(code, unitId);
  // Whatever was reopened, days are added only to a period that is not locked.
  ensure(windowOf(period, now, extension, null).mayEnter, periodErrors.extension_not_open);
  const [after, lock] = [inTimeUntil(period, extension), period.lockOn];
  const days = { after: formatDate(after), lock: formatDate(lock) };
  ensure(untilOn > after && untilOn <= lock, periodErrors.extension_day, days);
  ensure(untilOn >= today, periodErrors.extension_past);
  const waiting = await tx.row(query({ id: 'uuid' } as const)`
    select e.id from periods_extension e where e.period_id = ${period.id} and e.unit_id = ${unitId}
      and not exists (select 1 from periods_extension_answer a where a.extension_id = e.id)`);
  ensure(!waiting, periodErrors.extension_waiting);
  const id = newId();
  await tx.run(sql`
    insert into periods_extension (id, period_id, unit_id, asked_until_on, reason, person_id, person_name, person_title, asked_at)
    values (${id}, ${period.id}, ${unitId}, ${untilOn}, ${reason}, ${actor.personId}, ${actor.name},
      ${actor.current?.title ?? ''}, ${now})`);
  await audit(tx, context, periodEvents.extension_asked, {
    subject: { type: 'period', id: period.id },
    after: { extensionId: id, unitId, untilOn, reason },
  });
  await extensionAsked.emit(context, tx, {
    code,
    name: period.name,
    extensionId: id,
    unitName: unit.name,
    toUnitId: unit.lineage.at(-2) ?? unitId,
    untilOn,
    reason,
  });
  return id;
}
