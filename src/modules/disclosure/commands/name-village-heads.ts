import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import { askedOf } from '../domain/due.ts';
import type { Terms } from '../domain/terms.ts';
import { disclosureEvents } from '../events.ts';
import { insertPlaces, placeOfUnit } from '../store/places.ts';

/** What the place is called. */
export const VILLAGE_HEADS = 'Trưởng thôn, tổ trưởng tổ dân phố';

/** Since when they are told: Điều 13.4 Luật 10/2022/QH15, in force since this day. */
const FROM = calendarDate('2023-07-01');

/**
 * Village heads are there wherever there are villages, so nobody must name them as a place: units whose items ask that they are told have them
 * from then on, once. A unit that has named or ended them itself is left as it is. A constant number of statements.
 */
export async function nameVillageHeads(
  context: CommandContext,
  tx: Tx,
  items: readonly { readonly unitId: string; readonly terms: Pick<Terms, 'regime'> }[],
): Promise<void> {
  const asked = items.filter(({ terms }) => askedOf(terms.regime, 'village_heads') !== undefined);
  if (asked.length === 0) return;
  const unitIds = [...new Set(asked.map(({ unitId }) => unitId))].sort();
  // Two items of a unit that are opened at once make one place.
  await tx.run(
    sql`select pg_advisory_xact_lock(hashtextextended(current_schema()::text || 'disclosure village heads', 0))`,
  );
  const rows = await tx.rows(query({ unitId: 'uuid' })`
    select u.id as "unitId" from unnest(${unitIds}::uuid[]) u(id)
    where not exists (select from disclosure_place p where p.unit_id = u.id and p.kind = 'village_heads')`);
  if (rows.length === 0) return;
  const places = rows.map(({ unitId }) =>
    placeOfUnit({ unitId, kind: 'village_heads', name: VILLAGE_HEADS, fromOn: FROM }),
  );
  await insertPlaces(tx, places, { name: context.actor.name, at: context.now });
  await audit(tx, context, disclosureEvents.place_made, {
    subject: { type: 'disclosure_places', id: newId() },
    after: { kind: 'village_heads', name: VILLAGE_HEADS, unitIds: rows.map(({ unitId }) => unitId) },
  });
}
