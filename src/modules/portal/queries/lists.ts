import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, joinSql, query, sql } from '../../../kernel/db/sql.ts';
import type { Section } from '../../disclosure/index.ts';
import type { PageCursor } from '../domain/page-cursor.ts';
import {
  afterCursor,
  atMost,
  ENTRY_ROW,
  type EntryLine,
  entryColumns,
  hangsOn,
  isOnPaper,
} from './entries.ts';

export interface ListFilter {
  readonly unitId?: string | undefined;
  readonly section?: string | undefined;
  readonly after?: PageCursor | null | undefined;
}

/** Newest first; at most `limit` and one more, which says that there are more. */
export async function listEntries(db: Db, filter: ListFilter, limit: number): Promise<EntryLine[]> {
  const { unitId, section, after } = filter;
  const conditions: Fragment[] = [
    ...(unitId === undefined ? [] : [sql`i.unit_id = ${unitId}`]),
    ...(section === undefined ? [] : [sql`i.section = ${section}`]),
    ...(after ? [afterCursor(after)] : []),
  ];
  const where = conditions.length === 0 ? sql`true` : joinSql(conditions, ' and ');
  return (await db.rows(query(ENTRY_ROW)`select ${entryColumns} from portal_item i where ${where}
    order by i.published_on desc, i.item_id ${atMost(limit + 1)}`)) as EntryLine[];
}

/** An entry at one place where it hangs. */
export interface HangingLine {
  readonly itemId: string;
  readonly section: Section;
  readonly title: string;
  readonly placeId: string;
  readonly placeName: string;
  readonly postedOn: CalendarDate;
  readonly staysUntil: CalendarDate | null;
}

const hangingRow = {
  itemId: 'uuid',
  section: 'text',
  title: 'text',
  placeId: 'uuid',
  placeName: 'text',
  postedOn: 'date',
  staysUntil: 'date?',
} as const;

/** What hangs on paper today at places of the unit, of one of its villages, or at one place; newest first. */
export async function hangingAt(
  db: Db,
  where: { readonly unitId: string; readonly villageId?: string; readonly placeId?: string },
  day: CalendarDate,
  limit: number,
): Promise<HangingLine[]> {
  const { unitId, villageId, placeId } = where;
  const narrower =
    placeId !== undefined
      ? sql`l.place_id = ${placeId}`
      : villageId === undefined
        ? sql`true`
        : sql`l.village_id = ${villageId}`;
  const kinds = placeId === undefined ? isOnPaper : sql`true`;
  return (await db.rows(query(hangingRow)`
    select p.item_id as "itemId", p.section, p.title, l.place_id as "placeId", l.name as "placeName", p.posted_on as "postedOn",
      p.stays_until as "staysUntil"
    from portal_place l join portal_posting p on p.place_id = l.place_id
    where l.unit_id = ${unitId} and ${kinds} and ${narrower} and ${hangsOn(day)}
    order by p.posted_on desc, p.item_id, l.name ${atMost(limit)}`)) as HangingLine[];
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
