import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { newId } from '../../../kernel/ids.ts';
import { addEvidence, type PreparedEvidence } from '../../evidence/index.ts';
import { askedOf } from '../domain/due.ts';
import { isRemovedEarly } from '../domain/state.ts';
import { postingErrors } from '../errors-posting.ts';
import { disclosureEvents, postingRemovedEarly } from '../events.ts';
import { writePublicRow } from '../public-row.ts';
import { lastVersions } from '../store/fact-rows.ts';
import type { Item } from '../store/items.ts';
import { isOwnPortal, type Place } from '../store/places.ts';
import type { Posting } from '../store/postings.ts';
import { toldOfAlarm, unitNameOn } from '../units.ts';
import { heldPosting } from './held-posting.ts';
import { reasonOf } from './publish-item.ts';

/** The kind of subject that removals are in the evidence room. */
export const REMOVAL = 'disclosure_removal';

export interface RemovePosting {
  readonly postingId: string;
  readonly removedOn: CalendarDate;
  readonly reason: string;
  readonly proof: readonly PreparedEvidence[];
}

/**
 * Records that a posting was taken down, with the reason and what proves it. Before its last day that is an alarm: leaders, standing agency
 * and Front are told at once.
 */
export async function removePosting(
  context: CommandContext,
  tx: Tx,
  input: RemovePosting,
  files: FileStore,
): Promise<{ removalId: string; isEarly: boolean }> {
  const { postingId, removedOn, proof } = input;
  const { actor, now } = context;
  const { posting, item, place } = await heldPosting(context, tx, postingId);
  const reason = reasonOf(input.reason);
  const today = vietnamDate(now);
  const date = formatDate(removedOn);
  ensure(!isOwnPortal(place), postingErrors.portal_by_itself);
  ensure(posting.removedOn === null, postingErrors.removed_already, {
    date: formatDate(posting.removedOn ?? removedOn),
  });
  ensure(removedOn <= today, postingErrors.posted_ahead, { date });
  ensure(removedOn >= posting.postedOn, postingErrors.removed_before_posted, { date });
  const isEarly = await isTooEarly(tx, item, place, posting, removedOn);
  const removalId = newId();
  await tx.run(sql`
    insert into disclosure_removal (id, posting_id, removed_on, reason, is_early, person_id, person_name, by_unit_id, recorded_at)
    values (${removalId}, ${postingId}, ${removedOn}, ${reason}, ${isEarly}, ${actor.personId}, ${actor.name},
      ${actor.current?.unitId ?? null}, ${now})`);
  await audit(tx, context, disclosureEvents.removed, {
    subject: { type: 'disclosure_item', id: item.id },
    after: { postingId, removalId, placeId: place.id, removedOn, isEarly, reason },
  });
  if (proof.length > 0)
    await addEvidence(context, tx, { subject: { type: REMOVAL, id: removalId }, items: proof }, files);
  await writePublicRow(tx, [item.id], today);
  if (isEarly)
    await postingRemovedEarly.emit(context, tx, {
      itemId: item.id,
      unitId: item.unitId,
      title: item.title,
      unitName: await unitNameOn(tx, item.unitId, today),
      placeName: place.name,
      removedOn,
      staysUntil: posting.staysUntil,
      reason,
      toUnitIds: await toldOfAlarm(tx, item.unitId, today),
    });
  return { removalId, isEarly };
}

/** What was withdrawn, what hangs again by a later posting, and a place that nobody asked for may come down any day. */
async function isTooEarly(
  tx: Tx,
  item: Item,
  place: Place,
  posting: Posting,
  removedOn: CalendarDate,
): Promise<boolean> {
  if (!askedOf(item.terms.regime, place.kind)) return false;
  if (!isRemovedEarly({ ...posting, isProven: false, removedOn })) return false;
  const last = (await lastVersions(tx, [item.id], null)).get(item.id);
  if (last?.kind === 'withdraw') return false;
  const later = await tx.row(query({ id: 'uuid' })`
    select p.id from disclosure_posting p join disclosure_posting own on own.id = ${posting.id}
    where p.item_id = own.item_id and p.place_id = own.place_id and p.seq > own.seq limit 1`);
  return later === undefined;
}
