import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { calendarDateSchema, heldCalendar } from '../../calendar/index.ts';
import { clockAfter } from '../domain/clocks.ts';
import { countsQuantity, ENTRY_KINDS, needsReason, progressAfter, saidBy } from '../domain/progress.ts';
import type { Progress } from '../domain/state.ts';
import { assignmentErrors } from '../errors.ts';
import { assignmentEvents, progressRecorded } from '../events.ts';
import { m } from '../messages.ts';
import { mayAccept, mayReport } from '../policy.ts';
import { appendEntries, type LockedWork, lockOne, recordedAt } from '../store.ts';
import { ensureEnoughEvidence } from './enough-evidence.ts';

export const recordEntryInput = z.object({
  assignmentId: z.uuid(),
  kind: z.enum(ENTRY_KINDS),
  /** The day it happened, which may be before the day it is recorded. */
  happenedOn: calendarDateSchema,
  note: z.string().trim().max(4000).default(''),
  /** What was counted, where the product is a figure; not negative, three decimals. */
  quantity: z.number().min(0).max(999_999_999_999).nullable().default(null),
  /** With a return: by when the unit does it again; the rule's time when absent. */
  redoBy: calendarDateSchema.nullable().default(null),
  /** The revision of the item that the person saw; absent where nobody looked at a page (import, example). */
  revision: z.number().int().optional(),
});
export type RecordEntryInput = z.input<typeof recordEntryInput>;

/**
 * Records what happened to an assignment and moves its progress. A claim needs the evidence that its products ask for:
 * `assignments.evidence_missing` otherwise. Reporting is for the unit that does the work; accepting
 * and returning for whoever accepts it, never for the person who claimed it (also a database constraint).
 */
export async function recordEntry(
  context: CommandContext,
  tx: Tx,
  given: RecordEntryInput,
): Promise<{ progress: Progress }> {
  const input = recordEntryInput.parse(given);
  const found = await lockOne(context, tx, input.assignmentId, input.revision);
  return { progress: await recordOn(context, tx, found, input) };
}

/** The same on a row that is locked already: many are recorded in one transaction by whoever locked them. */
export async function recordOn(
  context: CommandContext,
  tx: Tx,
  found: LockedWork,
  input: z.output<typeof recordEntryInput>,
): Promise<Progress> {
  const { kind, happenedOn, note, redoBy } = input;
  const quantity = countsQuantity(kind) ? input.quantity : null;
  const today = vietnamDate(context.now);
  const allowed = saidBy(kind) === 'doer' ? mayReport(context.actor, found) : mayAccept(context.actor, found);
  ensure(allowed, kernelErrors.forbidden);
  ensure(!found.isDropped, assignmentErrors.dropped);
  ensure(happenedOn <= today, assignmentErrors.future_day, { date: formatDate(happenedOn) });
  ensure(!needsReason(kind) || note !== '', assignmentErrors.reason_needed);
  ensure(redoBy === null || redoBy >= today, assignmentErrors.redo_in_past);
  const after = progressAfter(found.progress, kind);
  if (after === undefined)
    throw new AppError(assignmentErrors.not_possible, {
      state: m[found.progress],
      action: m[`do_${kind}`],
    });
  if (kind === 'claim') await ensureEnoughEvidence(tx, { ...found, quantity });
  const claimedBy = kind === 'accept' ? await lastClaimBy(tx, found.id) : null;
  const own = context.actor.personId !== null && context.actor.personId === claimedBy;
  ensure(kind !== 'accept' || !own, assignmentErrors.own_claim);
  const at = recordedAt(context, found);
  const details = kind === 'return' && redoBy !== null ? { v: 1, redoBy } : null;
  const entry = {
    assignmentId: found.id,
    kind,
    happenedOn,
    recordedAt: at,
    note,
    quantity,
    details,
    claimedBy,
  };
  await appendEntries(context, tx, [entry]);
  await moveRow(context, tx, found, { ...input, quantity }, after, at);
  await audit(tx, context, assignmentEvents.recorded, {
    subject: { type: 'assignment', id: found.id },
    before: { progress: found.progress },
    after: { progress: after, kind, happenedOn, ...(quantity === null ? {} : { quantity }) },
  });
  const { unitId, acceptingUnitId, isRequest, words } = found;
  await progressRecorded.emit(context, tx, {
    assignmentId: found.id,
    kind,
    unitId,
    acceptingUnitId,
    isRequest,
    words,
    note,
  });
  return after;
}

async function moveRow(
  context: CommandContext,
  tx: Tx,
  found: LockedWork,
  { kind, happenedOn, quantity, redoBy }: z.output<typeof recordEntryInput>,
  after: Progress,
  at: Date,
): Promise<void> {
  if (kind === 'ask') {
    await tx.run(sql`update assignments_assignment set changed_at = ${at} where id = ${found.id}`);
    return;
  }
  // What is asked of a body outside the executive runs against no clock.
  const clock = found.isRequest
    ? null
    : clockAfter(kind, vietnamDate(context.now), await heldCalendar(tx), redoBy);
  await tx.run(sql`update assignments_assignment set progress = ${after}, progress_at = ${at}, changed_at = ${at},
      done_on = case ${kind} when 'claim' then ${happenedOn}::date when 'accept' then done_on end,
      quantity = coalesce(${quantity}::numeric, quantity),
      clock_kind = ${clock?.kind ?? null}, clock_due_on = ${clock?.deadline.on ?? null}::date,
      clock_calendar = ${clock?.deadline.calendarVersion ?? null},
      clock_explained_vi = ${clock?.deadline.explanation.vi ?? null},
      clock_explained_en = ${clock?.deadline.explanation.en ?? null}
    where id = ${found.id}`);
}

/** The person behind the claim that stands; `null` when the operator recorded it. */
async function lastClaimBy(tx: Tx, assignmentId: string): Promise<string | null> {
  const claim = await tx.row(query({ personId: 'uuid?' } as const)`
    select person_id as "personId" from assignments_entry
    where assignment_id = ${assignmentId} and kind = 'claim' order by seq desc limit 1`);
  return claim?.personId ?? null;
}
