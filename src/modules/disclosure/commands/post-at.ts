import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { newId } from '../../../kernel/ids.ts';
import { heldCalendar } from '../../calendar/index.ts';
import { addEvidence, type PreparedEvidence } from '../../evidence/index.ts';
import { askedOf } from '../domain/due.ts';
import { disclosureErrors } from '../errors.ts';
import { postingErrors } from '../errors-posting.ts';
import { disclosureEvents, itemSettled } from '../events.ts';
import { mayPost } from '../policy.ts';
import { writePublicRow } from '../public-row.ts';
import { POSTING } from '../queries/item-facts.ts';
import { lastVersions } from '../store/fact-rows.ts';
import { heldItem, type Item } from '../store/items.ts';
import { isOwnPortal, type Place, placeById, standsOn } from '../store/places.ts';
import { insertPosting, postingByRequest, staysFor } from '../store/postings.ts';
import { lineageOf } from '../units.ts';
import { told } from './publish-item.ts';

export interface PostAt {
  readonly itemId: string;
  readonly placeId: string;
  readonly postedOn: CalendarDate;
  /** Of the entry, where the place is on the web. */
  readonly url?: string | null;
  readonly words?: string;
  /** Sent again by a phone that lost the answer: the same key is the same posting. */
  readonly requestKey?: string;
  readonly proof: readonly PreparedEvidence[];
}

const WEB: readonly Place['kind'][] = ['portal', 'media'];

/**
 * Records that the last version of an item hangs, was read or is shown at a place since a day, with what proves it. How long it must stay
 * follows from the item's terms. The same request key answers the posting it made before and adds nothing.
 */
export async function postAt(
  context: CommandContext,
  tx: Tx,
  input: PostAt,
  files: FileStore,
): Promise<{ postingId: string; isNew: boolean }> {
  const { actor, now } = context;
  const { placeId, postedOn, url = null, words = '', requestKey = null, proof } = input;
  const today = vietnamDate(now);
  const item = await heldItem(tx, input.itemId);
  const place = await placeById(tx, placeId);
  await ensureMayPost(context, tx, item, place);
  const before = requestKey === null ? undefined : await postingByRequest(tx, requestKey);
  if (before) {
    const isSame = before.itemId === item.id && before.placeId === placeId;
    ensure(isSame, postingErrors.request_key_reused);
    return { postingId: before.id, isNew: false };
  }
  const version = (await lastVersions(tx, [item.id], null)).get(item.id);
  ensure(version, disclosureErrors.not_published);
  ensure(version.kind !== 'withdraw', disclosureErrors.withdrawn, told(version));
  ensure(!isOwnPortal(place), postingErrors.portal_by_itself);
  ensure(postedOn <= today, postingErrors.posted_ahead, { date: formatDate(postedOn) });
  ensure(standsOn(place, postedOn), postingErrors.place_not_standing, {
    name: place.name,
    date: formatDate(postedOn),
  });
  const published = vietnamDate(version.recordedAt);
  // A paper may hang before it is entered here; whoever says so says why.
  ensure(postedOn >= published || words.trim().length >= 3, postingErrors.posted_before_version, {
    date: formatDate(postedOn),
    published: formatDate(published),
  });
  ensure(!WEB.includes(place.kind) || url !== null, postingErrors.posting_needs_address);
  ensure(url === null || isWebAddress(url), postingErrors.posting_address_unfit);
  const postingId = newId();
  const asked = askedOf(item.terms.regime, place.kind);
  const stays = staysFor(asked?.lasts, postedOn, await heldCalendar(tx));
  await insertPosting(tx, {
    id: postingId,
    itemId: item.id,
    versionId: version.id,
    placeId,
    postedOn,
    stays,
    url,
    words: words.normalize('NFC').trim(),
    rowHash: null,
    requestKey,
    personId: actor.personId,
    personName: actor.name,
    unitId: actor.current?.unitId ?? null,
    recordedAt: now,
  });
  await audit(tx, context, disclosureEvents.posted, {
    subject: { type: 'disclosure_item', id: item.id },
    after: { postingId, placeId, version: version.number, postedOn, staysUntil: stays?.on ?? null },
  });
  if (proof.length > 0)
    await addEvidence(context, tx, { subject: { type: POSTING, id: postingId }, items: proof }, files);
  await writePublicRow(tx, [item.id], today);
  await itemSettled.emit(context, tx, { itemId: item.id });
  return { postingId, isNew: true };
}

/** An address that citizens may be led to: of the web, and naming no account. */
function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  if (!url || text.length > 2000 || /\s/.test(text)) return false;
  return (
    /^https?:$/.test(url.protocol) && /^https?:\/\//.test(text) && url.username === '' && url.password === ''
  );
}

/** Whether somebody may hang, prove and take down at a place; the place belongs to the item's unit. */
export async function ensureMayPost(
  context: CommandContext,
  tx: Tx,
  item: Pick<Item, 'unitId'>,
  place: Place,
): Promise<void> {
  const lineage = await lineageOf(tx, item.unitId, vietnamDate(context.now));
  ensure(mayPost(context.actor, { lineage, villageId: place.villageId }), disclosureErrors.may_not_post);
  ensure(place.unitId === item.unitId, postingErrors.place_of_other);
}
