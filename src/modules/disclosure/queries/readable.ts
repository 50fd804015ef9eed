import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';

/**
 * The items whose last version stands and can be read as figures: a table that the obligation asks for has rows, not only a picture of a paper
 * beside it. One statement.
 */
export async function readableItems(
  db: Db,
  itemIds: readonly string[],
  asOf: Date | null,
): Promise<ReadonlySet<string>> {
  const rows = await db.rows(query({ itemId: 'uuid' } as const)`
    select v.item_id as "itemId"
    from (
      select distinct on (item_id) item_id, kind, content from disclosure_version
      where item_id = any(${itemIds}::uuid[]) and (${asOf}::timestamptz is null or recorded_at < ${asOf}::timestamptz)
      order by item_id, number desc
    ) v
      join disclosure_item i on i.id = v.item_id join disclosure_terms t on t.id = i.terms_id
    where v.kind <> 'withdraw' and (
      not jsonb_path_exists(t.terms, '$.fields[*] ? (@.kind == "table")')
      or jsonb_path_exists(v.content, 'strict $.fields.* ? (@.type() == "array" && @.size() > 0)'))`);
  return new Set(rows.map(({ itemId }) => itemId));
}
