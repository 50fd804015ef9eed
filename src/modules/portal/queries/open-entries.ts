import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, joinSql, query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import type { PublicBody, Section } from '../../disclosure/index.ts';
import type { Cursor } from '../domain/change-cursor.ts';
import { atMost } from './entries.ts';
import { bodyOn, writtenBody } from './entry.ts';

const headRow = {
  itemId: 'uuid',
  unitId: 'uuid',
  unitName: 'text',
  section: 'text',
  code: 'text',
  occurrence: 'text',
  title: 'text',
  summary: 'text',
  eventOn: 'date',
  publishedOn: 'date',
  updatedAt: 'instant',
  hangsUntil: 'date?',
  isWithdrawn: 'bool',
  isIndexed: 'bool',
} as const;

export interface HeadRow extends Omit<RowOf<typeof headRow>, 'section'> {
  readonly section: Section;
}

const headColumns = sql`item_id as "itemId", unit_id as "unitId", unit_name as "unitName", section, code, occurrence, title, summary,
  event_on as "eventOn", published_on as "publishedOn", updated_at as "updatedAt", hangs_until as "hangsUntil",
  is_withdrawn as "isWithdrawn", is_indexed as "isIndexed"`;

export interface EntriesOf {
  readonly unitId: string | null;
  readonly section: Section | null;
  /** Only what changed before this one. */
  readonly before: Cursor | null;
}

function conditions({ unitId, section, before }: EntriesOf): Fragment {
  return joinSql(
    [
      sql`true`,
      ...(unitId === null ? [] : [sql`unit_id = ${unitId}`]),
      ...(section === null ? [] : [sql`section = ${section}`]),
      ...(before === null
        ? []
        : [sql`(updated_at, item_id) < (${before.updatedAt}, ${before.itemId}::uuid)`]),
    ],
    ' and ',
  );
}

/** Public items without their content, what changed last first; one more than `most` says that there are more. */
export async function openHeads(db: Db, of: EntriesOf, most: number): Promise<readonly HeadRow[]> {
  const rows = await db.rows(query(headRow)`
    select ${headColumns} from portal_item where ${conditions(of)} order by updated_at desc, item_id desc ${atMost(most + 1)}`);
  return rows as readonly HeadRow[];
}

export interface FullRow extends HeadRow {
  readonly body: PublicBody;
}

const fullRow = { ...headRow, body: 'json', personalUntil: 'date?' } as const;

const withBody = (row: RowOf<typeof fullRow>, day: CalendarDate): FullRow => ({
  ...row,
  section: row.section as Section,
  body: bodyOn(writtenBody(row.body), row.personalUntil, day),
});

/** One public item with its content, as the world may read it on that day. */
export async function openItem(db: Db, itemId: string, day: CalendarDate): Promise<FullRow | undefined> {
  const row = await db.row(
    query(
      fullRow,
    )`select ${headColumns}, body, personal_until as "personalUntil" from portal_item where item_id = ${itemId}`,
  );
  return row && withBody(row, day);
}

const countRow = {
  unitId: 'uuid',
  unitName: 'text',
  unitKey: 'text?',
  section: 'text',
  lastAt: 'instant',
  items: 'bigint',
} as const;

/** How much each unit has made public of each section, and when it last changed. */
export function sectionCounts(db: Db): Promise<RowOf<typeof countRow>[]> {
  return db.rows(query(countRow)`
    select i.unit_id as "unitId", max(i.unit_name) as "unitName",
      (select u.key from portal_unit u where u.unit_id = i.unit_id order by u.from_on desc limit 1) as "unitKey",
      i.section, max(i.updated_at) as "lastAt", count(*) as items
    from portal_item i where not i.is_withdrawn group by i.unit_id, i.section order by 2, i.section`);
}
