import type { CalendarDate } from '../../../kernel/dates.ts';
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

/** What a place shows on a day: whole kinds of boards, where paper hangs. */
export const HANGS_ON_PAPER: readonly string[] = ['office_board', 'village_hall', 'community_point'];

/** The same of a row of `portal_place l`, in the text itself: what never changes needs no plan of its own. */
export const isOnPaper: Fragment = new Fragment(
  [`l.kind in (${HANGS_ON_PAPER.map((kind) => `'${kind}'`).join(', ')})`],
  [],
);

/**
 * Whether a row of `portal_posting p` hangs on the day and still holds. The day stands as a value read at the beginning: a plan made for
 * a known day promises to be a little cheaper, and would then be made anew at every visit, which takes longer than to run it.
 */
export const hangsOn = (
  day: CalendarDate,
): Fragment => sql`(p.hangs_to >= (select ${day}::date) and p.posted_on <= (select ${day}::date)
  and p.removed_on is null and not p.is_withdrawn)`;

/** The rows of `portal_item i` that follow the last one shown, newest first. */
export const afterCursor = ({
  publishedOn,
  itemId,
}: PageCursor): Fragment => sql`(i.published_on <= ${publishedOn}::date
  and (i.published_on < ${publishedOn}::date or i.item_id > ${itemId}::uuid))`;

/** `limit n` in the text itself: a plan made for any limit would read and sort all that a unit ever published. */
export const atMost = (rows: number): Fragment => new Fragment([`limit ${Math.trunc(rows)}`], []);
