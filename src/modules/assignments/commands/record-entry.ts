import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { ENTRY_KINDS, needsReason, progressAfter, saidBy } from '../domain/progress.ts';
import type { Progress } from '../domain/state.ts';
import { assignmentErrors } from '../errors.ts';
import { assignmentEvents, progressRecorded } from '../events.ts';
import { m } from '../messages.ts';
import { mayAccept, mayReport, maySee } from '../policy.ts';

export const recordEntryInput = z.object({
  assignmentId: z.uuid(),
  kind: z.enum(ENTRY_KINDS),
  /** The day it happened, which may be before the day it is recorded. */
  happenedOn: calendarDateSchema,
  note: z.string().trim().max(4000).default(''),
});

const lockedRow = {
  id: 'uuid',
  unitId: 'uuid',
  acceptingUnitId: 'uuid',
  isRequest: 'bool',
  words: 'text',
  progress: 'text',
  lineage: 'uuid[]',
  acceptingLineage: 'uuid[]',
} as const;

/**
 * Records what happened to an assignment and moves its progress. Reporting is for the unit that does the work; accepting
 * and returning for whoever accepts it, never for the person who claimed it (also a database constraint).
 */
export async function recordEntry(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof recordEntryInput>,
): Promise<{ progress: Progress }> {
  const today = vietnamDate(context.now);
  const found = await tx.row(query(lockedRow)`
    select a.id, a.unit_id as "unitId", a.accepting_unit_id as "acceptingUnitId", a.is_request as "isRequest", t.words,
      a.progress, units_lineage(a.unit_id, ${today}::date) as lineage,
      units_lineage(a.accepting_unit_id, ${today}::date) as "acceptingLineage"
    from assignments_assignment a join assignments_task t on t.id = a.task_id
    where a.id = ${input.assignmentId} for update of a`);
  ensure(found && maySee(context.actor, found), assignmentErrors.not_found);
  const allowed =
    saidBy(input.kind) === 'doer' ? mayReport(context.actor, found) : mayAccept(context.actor, found);
  ensure(allowed, kernelErrors.forbidden);
  ensure(input.happenedOn <= today, assignmentErrors.future_day, { date: formatDate(input.happenedOn) });
  ensure(!needsReason(input.kind) || input.note !== '', assignmentErrors.reason_needed);
  const before = found.progress as Progress;
  const after = progressAfter(before, input.kind);
  if (after === undefined)
    throw new AppError(assignmentErrors.not_possible, { state: m[before], action: m[`do_${input.kind}`] });
  const claimedBy = input.kind === 'accept' ? await lastClaimBy(tx, found.id) : null;
  ensure(
    input.kind !== 'accept' || context.actor.personId === null || context.actor.personId !== claimedBy,
    assignmentErrors.own_claim,
  );
  await tx.run(sql`
    insert into assignments_entry
      (id, assignment_id, kind, happened_on, recorded_at, person_id, person_name, unit_id, note, claimed_by)
    values (${newId()}, ${found.id}, ${input.kind}, ${input.happenedOn}, ${context.now}, ${context.actor.personId},
      ${context.actor.name}, ${context.actor.current?.unitId ?? null}, ${input.note}, ${claimedBy})`);
  await tx.run(sql`update assignments_assignment set progress = ${after}, progress_at = ${context.now},
      done_on = case ${input.kind} when 'claim' then ${input.happenedOn}::date when 'accept' then done_on end
    where id = ${found.id}`);
  await audit(tx, context, assignmentEvents.recorded, {
    subject: { type: 'assignment', id: found.id },
    before: { progress: before },
    after: { progress: after, kind: input.kind, happenedOn: input.happenedOn },
  });
  const { unitId, acceptingUnitId, isRequest, words } = found;
  await progressRecorded.emit(context, tx, {
    assignmentId: found.id,
    kind: input.kind,
    unitId,
    acceptingUnitId,
    isRequest,
    words,
    note: input.note,
  });
  return { progress: after };
}

/** The person behind the claim that stands; `null` when the operator recorded it. */
async function lastClaimBy(tx: Tx, assignmentId: string): Promise<string | null> {
  const claim = await tx.row(query({ personId: 'uuid?' } as const)`
    select person_id as "personId" from assignments_entry
    where assignment_id = ${assignmentId} and kind = 'claim' order by recorded_at desc, id desc limit 1`);
  return claim?.personId ?? null;
}
