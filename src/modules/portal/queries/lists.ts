import type { Database } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { askedTogether, questionRows } from '../../../kernel/db/together.ts';
import type { Section } from '../../disclosure/index.ts';
import type { PageCursor } from '../domain/page-cursor.ts';
import { portalLimits } from '../limits.ts';
import { atMost, type EntryLine, entryColumns } from './entries.ts';
import type { SaidItem } from './said-items.ts';
import { type AskedUnit, type PortalUnit, unitColumns, unitOfAsked, unitRow, withParent } from './units.ts';

export interface AskedEntries extends AskedUnit {
  readonly section: Section;
  readonly after: PageCursor;
}

const entriesAsked = ({ key, day, section, after }: AskedEntries): string =>
  `${key} ${day} ${section} ${after.publishedOn} ${after.itemId}`;

const rowWithEntries = askedTogether(entriesAsked, (db, asked: readonly AskedEntries[]) =>
  db.rows(query({ ...unitRow, entries: 'json', said: 'json?' })`
    select ${unitColumns}, m.mark, coalesce(s.entries, e.entries) as entries, s.said
    from ${questionRows(
      { text: asked.map(({ key }) => key) },
      { date: asked.map(({ day }) => day) },
      { text: asked.map(({ section }) => section) },
      { date: asked.map(({ after }) => after.publishedOn) },
      { uuid: asked.map(({ after }) => after.itemId) },
    )} a(key, day, section, after_on, after_id, n)
      ${unitOfAsked}
      left join portal_unit_mark m on m.unit_id = u.unit_id
      left join portal_said s on s.unit_id = u.unit_id and s.section = a.section and a.after_on = 'infinity'
      cross join lateral (select coalesce(json_agg(e), '[]') as entries from (
        select ${entryColumns} from portal_item i where a.after_on <> 'infinity' and i.unit_id = u.unit_id and i.section = a.section
          and i.published_on <= a.after_on and (i.published_on < a.after_on or i.item_id > a.after_id)
        order by i.published_on desc, i.item_id ${atMost(portalLimits.page_entries + 1)}) e) e`),
);

/**
 * The unit that an address names with its entries of a section after a cursor, newest first, and one mark of both, in one statement; at most
 * `page_entries` and one more, which says that there are more. The beginning of a list is kept with what its latest entries say (`said`).
 * `undefined` where no unit ever had that address.
 */
export async function unitWithEntries(
  db: Database,
  asked: AskedEntries,
): Promise<{ unit: PortalUnit; entries: readonly EntryLine[]; said: readonly SaidItem[] } | undefined> {
  const found = await rowWithEntries(db, asked);
  if (!found) return undefined;
  const { entries, said, ...unit } = found;
  return {
    unit: await withParent(db, unit, asked.day),
    entries: entries as readonly EntryLine[],
    said: (said ?? []) as readonly SaidItem[],
  };
}
