import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Added, addEvidence, type PreparedEvidence } from '../../evidence/index.ts';
import { postingErrors } from '../errors-posting.ts';
import { disclosureEvents } from '../events.ts';
import { disclosureLimits } from '../limits.ts';
import { writePublicRow } from '../public-row.ts';
import { POSTING } from '../queries/item-facts.ts';
import { heldPosting } from './held-posting.ts';

/** Adds proof to a posting: photos, minutes, files, the address of an entry. What stands already is told, not kept again. */
export async function addProof(
  context: CommandContext,
  tx: Tx,
  input: { readonly postingId: string; readonly proof: readonly PreparedEvidence[] },
  files: FileStore,
): Promise<Added> {
  const { postingId, proof } = input;
  ensure(proof.length > 0, postingErrors.proof_missing);
  const { item } = await heldPosting(context, tx, postingId);
  const added = await addEvidence(
    context,
    tx,
    { subject: { type: POSTING, id: postingId }, items: proof },
    files,
  );
  await audit(tx, context, disclosureEvents.proven, {
    subject: { type: 'disclosure_item', id: item.id },
    after: { postingId, evidenceIds: added.ids },
  });
  await writePublicRow(tx, [item.id], vietnamDate(context.now));
  return added;
}

export interface RecordBroadcast {
  readonly postingId: string;
  readonly onDay: CalendarDate;
  /** `05:30`, in Vietnam. */
  readonly atTime: string;
  readonly minutes: number | null;
}

/** Adds a line to the log of a loudspeaker: that it was read out on a day and hour. */
export async function recordBroadcast(
  context: CommandContext,
  tx: Tx,
  input: RecordBroadcast,
): Promise<{ broadcastId: string }> {
  const { postingId, onDay, atTime, minutes } = input;
  const { actor, now } = context;
  const { item, place, posting } = await heldPosting(context, tx, postingId);
  ensure(place.kind === 'loudspeaker', postingErrors.no_loudspeaker);
  const today = vietnamDate(now);
  const isInside =
    onDay >= posting.postedOn && onDay <= today && (posting.removedOn === null || onDay <= posting.removedOn);
  ensure(isInside, postingErrors.broadcast_outside, { date: formatDate(onDay) });
  const { count } = await tx.one(query({ count: 'int' })`
    select count(*)::integer as count from disclosure_broadcast where posting_id = ${postingId}`);
  ensure(count < disclosureLimits.broadcasts, postingErrors.too_many_broadcasts, { n: count });
  const broadcastId = newId();
  await tx.run(sql`
    insert into disclosure_broadcast (id, posting_id, on_day, at_time, minutes, person_id, person_name, recorded_at)
    values (${broadcastId}, ${postingId}, ${onDay}, ${atTime}::time, ${minutes}, ${actor.personId}, ${actor.name}, ${now})`);
  await audit(tx, context, disclosureEvents.broadcast, {
    subject: { type: 'disclosure_item', id: item.id },
    after: { postingId, onDay, atTime, minutes },
  });
  await writePublicRow(tx, [item.id], today);
  return { broadcastId };
}
