import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, joinSql, plannedEachTime, query, sql } from '../../../kernel/db/sql.ts';
import type { PageCursor } from '../domain/page-cursor.ts';
import { portalLimits } from '../limits.ts';
import { afterCursor, atMost, ENTRY_ROW, type EntryLine, entryColumns } from './entries.ts';

export interface Searched {
  /** As search texts hold them, without diacritics; every one stands in the text, the last perhaps only begun. */
  readonly words: readonly string[];
  readonly unitId?: string | undefined;
  readonly section?: string | undefined;
  readonly after?: PageCursor | null | undefined;
}

/** A beginning of fewer letters is that of a tenth of all words. */
const SHORTEST_BEGINNING = 3;

/** Words as PostgreSQL searches them; quoted, so that no sign a person types means anything. */
function wordsQuery(words: readonly string[]): string {
  const quoted = words.map((word) => `'${word.replace(/['\\]/g, ' ')}'`);
  const last = words.at(-1) ?? '';
  const isBegun = last.length >= SHORTEST_BEGINNING && /^\p{L}+$/u.test(last);
  return isBegun ? `${quoted.join(' & ')}:*` : quoted.join(' & ');
}

/**
 * Entries with all the words, newest first; at most `limit` and one more, which says that there are more. Common words are found among the
 * newest `walked` entries; whatever is not found there often enough is rare, and its index finds all of it. So no guess of a planner
 * about how often words stand together decides how long a search takes.
 */
export async function searchEntries(
  db: Db,
  searched: Searched,
  limit: number,
  walked: number = portalLimits.search_walk,
): Promise<EntryLine[]> {
  const { words, unitId, section, after } = searched;
  const has = sql`i.words @@ to_tsquery('simple', ${wordsQuery(words)})`;
  const where: Fragment[] = [
    ...(unitId === undefined ? [] : [sql`i.unit_id = ${unitId}`]),
    ...(section === undefined ? [] : [sql`i.section = ${section}`]),
    ...(after ? [afterCursor(after)] : []),
  ];
  const order = sql`order by i.published_on desc, i.item_id`;
  const newest = (await db.rows(query(ENTRY_ROW)`
    select ${entryColumns} from (
      select i.* from portal_item i where ${where.length === 0 ? sql`true` : joinSql(where, ' and ')} ${order} ${atMost(walked)}) i
    where ${has} ${order} ${atMost(limit + 1)}`)) as EntryLine[];
  if (newest.length > limit) return newest;
  return (await db.rows(
    plannedEachTime(query(ENTRY_ROW)`
      with hit as materialized (
        select i.item_id, i.published_on from portal_item i where ${joinSql([has, ...where], ' and ')}),
      shown as (select i.item_id from hit i ${order} ${atMost(limit + 1)})
      select ${entryColumns} from shown join portal_item i on i.item_id = shown.item_id ${order}`),
  )) as EntryLine[];
}
