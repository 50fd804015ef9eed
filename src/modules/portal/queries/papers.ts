import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Database, Db } from '../../../kernel/db/database.ts';
import { query, type RowOf } from '../../../kernel/db/sql.ts';
import { askedTogether } from '../../../kernel/db/together.ts';
import type { Paper } from '../domain/front.ts';
import { atMost, hangsOn } from './entries.ts';
import {
  askedUnits,
  type PortalUnit,
  unitAsked,
  unitColumns,
  unitOfAsked,
  unitRow,
  withParent,
} from './units.ts';

const rowWithPapers = askedTogether(unitAsked, (db, asked) =>
  db.rows(query({ ...unitRow, papers: 'json?' })`
    select ${unitColumns}, f.papers, f.mark from ${askedUnits(asked)} ${unitOfAsked} left join portal_front f on f.unit_id = u.unit_id`),
);

/**
 * The unit that an address names with its papers (`papersOn` says which hang on a day) and one mark of both, in one row. `undefined` where no
 * unit ever had that address.
 */
export async function unitWithPapers(
  db: Database,
  key: string,
  day: CalendarDate,
): Promise<{ unit: PortalUnit; papers: readonly Paper[] } | undefined> {
  const found = await rowWithPapers(db, { key, day });
  if (!found) return undefined;
  const { papers, ...unit } = found;
  return { unit: await withParent(db, unit, day), papers: (papers ?? []) as readonly Paper[] };
}

/** An entry that hangs, or was said, at one place. */
export type HangingLine = RowOf<typeof hangingRow>;

const hangingRow = {
  itemId: 'uuid',
  title: 'text',
  postedOn: 'date',
  staysUntil: 'date?',
} as const;

/** What hangs at one place, whatever its kind; newest first. */
export function hangingAt(db: Db, placeId: string, day: CalendarDate, limit: number): Promise<HangingLine[]> {
  return db.rows(query(hangingRow)`
    select h.item_id as "itemId", h.title, h.posted_on as "postedOn", h.stays_until as "staysUntil"
    from portal_hanging h where h.place_id = ${placeId} and ${hangsOn(day)}
    order by h.posted_on desc, h.item_id ${atMost(limit)}`);
}

/** A board that a QR code names, with whose it is. */
export function placeByCode(db: Db, qr: string, day: CalendarDate) {
  return db.row(
    query({
      placeId: 'uuid',
      name: 'text',
      address: 'text',
      unitId: 'uuid',
      unitKey: 'text',
      unitName: 'text',
      villageName: 'text?',
      untilOn: 'date?',
    })`
    select l.place_id as "placeId", l.name, l.address, l.unit_id as "unitId", u.key as "unitKey", u.name as "unitName",
      (select v.name from portal_unit v where v.unit_id = l.village_id order by v.from_on <= ${day}::date desc, v.from_on desc limit 1)
        as "villageName",
      l.until_on as "untilOn"
    from portal_place l join portal_unit u on u.unit_id = l.unit_id
    where l.qr = ${qr} order by u.from_on <= ${day}::date desc, u.from_on desc limit 1`,
  );
}
