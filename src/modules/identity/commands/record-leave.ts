import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { addDays, type CalendarDate, daysBetween, formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { AppError, type ErrorType, ensure } from '../../../kernel/errors.ts';
import { parseInput } from '../../../kernel/http/input.ts';
import type { MessageParams } from '../../../kernel/i18n.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { LEAVE_KINDS } from '../domain/leave.ts';
import { identityErrors } from '../errors.ts';
import { identityEvents } from '../events.ts';
import { identityLimits } from '../limits.ts';
import { inputMessages as m } from '../messages-people.ts';
import { mayKeepLeaves } from '../policy.ts';
import { insertLeave } from '../store/leaves.ts';
import { lockPerson, type StoredPerson } from '../store/people.ts';
import { requiredDate } from './fields.ts';
import { placesOfPerson } from './people.ts';

export const leaveFields = z.object({
  from: requiredDate,
  to: requiredDate,
  kind: z
    .string()
    .optional()
    .transform((text, issues) => {
      const kind = LEAVE_KINDS.find((one) => one === text);
      if (kind !== undefined) return kind;
      issues.addIssue({ code: 'custom', params: { message: m.leaveKindMissing } });
      return z.NEVER;
    }),
  /** Empty: nobody in particular, the work falls to the head of the unit. */
  deputyId: z
    .string()
    .nullish()
    .transform((text) => (text === undefined || text === '' ? null : text)),
});

export const recordLeaveInput = leaveFields.extend({ personId: z.uuid() });

/**
 * Records days on which a person is away, and who deputises. Throws person_not_found (also for people the actor has no say
 * over), leave_period_wrong, leave_too_long, leave_too_early, leave_deputy_unfit, leave_overlaps.
 */
export async function recordLeave(
  context: CommandContext,
  tx: Tx,
  input: z.input<typeof recordLeaveInput>,
): Promise<{ leaveId: string }> {
  const { personId, ...leave } = parseInput(recordLeaveInput, input);
  await lockPersonForLeave(context, tx, personId);
  const earliest = addDays(vietnamDate(context.now), -identityLimits.leave_back_days);
  at('to', leave.to >= leave.from, identityErrors.leave_period_wrong);
  at('to', daysBetween(leave.from, leave.to) < identityLimits.leave_days, identityErrors.leave_too_long, {
    limit: identityLimits.leave_days,
  });
  at('from', leave.from >= earliest, identityErrors.leave_too_early, { date: formatDate(earliest) });
  if (leave.deputyId !== null) {
    const fits =
      leave.deputyId !== personId &&
      isId(leave.deputyId) &&
      (await sharesUnit(tx, personId, leave.deputyId, leave.from));
    at('deputyId', fits, identityErrors.leave_deputy_unfit);
  }
  const id = newId();
  await insertLeave(tx, { id, personId, ...leave, recordedBy: context.actor.personId }, context.now);
  await audit(tx, context, identityEvents.leave_recorded, {
    subject: { type: 'person', id: personId },
    after: { leaveId: id, ...leave },
  });
  return { leaveId: id };
}

/** Leaves of a person change one after the other: the person is held. */
export async function lockPersonForLeave(
  context: CommandContext,
  tx: Tx,
  personId: string,
): Promise<StoredPerson> {
  const person = await lockPerson(tx, personId);
  ensure(person, identityErrors.person_not_found);
  const places = await placesOfPerson(context, tx, personId);
  ensure(mayKeepLeaves(context.actor, { ...places, personId }), identityErrors.person_not_found);
  return person;
}

function at(field: string, holds: boolean, type: ErrorType, params: MessageParams = {}): void {
  if (!holds) throw new AppError(type, params, [{ field, message: type, params }]);
}

async function sharesUnit(db: Db, personId: string, otherId: string, day: CalendarDate): Promise<boolean> {
  const row = await db.one(query({ shares: 'bool' } as const)`
    select exists (select from identity_post a join identity_post b on b.unit_id = a.unit_id
        join identity_person p on p.id = b.person_id and p.disabled_at is null
      where a.person_id = ${personId} and b.person_id = ${otherId} and a.valid @> ${day}::date
        and b.valid @> ${day}::date) as shares`);
  return row.shares;
}
