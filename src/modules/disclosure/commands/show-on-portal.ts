import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import { heldCalendar } from '../../calendar/index.ts';
import { askedOf } from '../domain/due.ts';
import { disclosureEvents } from '../events.ts';
import { publicRowsOf, shownHash, writePublicRow } from '../public-row.ts';
import type { Item } from '../store/items.ts';
import { insertPlaces, placeOfUnit, selectPlaces } from '../store/places.ts';
import { insertPosting, staysFor } from '../store/postings.ts';

/** The words that the product's own portal stands under among the places of a unit. */
const PORTAL_NAME = 'Cổng công khai';

/**
 * Shows a version on the product's own portal: makes the unit's place there where it is missing, records the posting with the hash of what is
 * shown, and writes the public row.
 */
export async function showOnPortal(
  context: CommandContext,
  tx: Tx,
  item: Item,
  versionId: string,
): Promise<void> {
  const { actor, now } = context;
  const today = vietnamDate(now);
  const placeId = await ownPortal(context, tx, item.unitId, today);
  const [row] = await publicRowsOf(tx, [item.id], today);
  if (!row) throw new Error('a published item has no public row');
  const hash = shownHash(row);
  const asked = askedOf(item.terms.regime, 'portal');
  await insertPosting(tx, {
    id: newId(),
    itemId: item.id,
    versionId,
    placeId,
    postedOn: today,
    stays: staysFor(asked?.lasts, today, await heldCalendar(tx)),
    url: null,
    words: '',
    rowHash: hash,
    requestKey: null,
    personId: actor.personId,
    personName: actor.name,
    unitId: actor.current?.unitId ?? null,
    recordedAt: now,
  });
  await audit(tx, context, disclosureEvents.shown_on_portal, {
    subject: { type: 'disclosure_item', id: item.id },
    after: { versionId, placeId, on: today, hash },
  });
  await writePublicRow(tx, [item.id], today);
}

async function ownPortal(
  context: CommandContext,
  tx: Tx,
  unitId: string,
  today: CalendarDate,
): Promise<string> {
  // Two first publications of a unit at once make one place.
  const lock = `disclosure portal ${unitId}`;
  await tx.run(
    sql`select pg_advisory_xact_lock(hashtextextended(current_schema()::text || ${lock}::text, 0))`,
  );
  const [own] = await selectPlaces(
    tx,
    sql`p.unit_id = ${unitId} and p.kind = 'portal' and p.url is null`,
    null,
  );
  if (own) return own.id;
  const place = placeOfUnit({ unitId, kind: 'portal', name: PORTAL_NAME, fromOn: today });
  await insertPlaces(tx, [place], { name: context.actor.name, at: context.now });
  await audit(tx, context, disclosureEvents.place_made, {
    subject: { type: 'disclosure_place', id: place.id },
    after: { unitId, kind: 'portal', name: PORTAL_NAME },
  });
  return place.id;
}
