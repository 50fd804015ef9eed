import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { unitById } from '../../units/index.ts';
import { PLACE_KINDS, VILLAGE_PLACES } from '../domain/declaration.ts';
import { qrToken } from '../domain/qr-token.ts';
import { disclosureErrors } from '../errors.ts';
import { postingErrors } from '../errors-posting.ts';
import { disclosureEvents } from '../events.ts';
import { disclosureLimits } from '../limits.ts';
import { mayWrite } from '../policy.ts';
import { writePublicRow } from '../public-row.ts';
import { insertPlaces, isOwnPortal, type Place, placeById } from '../store/places.ts';
import { lineageOf } from '../units.ts';

const facts = z.object({
  name: z.string().trim().min(2).max(200).normalize('NFC'),
  address: z.string().trim().max(300).normalize('NFC').default(''),
  villageId: z.uuid().nullable().default(null),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
});

export const newPlaceInput = facts.extend({
  unitId: z.uuid(),
  kind: z.enum(PLACE_KINDS),
  fromOn: calendarDateSchema,
});
export type NewPlaceInput = z.input<typeof newPlaceInput>;

export const changePlaceInput = facts.extend({
  placeId: z.uuid(),
  fromOn: calendarDateSchema,
  /** The revision that the person was looking at. */
  seenRevision: z.int().min(1),
});
export type ChangePlaceInput = z.input<typeof changePlaceInput>;

type Facts = z.output<typeof facts>;

/** Adds a posting place of a unit, with a code of its own for the wall. */
export async function makePlace(
  context: CommandContext,
  tx: Tx,
  input: NewPlaceInput,
): Promise<{ placeId: string; qr: string }> {
  const { unitId, kind, fromOn, ...given } = newPlaceInput.parse(input);
  await ensureMayKeep(context, tx, unitId);
  await checkFacts(context, tx, { unitId, kind }, given);
  const count = await standingPlaces(tx, unitId, vietnamDate(context.now));
  ensure(count < disclosureLimits.places, postingErrors.too_many_places, { n: count });
  const place = { ...given, id: newId(), unitId, kind, fromOn, untilOn: null, qr: qrToken(randomBytes(32)) };
  await insertPlaces(tx, [place], { name: context.actor.name, at: context.now });
  await audit(tx, context, disclosureEvents.place_made, {
    subject: { type: 'disclosure_place', id: place.id },
    after: place,
  });
  return { placeId: place.id, qr: place.qr };
}

/** Corrects what is said of a place; its kind, unit and code stay. What was said before stays readable for past days. */
export async function changePlace(context: CommandContext, tx: Tx, input: ChangePlaceInput): Promise<void> {
  const { placeId, seenRevision, fromOn, ...given } = changePlaceInput.parse(input);
  const place = await heldPlace(context, tx, placeId);
  ensure(place.revision === seenRevision, postingErrors.changed_place, { name: place.changedBy });
  ensure(place.untilOn === null || fromOn <= place.untilOn, postingErrors.place_days_crossed);
  await checkFacts(context, tx, place, given);
  await tx.run(sql`
    update disclosure_place set name = ${given.name}, address = ${given.address}, village_id = ${given.villageId}, url = ${given.url},
      latitude = ${given.latitude}, longitude = ${given.longitude}, from_on = ${fromOn}, changed_at = ${context.now},
      changed_by = ${context.actor.name}
    where id = ${placeId}`);
  await audit(tx, context, disclosureEvents.place_changed, {
    subject: { type: 'disclosure_place', id: placeId },
    before: factsOf(place),
    after: { ...given, fromOn },
  });
  await rewriteItems(context, tx, placeId);
}

