import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';

/** Ids of the given units and of everything under them as the tree stood on `asOf`; without order. */
export async function descendantIds(db: Db, roots: readonly string[], asOf: CalendarDate): Promise<string[]> {
  const rows = await db.rows(query({ id: 'uuid' })`
    with recursive below (id) as (
      select v.unit_id from units_version v where v.unit_id = any(${roots}::uuid[]) and v.valid @> ${asOf}::date
      union
      select v.unit_id from below b join units_version v on v.parent_id = b.id and v.valid @> ${asOf}::date
    )
    select id from below`);
  return rows.map((row) => row.id);
}
