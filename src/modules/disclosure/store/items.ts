import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { type Fragment, noSql, query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import type { Deadline } from '../../calendar/index.ts';
import type { Section } from '../domain/declaration.ts';
import type { Terms } from '../domain/terms.ts';
import { disclosureErrors } from '../errors.ts';
import { termsByIds } from './terms.ts';

/** An item with the terms it is held to. */
export interface Item {
  readonly id: string;
  readonly code: string;
  readonly section: Section;
  readonly unitId: string;
  readonly occurrence: string;
  readonly title: string;
  readonly eventOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly due: Deadline;
  readonly dimension: number;
  readonly subDimension: string | null;
  readonly openedAt: Date;
  readonly openedBy: string;
  readonly terms: Terms;
}

/** An item without the reasons of its due, which are most of what a row weighs. */
export type ItemHead = Omit<Item, 'due'>;

const itemRow = {
  id: 'uuid',
  termsId: 'uuid',
  code: 'text',
  section: 'text',
  unitId: 'uuid',
  occurrence: 'text',
  title: 'text',
  eventOn: 'date',
  dueOn: 'date',
  dimension: 'int',
  subDimension: 'text?',
  openedAt: 'instant',
  openedBy: 'text',
} as const;

const COLUMNS = sql`i.id, i.terms_id as "termsId", i.code, i.section, i.unit_id as "unitId", i.occurrence, i.title,
  i.event_on as "eventOn", i.dimension, i.sub_dimension as "subDimension", i.opened_at as "openedAt", i.opened_by as "openedBy"`;

/** `disclosure_item i` with its due, or as it stood just before an instant. */
export function itemsFrom(asOf: Date | null): Fragment {
  if (asOf === null) return sql`disclosure_item i`;
  return sql`(select i.id, i.terms_id, i.code, i.section, i.unit_id, i.occurrence, i.title, i.event_on, i.dimension,
      i.sub_dimension, i.opened_at, i.opened_by, coalesce(p.due_on, i.due_on) as due_on, coalesce(p.due, i.due) as due
    from disclosure_item i left join lateral (select p.due_on, p.due from disclosure_item_past p
      where p.item_id = i.id and p.until >= ${asOf}::timestamptz order by p.until limit 1) p on true
    where i.opened_at < ${asOf}::timestamptz) i`;
}

/** Items that fit `where` (over `i`), with their terms; two statements at most. `tail`: order and limit. */
export async function selectItems(
  db: Db,
  where: Fragment,
  asOf: Date | null,
  tail: Fragment = noSql,
): Promise<Item[]> {
  const rows = await db.rows(query({ ...itemRow, due: 'json' } as const)`
    select ${COLUMNS}, i.due_on as "dueOn", i.due from ${itemsFrom(asOf)} where ${where} ${tail}`);
  return (await withTerms(db, rows)).map((item) => ({ ...item, due: item.due as Deadline }));
}

/** The same without the reasons of their dues: for thousands of items at once. */
export async function selectItemHeads(
  db: Db,
  where: Fragment,
  asOf: Date | null,
  tail: Fragment = noSql,
): Promise<ItemHead[]> {
  const rows = await db.rows(query(itemRow)`
    select ${COLUMNS}, i.due_on as "dueOn" from ${itemsFrom(asOf)} where ${where} ${tail}`);
  return withTerms(db, rows);
}

async function withTerms<Row extends RowOf<typeof itemRow>>(
  db: Db,
  rows: readonly Row[],
): Promise<(Omit<Row, 'termsId' | 'section'> & Pick<Item, 'section' | 'terms'>)[]> {
  const terms = await termsByIds(
    db,
    rows.map(({ termsId }) => termsId),
  );
  return rows.map(({ termsId, section, ...row }) => {
    const own = terms.get(termsId);
    if (!own) throw new Error(`no terms ${termsId}`);
    return { ...row, section: section as Section, terms: own };
  });
}

/** One item; `undefined` when there is none of this id, or was none then. */
export async function itemById(db: Db, id: string, asOf: Date | null): Promise<Item | undefined> {
  return isId(id) ? (await selectItems(db, sql`i.id = ${id}`, asOf))[0] : undefined;
}

/** Holds an item until the transaction ends, so that one at a time changes it. Throws `disclosure.not_found`. */
export async function heldItem(tx: Tx, id: string): Promise<Item> {
  const found = isId(id) ? await selectItems(tx, sql`i.id = ${id}`, null, sql`for update`) : [];
  const [item] = found;
  ensure(item, disclosureErrors.not_found);
  return item;
}

/** An item to be opened. */
export interface NewItem {
  readonly termsId: string;
  readonly terms: Terms;
  readonly unitId: string;
  readonly occurrence: string;
  readonly title: string;
  readonly eventOn: CalendarDate;
  readonly due: Deadline;
}

/** Opens items in one statement; those that stand already stay as they are. Answers the ones that are new. */
export async function insertItems(
  tx: Tx,
  items: readonly NewItem[],
  by: { readonly name: string; readonly at: Date },
): Promise<{ id: string; unitId: string; code: string; occurrence: string; title: string }[]> {
  const column = <T>(of: (item: NewItem) => T): T[] => items.map(of);
  return tx.rows(query({
    id: 'uuid',
    unitId: 'uuid',
    code: 'text',
    occurrence: 'text',
    title: 'text',
  } as const)`
    insert into disclosure_item (id, terms_id, code, section, unit_id, occurrence, title, event_on, due_on, due, dimension,
      sub_dimension, opened_at, opened_by)
    select n.*, ${by.at}::timestamptz, ${by.name}
    from unnest(${column(() => newId())}::uuid[], ${column((n) => n.termsId)}::uuid[], ${column((n) => n.terms.code)}::text[],
      ${column((n) => n.terms.section)}::text[], ${column((n) => n.unitId)}::uuid[], ${column((n) => n.occurrence)}::text[],
      ${column((n) => n.title)}::text[], ${column((n) => n.eventOn)}::date[], ${column((n) => n.due.on)}::date[],
      ${column((n) => JSON.stringify(n.due))}::jsonb[], ${column((n) => n.terms.papi.dimension)}::smallint[],
      ${column((n) => n.terms.papi.sub ?? null)}::text[])
      as n (id, terms_id, code, section, unit_id, occurrence, title, event_on, due_on, due, dimension, sub_dimension)
    on conflict (unit_id, code, occurrence) do nothing
    returning id, unit_id as "unitId", code, occurrence, title`);
}
