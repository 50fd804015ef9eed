import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Database } from '../../../kernel/db/database.ts';
import { query, type RowOf } from '../../../kernel/db/sql.ts';
import { askedTogether, questionRows } from '../../../kernel/db/together.ts';
import type { PublicBody, Section } from '../../disclosure/index.ts';
import { keptOfUnits } from './kept-of-units.ts';

const row = {
  n: 'bigint',
  itemId: 'uuid',
  unitId: 'uuid',
  unitName: 'text',
  section: 'text',
  code: 'text',
  occurrence: 'text',
  title: 'text',
  summary: 'text',
  body: 'json',
  eventOn: 'date',
  publishedOn: 'date',
  updatedAt: 'instant',
  isWithdrawn: 'bool',
  hangsUntil: 'date?',
  personalUntil: 'date?',
  isIndexed: 'bool',
  mark: 'text',
} as const;

/** Whose an entry is, as addresses and headings say it. */
export interface EntryUnit {
  readonly key: string;
  readonly name: string;
  readonly parentName: string | null;
}

/** A public entry whole. */
export interface Entry extends Omit<RowOf<typeof row>, 'section' | 'body'> {
  readonly unit: EntryUnit;
  readonly section: Section;
  readonly body: PublicBody;
}

const unitOf = keptOfUnits(
  (db, unitId, day): Promise<EntryUnit | undefined> =>
    db.row(query({ key: 'text', name: 'text', parentName: 'text?' })`
    select u.key, u.name, (
        select p.name from portal_unit p where p.unit_id = u.parent_id order by p.from_on <= ${day}::date desc, p.from_on desc limit 1)
      as "parentName"
    from portal_unit u where u.unit_id = ${unitId} order by u.from_on <= ${day}::date desc, u.from_on desc limit 1`),
);

const rowById = askedTogether(
  (itemId: string) => itemId,
  (db, ids) =>
    db.rows(query(row)`
      select a.n, i.item_id as "itemId", i.unit_id as "unitId", i.unit_name as "unitName", i.section, i.code, i.occurrence, i.title, i.summary,
        i.body, i.event_on as "eventOn", i.published_on as "publishedOn", i.updated_at as "updatedAt", i.is_withdrawn as "isWithdrawn",
        i.hangs_until as "hangsUntil", i.personal_until as "personalUntil", i.is_indexed as "isIndexed", i.mark
      from ${questionRows({ uuid: ids })} a(id, n) join portal_item i on i.item_id = a.id`),
);

/**
 * The entry as the world may read it on that day, in one statement; whose it is, is kept. Names whose time is over are gone even before the job of the night
 * has taken them out of the row.
 */
export async function entryById(db: Database, itemId: string, day: CalendarDate): Promise<Entry | undefined> {
  const found = await rowById(db, itemId);
  if (!found) return undefined;
  const body = writtenBody(found.body);
  const unit = await unitOf(db, found.mark, found.unitId, day);
  return {
    ...found,
    section: found.section as Section,
    unit: unit ?? { key: '', name: found.unitName, parentName: null },
    body: bodyOn(body, found.personalUntil, day),
  };
}

/** A body as `writePublicRow` wrote it: it was checked then, and is not checked again at each visit. */
export function writtenBody(body: unknown): PublicBody {
  const { v } = body as PublicBody;
  if (v !== 1) throw new Error(`a public body of version ${v}`);
  return body as PublicBody;
}

/** What the page of an entry was made from, and whose it is. */
export const entryMark = askedTogether(
  (itemId: string) => itemId,
  (db, ids) =>
    db.rows(query({ n: 'bigint', mark: 'text', unitId: 'uuid' })`
      select a.n, i.mark, i.unit_id as "unitId"
      from ${questionRows({ uuid: ids })} a(id, n) join portal_item i on i.item_id = a.id`),
);

/** What an entry says on a day: after the last day of its names nothing that held them. */
export function bodyOn(body: PublicBody, personalUntil: CalendarDate | null, day: CalendarDate): PublicBody {
  const isOver = personalUntil !== null && personalUntil < day;
  return isOver ? { ...body, fields: [], files: [] } : body;
}
