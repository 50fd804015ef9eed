import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query, type RowOf } from '../../../kernel/db/sql.ts';
import type { Section } from '../../disclosure/index.ts';
import type { Said } from '../domain/tables.ts';
import { atMost } from './entries.ts';

const saidRow = {
  itemId: 'uuid',
  title: 'text',
  occurrence: 'text',
  eventOn: 'date',
  updatedAt: 'instant',
  fields: 'json',
} as const;

/** A public item with what it says, for pages that put several into one table. */
export interface SaidItem extends Omit<RowOf<typeof saidRow>, 'fields'> {
  readonly body: Said;
}

/**
 * What a unit says now in a section, the latest events first: nothing that was withdrawn, no names whose time is over. Bodies are large, so
 * that only what is said is read of them.
 */
export async function saidItems(
  db: Db,
  of: { readonly unitId: string; readonly section: Section; readonly day: CalendarDate },
  most: number,
): Promise<readonly SaidItem[]> {
  const rows = await db.rows(query(saidRow)`
    select item_id as "itemId", title, occurrence, event_on as "eventOn", updated_at as "updatedAt",
      case when personal_until < ${of.day}::date then '[]' else body -> 'fields' end as fields
    from portal_item
    where unit_id = ${of.unitId} and section = ${of.section} and not is_withdrawn
    order by event_on desc, published_on desc, item_id desc ${atMost(most)}`);
  return rows.map(({ fields, ...row }) => ({ ...row, body: { fields: fields as Said['fields'] } }));
}
