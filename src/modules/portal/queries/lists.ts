import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Database } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import type { Section } from '../../disclosure/index.ts';
import type { PageCursor } from '../domain/page-cursor.ts';
import { afterCursor, atMost, type EntryLine, entryColumns } from './entries.ts';
import { atAddress, type PortalUnit, unitColumns, unitRow, withParent } from './units.ts';

/**
 * The unit that an address names with its entries of a section, newest first, and one mark of both, in one statement; at most `limit` entries
 * and one more, which says that there are more. `undefined` where no unit ever had that address.
 */
export async function unitWithEntries(
  db: Database,
  key: string,
  day: CalendarDate,
  of: { readonly section: Section; readonly after: PageCursor | null },
  limit: number,
): Promise<{ unit: PortalUnit; entries: readonly EntryLine[] } | undefined> {
  const after = of.after ? afterCursor(of.after) : sql`true`;
  const found = await db.row(query({ ...unitRow, entries: 'json' })`
    select ${unitColumns(day)}, (select m.mark from portal_unit_mark m where m.unit_id = u.unit_id) as mark,
      (select coalesce(json_agg(e), '[]') from (
        select ${entryColumns} from portal_item i where i.unit_id = u.unit_id and i.section = ${of.section} and ${after}
        order by i.published_on desc, i.item_id ${atMost(limit + 1)}) e) as entries
    from portal_unit u ${atAddress(key, day)}`);
  if (!found) return undefined;
  const { entries, ...unit } = found;
  return { unit: await withParent(db, unit, day), entries: entries as readonly EntryLine[] };
}
