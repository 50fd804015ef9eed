import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, startOfVietnamDay, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { boardCounts, type ResolvedScope } from '../../assignments/index.ts';
import { isOutsideBody, unitsOfDay } from '../../units/index.ts';
import { appliesOf, sumOf } from '../domain/cell.ts';
import type { Shown } from '../domain/shown.ts';
import { steeringErrors } from '../errors.ts';
import { explanationAsked, steeringEvents } from '../events.ts';
import { steeringLimits } from '../limits.ts';
import { mayAsk } from '../policy.ts';
import { insertAsk, insertDue } from '../store.ts';
import { withinWorkingDays } from './deadline.ts';

export const workingDaysInput = z.int().min(1).max(steeringLimits.answer_days);

export const askUnitInput = z.object({
  unitId: z.uuid(),
  planId: z.uuid(),
  /** A content, 0–8; `null`: the unit as a whole. */
  dimension: z.int().min(0).max(8).nullable(),
  words: z.string().trim().min(1).max(4000),
  workingDays: workingDaysInput.default(steeringLimits.usual_answer_days),
});

/**
 * Asks a unit to explain what the board shows of it, and keeps what it showed; the unit is told. Throws `steering.may_not_ask`,
 * `outside_body`, `already_asked` while an earlier request about the same is open, and `no_such_cell` where the unit has no such work.
 */
export async function askUnit(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof askUnitInput>,
): Promise<{ id: string; dueOn: CalendarDate }> {
  const input = askUnitInput.parse(given);
  const today = vietnamDate(context.now);
  const { actor } = context;
  const units = await unitsOfDay(tx, today);
  const unit = units.byId.get(input.unitId);
  ensure(unit && mayAsk(actor, unit), steeringErrors.may_not_ask);
  ensure(!isOutsideBody(unit.kind), steeringErrors.outside_body);
  await refuseAgain(tx, input);
  await refuseFlood(tx, actor.personId, today);
  const shown = await shownNow(tx, input, today);
  ensure(shown.total > 0, steeringErrors.no_such_cell);
  const due = await withinWorkingDays(context, tx, input.workingDays);
  const id = newId();
  await insertAsk(context, tx, { ...input, id, shown });
  await insertDue(context, tx, id, due);
  await audit(tx, context, steeringEvents.asked, {
    subject: { type: 'explanation', id },
    after: { unitId: input.unitId, dimension: input.dimension, dueOn: due.on },
  });
  await explanationAsked.emit(context, tx, {
    askId: id,
    dimension: input.dimension,
    unitId: input.unitId,
    byName: actor.current?.unitName ?? actor.name,
    words: input.words,
    dueOn: due.on,
  });
  return { id, dueOn: due.on };
}

async function refuseAgain(
  tx: Tx,
  { unitId, planId, dimension }: Pick<z.output<typeof askUnitInput>, 'unitId' | 'planId' | 'dimension'>,
): Promise<void> {
  // Two who ask at once wait for each other here.
  const key = `.steering ${unitId} ${planId} ${dimension ?? ''}`;
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(current_schema() || ${key}::text, 0))`);
  const { open } = await tx.one(query({ open: 'bigint' } as const)`
    select count(*) as open from steering_ask k
    where k.unit_id = ${unitId} and k.plan_id = ${planId} and k.dimension is not distinct from ${dimension}::integer
      and not exists (select from steering_answer a where a.ask_id = k.id and a.kind = 'accept')`);
  ensure(open === 0, steeringErrors.already_asked);
}

async function refuseFlood(tx: Tx, personId: string | null, today: CalendarDate): Promise<void> {
  const { count } = await tx.one(query({ count: 'bigint' } as const)`
    select count(*) as count from steering_ask
    where person_id = ${personId} and made_at >= ${startOfVietnamDay(today)}::timestamptz`);
  const limit = steeringLimits.asks_a_day;
  ensure(count < limit, steeringErrors.too_many_today, { limit });
}

async function shownNow(
  tx: Tx,
  { unitId, planId, dimension }: Pick<z.output<typeof askUnitInput>, 'unitId' | 'planId' | 'dimension'>,
  today: CalendarDate,
): Promise<Shown> {
  const scope: ResolvedScope = { everything: false, unitIds: [unitId], acceptingIds: [], exceptIds: null };
  const counts = await boardCounts(tx, planId, scope, { today, soonUntil: today, asOf: null });
  const own = sumOf(counts.filter((one) => dimension === null || one.dimension === dimension));
  const { accepted, claimed, overdue } = own;
  return { v: 1, total: appliesOf(own), accepted, claimed, overdue };
}
