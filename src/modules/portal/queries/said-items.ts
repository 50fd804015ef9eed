import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Database } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { askedTogether, questionRows } from '../../../kernel/db/together.ts';
import type { Section } from '../../disclosure/index.ts';
import type { Said } from '../domain/tables.ts';

/** A public item with what it says, for pages that put several into one table; as `disclosure_said_of` writes it. */
export interface SaidItem extends Said {
  readonly itemId: string;
  readonly title: string;
  readonly occurrence: string;
  readonly eventOn: CalendarDate;
  /** An instant as JSON writes it. */
  readonly updatedAt: string;
}

interface AskedSection {
  readonly unitId: string;
  readonly section: Section;
}

const saidInSection = askedTogether(
  ({ unitId, section }: AskedSection) => `${unitId} ${section}`,
  (db, asked) =>
    db.rows(query({ n: 'bigint', said: 'json' })`
      select a.n, s.said
      from ${questionRows({ uuid: asked.map(({ unitId }) => unitId) }, { text: asked.map(({ section }) => section) })} a(unit_id, section, n)
      join portal_said s on s.unit_id = a.unit_id and s.section = a.section`),
);

/**
 * What the latest twelve entries of a section say now, the latest events first: nothing that was withdrawn, no list with names. Only what pages
 * put into tables (`disclosure_rows_said`): of a table its first rows in all entries, each name once; of a budget form its total; of most
 * sections nothing.
 */
export async function saidItems(db: Database, asked: AskedSection): Promise<readonly SaidItem[]> {
  return ((await saidInSection(db, asked))?.said ?? []) as readonly SaidItem[];
}
