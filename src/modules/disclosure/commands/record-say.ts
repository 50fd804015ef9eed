import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { PICTURE_MEDIA_TYPE, readPicture } from '../../../kernel/pictures.ts';
import { computeDeadline, heldCalendar } from '../../calendar/index.ts';
import { postingErrors } from '../errors-posting.ts';
import { checkOpened, disclosureEvents } from '../events.ts';
import { disclosureLimits } from '../limits.ts';
import { writePublicRow } from '../public-row.ts';
import { heldItem, type Item } from '../store/items.ts';

export const VERDICTS = ['seen', 'not_seen', 'wrong'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A citizen's picture, made anew: nothing of the phone or the place is left in it. */
export interface SayPhoto {
  readonly bytes: Uint8Array;
}

/** Reads a picture that a citizen sent. Takes time: call it before the transaction. Throws `pictures.*`. */
export async function prepareSayPhoto(name: string, bytes: Uint8Array): Promise<SayPhoto> {
  return { bytes: (await readPicture(name, bytes)).bytes };
}

export interface RecordSay {
  readonly itemId: string;
  /** Where the citizen looked; `null`: at the content on the portal. */
  readonly placeId: string | null;
  readonly verdict: Verdict;
  readonly words: string;
  readonly photo?: SayPhoto;
}

/**
 * Records what somebody without an account saw of a public item. “Not seen” and “wrong” open a check for the unit, or join the one that is
 * open for the same place. Nothing of who said it is kept. Throws `disclosure.say_unknown` and `say_too_long`.
 */
export async function recordSay(
  context: CommandContext,
  tx: Tx,
  input: RecordSay,
  files: FileStore,
): Promise<{ sayId: string; opensCheck: boolean }> {
  const { now } = context;
  const { placeId, verdict, photo } = input;
  const words = input.words.normalize('NFC').trim();
  const limit = disclosureLimits.say_words;
  ensure(words.length <= limit, postingErrors.say_too_long, { limit });
  const today = vietnamDate(now);
  const place = await publicPlace(tx, input.itemId, placeId, today);
  // One at a time, so that of two who say the same at once only one opens a check.
  const item = await heldItem(tx, input.itemId);
  const photoHash = photo ? await files.put(tx, photo.bytes, PICTURE_MEDIA_TYPE, now) : null;
  const sayId = newId();
  await tx.run(sql`
    insert into disclosure_say (id, item_id, place_id, verdict, words, photo_hash, photo_media_type, said_on, recorded_at)
    values (${sayId}, ${item.id}, ${placeId}, ${verdict}, ${words}, ${photoHash}, ${photoHash && PICTURE_MEDIA_TYPE}, ${today}, ${now})`);
  await audit(tx, context, disclosureEvents.said, {
    subject: { type: 'disclosure_item', id: item.id },
    after: { sayId, placeId, verdict, hasPhoto: photoHash !== null },
  });
  const opensCheck =
    verdict !== 'seen' && (await openCheck(context, tx, item, { placeId, sayId, verdict, ...place }));
  await writePublicRow(tx, [item.id], today);
  return { sayId, opensCheck };
}

/** Only of what the portal shows and was not withdrawn, and only at places where that hangs that day. */
async function publicPlace(
  tx: Tx,
  itemId: string,
  placeId: string | null,
  today: CalendarDate,
): Promise<{ placeName: string | null }> {
  ensure(isId(itemId) && (placeId === null || isId(placeId)), postingErrors.say_unknown);
  const found = await tx.row(query({ placeName: 'text?' } as const)`
    select p.name as "placeName" from disclosure_public u
      left join lateral (
        select g.id, g.place_id, g.posted_on, g.stays_until from disclosure_posting g
        where g.item_id = u.item_id and g.place_id = ${placeId}::uuid order by g.seq desc limit 1) l on true
      left join disclosure_removal r on r.posting_id = l.id and r.removed_on <= ${today}::date
      left join disclosure_place p on p.id = l.place_id and r.id is null and l.posted_on <= ${today}::date
        and (l.stays_until is null or l.stays_until >= ${today}::date)
    where u.item_id = ${itemId} and not u.is_withdrawn and u.body -> 'nil' = 'null'::jsonb
      and (${placeId}::uuid is null or p.id is not null)`);
  ensure(found, postingErrors.say_unknown);
  return found;
}

async function openCheck(
  context: CommandContext,
  tx: Tx,
  item: Item,
  said: {
    readonly placeId: string | null;
    readonly sayId: string;
    readonly verdict: 'not_seen' | 'wrong';
    readonly placeName: string | null;
  },
): Promise<boolean> {
  const { placeId, sayId, verdict, placeName } = said;
  const open = await tx.row(query({ id: 'uuid' })`
    select c.id from disclosure_check c
    where c.item_id = ${item.id} and c.place_id is not distinct from ${placeId}::uuid
      and not exists (select from disclosure_answer a where a.check_id = c.id)`);
  if (open) return false;
  const { now } = context;
  const due = computeDeadline(
    {
      v: 1,
      type: 'after',
      bound: 'max',
      amount: disclosureLimits.check_working_days,
      unit: 'wd',
      from: vietnamDate(now),
    },
    await heldCalendar(tx),
  );
  const checkId = newId();
  await tx.run(sql`
    insert into disclosure_check (id, item_id, place_id, first_say_id, opened_at, due_on, due)
    values (${checkId}, ${item.id}, ${placeId}, ${sayId}, ${now}, ${due.on}, ${JSON.stringify(due)})`);
  await audit(tx, context, disclosureEvents.check_opened, {
    subject: { type: 'disclosure_item', id: item.id },
    after: { checkId, placeId, verdict, dueOn: due.on },
  });
  await checkOpened.emit(context, tx, {
    checkId,
    itemId: item.id,
    unitId: item.unitId,
    title: item.title,
    placeName,
    verdict,
    dueOn: due.on,
  });
  return true;
}
