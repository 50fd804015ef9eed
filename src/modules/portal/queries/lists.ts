import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, joinSql, query, sql } from '../../../kernel/db/sql.ts';
import type { PageCursor } from '../domain/page-cursor.ts';
import { afterCursor, atMost, ENTRY_ROW, type EntryLine, entryColumns } from './entries.ts';

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
