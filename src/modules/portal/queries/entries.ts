import { Fragment, type RowOf, sql } from '../../../kernel/db/sql.ts';
import type { Section } from '../../disclosure/index.ts';
import type { PageCursor } from '../domain/page-cursor.ts';

/** One line of a list: an entry without its content. */
const entryRow = {
  itemId: 'uuid',
  unitName: 'text',
  section: 'text',
  title: 'text',
  summary: 'text',
  publishedOn: 'date',
  isWithdrawn: 'bool',
  hangsUntil: 'date?',
} as const;

export const ENTRY_ROW = entryRow;
export interface EntryLine extends Omit<RowOf<typeof entryRow>, 'section'> {
  readonly section: Section;
}

/** Columns of `portal_item i`. */
export const entryColumns: Fragment = sql`i.item_id as "itemId",
  i.unit_name as "unitName", i.section, i.title,
  left(i.summary, 240) as summary, i.published_on as "publishedOn", i.is_withdrawn as "isWithdrawn", i.hangs_until as "hangsUntil"`;

/** The rows of `portal_item i` that follow the last one shown, newest first. */
export const afterCursor = ({
  publishedOn,
  itemId,
}: PageCursor): Fragment => sql`(i.published_on <= ${publishedOn}::date
  and (i.published_on < ${publishedOn}::date or i.item_id > ${itemId}::uuid))`;

/** `limit n` in the text itself: a plan made for any limit would read and sort all that a unit ever published. */
export const atMost = (rows: number): Fragment => new Fragment([`limit ${Math.trunc(rows)}`], []);