/** Ends a place with its last day; refused while something must still hang there after that day. */
export async function closePlace(
  context: CommandContext,
  tx: Tx,
  input: { readonly placeId: string; readonly untilOn: CalendarDate },
): Promise<void> {
  const { placeId, untilOn } = input;
  const place = await heldPlace(context, tx, placeId);
  ensure(untilOn >= place.fromOn, postingErrors.place_days_crossed);
  const n = await mustStayAfter(tx, placeId, untilOn);
  ensure(n === 0, postingErrors.place_in_use, { name: place.name, n });
  await tx.run(sql`
    update disclosure_place set until_on = ${untilOn}, changed_at = ${context.now}, changed_by = ${context.actor.name}
    where id = ${placeId}`);
  await audit(tx, context, disclosureEvents.place_closed, {
    subject: { type: 'disclosure_place', id: placeId },
    before: { untilOn: place.untilOn },
    after: { untilOn },
  });
}

async function heldPlace(context: CommandContext, tx: Tx, placeId: string): Promise<Place> {
  const place = await placeById(tx, placeId, true);
  await ensureMayKeep(context, tx, place.unitId);
  ensure(!isOwnPortal(place), postingErrors.place_own_portal);
  return place;
}

const factsOf = ({ name, address, villageId, url, latitude, longitude, fromOn }: Place) => ({
  name,
  address,
  villageId,
  url,
  latitude,
  longitude,
  fromOn,
});

async function ensureMayKeep(context: CommandContext, tx: Tx, unitId: string): Promise<void> {
  const lineage = await lineageOf(tx, unitId, vietnamDate(context.now));
  ensure(mayWrite(context.actor, { lineage }), disclosureErrors.may_not_write);
}

async function checkFacts(
  context: CommandContext,
  tx: Tx,
  { unitId, kind }: Pick<Place, 'unitId' | 'kind'>,
  { villageId, url, latitude, longitude }: Facts,
): Promise<void> {
  ensure(kind !== 'portal' || url !== null, postingErrors.place_own_portal);
  ensure((latitude === null) === (longitude === null), postingErrors.place_located_half);
  const today = vietnamDate(context.now);
  const unit = await unitById(tx, unitId, today);
  // A village keeps its own hall; every other unit says in which village it stands.
  const isNeeded = VILLAGE_PLACES.includes(kind) && unit?.kind !== 'thon';
  ensure(!isNeeded || villageId !== null, postingErrors.place_village_needed);
  if (villageId === null) return;
  const village = await unitById(tx, villageId, today);
  ensure(village?.kind === 'thon' && village.parentId === unitId, postingErrors.place_village);
}

async function standingPlaces(tx: Tx, unitId: string, today: CalendarDate): Promise<number> {
  const { count } = await tx.one(query({ count: 'int' })`
    select count(*)::integer as count from disclosure_place
    where unit_id = ${unitId} and (until_on is null or until_on >= ${today}::date)`);
  return count;
}

/** How many of the last postings at a place must hang longer than a day. */
async function mustStayAfter(tx: Tx, placeId: string, day: CalendarDate): Promise<number> {
  const { count } = await tx.one(query({ count: 'int' })`
    select count(*)::integer as count from (
      select distinct on (p.item_id) p.id, p.item_id, p.stays_until from disclosure_posting p
      where p.place_id = ${placeId} order by p.item_id, p.seq desc
    ) l
    where (l.stays_until is null or l.stays_until > ${day}::date)
      and not exists (select from disclosure_removal r where r.posting_id = l.id)
      and (select v.kind from disclosure_version v where v.item_id = l.item_id order by v.number desc limit 1) <> 'withdraw'`);
  return count;
}

/** What the portal says of a place stands in the row of each item that hung there. */
async function rewriteItems(context: CommandContext, tx: Tx, placeId: string): Promise<void> {
  const rows = await tx.rows(query({ id: 'uuid' })`
    select distinct item_id as id from disclosure_posting where place_id = ${placeId}`);
  await writePublicRow(
    tx,
    rows.map(({ id }) => id),
    vietnamDate(context.now),
  );
}
