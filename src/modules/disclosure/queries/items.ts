import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, joinSql, sql } from '../../../kernel/db/sql.ts';
import type { Section } from '../domain/declaration.ts';
import { type ItemState, stateOf, type ThreeTests, threeTests } from '../domain/state.ts';
import { disclosureLimits } from '../limits.ts';
import { selectItems } from '../store/items.ts';
import { soonUntil } from './item-detail.ts';
import { type KnownItem, knownItems } from './item-facts.ts';

export interface ItemLine extends KnownItem {
  readonly state: ItemState;
  readonly tests: ThreeTests;
}

export interface ItemsWanted {
  /** `null`: all units. */
  readonly unitIds: readonly string[] | null;
  readonly codes?: readonly string[] | undefined;
  readonly section?: Section | undefined;
  readonly dimension?: number | undefined;
  readonly states?: readonly ItemState[] | undefined;
  readonly dueFrom?: CalendarDate | undefined;
  readonly dueTo?: CalendarDate | undefined;
  /** Words of the title, with or without diacritics. */
  readonly words?: string | undefined;
  /** Today, or the day of the past that is read. */
  readonly day: CalendarDate;
  /** As recorded before this instant; `null`: now. */
  readonly asOf: Date | null;
  /** The last line of the page before. */
  readonly after?: { readonly dueOn: CalendarDate; readonly id: string } | null | undefined;
  readonly size?: number | undefined;
}

export interface ItemsPage {
  readonly lines: readonly ItemLine[];
  readonly next: { readonly dueOn: CalendarDate; readonly id: string } | null;
}

/** How many items are judged at once while states are looked for. */
const CHUNK = 500;

/** Items that fit, latest due first, with their states on the day. A constant number of statements, unless states are looked for. */
export async function itemsOf(db: Db, wanted: ItemsWanted): Promise<ItemsPage> {
  const { day, asOf, states, size = disclosureLimits.page_rows } = wanted;
  const moment = { today: day, soonUntil: await soonUntil(db, day) };
  const lines: ItemLine[] = [];
  const chunk = states ? CHUNK : size + 1;
  for (let after = wanted.after ?? null; ; ) {
    const items = await selectItems(
      db,
      whereOf(wanted, after),
      asOf,
      sql`order by i.due_on desc, i.id desc limit ${chunk}`,
    );
    for (const known of await knownItems(db, items, { day, asOf })) {
      const state = stateOf(known.facts, moment);
      if (states && !states.includes(state)) continue;
      lines.push({ ...known, state, tests: threeTests(known.facts, moment) });
    }
    const last = items.at(-1);
    if (items.length < chunk || lines.length > size || !last) break;
    after = { dueOn: last.dueOn, id: last.id };
  }
  const shown = lines.slice(0, size);
  const last = shown.at(-1)?.item;
  return { lines: shown, next: lines.length > size && last ? { dueOn: last.dueOn, id: last.id } : null };
}

function whereOf(wanted: ItemsWanted, after: ItemsPage['next']): Fragment {
  const { unitIds, codes, section, dimension, dueFrom, dueTo } = wanted;
  const where = [sql`true`];
  if (unitIds) where.push(sql`i.unit_id = any(${unitIds}::uuid[])`);
  if (codes) where.push(sql`i.code = any(${codes}::text[])`);
  if (section) where.push(sql`i.section = ${section}`);
  if (dimension !== undefined) where.push(sql`i.dimension = ${dimension}`);
  if (dueFrom) where.push(sql`i.due_on >= ${dueFrom}::date`);
  if (dueTo) where.push(sql`i.due_on <= ${dueTo}::date`);
  for (const word of (wanted.words ?? '').trim().split(/\s+/).filter(Boolean))
    where.push(sql`position(kernel_search_text(${word}::text) in kernel_search_text(i.title)) > 0`);
  if (after) where.push(sql`(i.due_on, i.id) < (${after.dueOn}::date, ${after.id}::uuid)`);
  return joinSql(where, ' and ');
}
