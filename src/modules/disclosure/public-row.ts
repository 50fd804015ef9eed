import { createHash } from 'node:crypto';
import type { CalendarDate } from '../../kernel/dates.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { sql } from '../../kernel/db/sql.ts';
import { unitsOfDay } from '../units/index.ts';
import { publicBodySchema } from './domain/public-body.ts';
import { type PublicRow, publicRowOf } from './domain/public-row.ts';
import { disclosureLimits } from './limits.ts';
import { sectionNames } from './messages-words.ts';
import { declarationsOf } from './queries/declarations.ts';
import { knownItems } from './queries/item-facts.ts';
import { selectItems } from './store/items.ts';
import { answerLines, contentsOf, publicFiles, sayCounts, versionLines } from './store/public-parts.ts';

/** All that the world may know of these items; those of which it may know nothing are absent. A constant number of statements. */
export async function publicRowsOf(
  tx: Tx,
  itemIds: readonly string[],
  today: CalendarDate,
): Promise<PublicRow[]> {
  const items = await selectItems(tx, sql`i.id = any(${itemIds}::uuid[])`, null);
  const units = await unitsOfDay(tx, today);
  const { names, byId } = units;
  const known = await knownItems(tx, items, { day: today, asOf: null, units });
  const web = new Map((await declarationsOf(tx)).map((bound) => [bound.declaration.code, bound.web]));
  const lines = Map.groupBy(await versionLines(tx, itemIds), ({ itemId }) => itemId);
  // A withdrawn item shows nothing of what it said.
  const shown = known.flatMap(({ version }) => (version && version.kind !== 'withdraw' ? [version.id] : []));
  const contents = await contentsOf(tx, shown);
  const files = Map.groupBy(await publicFiles(tx, shown), ({ versionId }) => versionId);
  const says = Map.groupBy(await sayCounts(tx, itemIds), ({ itemId }) => itemId);
  const answers = Map.groupBy(
    await answerLines(tx, itemIds, disclosureLimits.answers_shown),
    ({ itemId }) => itemId,
  );
  const villagesOf = Map.groupBy(
    [...byId.values()].filter(({ kind }) => kind === 'thon'),
    ({ parentId }) => parentId,
  );
  return known.flatMap(
    (one) =>
      publicRowOf({
        known: one,
        today,
        unitName: names.get(one.item.unitId) ?? '',
        nameOf: (unitId) => names.get(unitId) ?? null,
        villages: (villagesOf.get(one.item.unitId) ?? []).map(({ id, name }) => ({ id, name })),
        decided: web.get(one.item.code) ?? null,
        sectionWords: sectionNames[one.item.section].vi,
        lines: lines.get(one.item.id) ?? [],
        said: one.version ? contents.get(one.version.id) : undefined,
        files: one.version ? (files.get(one.version.id) ?? []) : [],
        says: says.get(one.item.id) ?? [],
        answers: answers.get(one.item.id) ?? [],
      }) ?? [],
  );
}

/** SHA-256 of what the portal shows of an item, without where else it hangs and what citizens said: the program's own proof. */
export function shownHash({ title, summary, body }: PublicRow): string {
  const { places: _, says: __, answers: ___, ...said } = body;
  return createHash('sha256').update(JSON.stringify({ title, summary, said })).digest('hex');
}

/**
 * Writes the rows that the portal reads, in the transaction of what changed: every command that changes what the world sees of an item calls
 * it. Rows of which the world may know nothing are taken away. A constant number of statements for any number of items.
 */
export async function writePublicRow(tx: Tx, itemIds: readonly string[], today: CalendarDate): Promise<void> {
  if (itemIds.length === 0) return;
  await storePublicRows(tx, itemIds, await publicRowsOf(tx, itemIds, today));
}

async function storePublicRows(
  tx: Tx,
  itemIds: readonly string[],
  rows: readonly PublicRow[],
): Promise<void> {
  const kept = new Set(rows.map(({ itemId }) => itemId));
  const gone = itemIds.filter((id) => !kept.has(id));
  if (gone.length > 0) await tx.run(sql`delete from disclosure_public where item_id = any(${gone}::uuid[])`);
  if (rows.length === 0) return;
  // Readers trust what is written here.
  for (const { body } of rows) publicBodySchema.parse(body);
  await tx.run(sql`
    insert into disclosure_public (item_id, unit_id, unit_name, section, code, occurrence, title, summary, body, dimension, event_on,
      published_on, updated_at, is_withdrawn, village_ids, hangs_until, personal_until, is_indexed, search)
    select r."itemId", r."unitId", r."unitName", r.section, r.code, r.occurrence, r.title, r.summary, r.body, r.dimension,
      r."eventOn", r."publishedOn", r."updatedAt", r."isWithdrawn", r."villageIds", r."hangsUntil", r."personalUntil",
      r."isIndexed", kernel_search_text(r.search)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("itemId" uuid, "unitId" uuid, "unitName" text, section text,
      code text, occurrence text, title text, summary text, body jsonb, dimension smallint, "eventOn" date, "publishedOn" date,
      "updatedAt" timestamptz, "isWithdrawn" boolean, "villageIds" uuid[], "hangsUntil" date, "personalUntil" date,
      "isIndexed" boolean, search text)
    on conflict (item_id) do update set unit_name = excluded.unit_name, title = excluded.title, summary = excluded.summary,
      body = excluded.body, published_on = excluded.published_on, updated_at = excluded.updated_at,
      is_withdrawn = excluded.is_withdrawn, village_ids = excluded.village_ids, hangs_until = excluded.hangs_until,
      personal_until = excluded.personal_until, is_indexed = excluded.is_indexed, search = excluded.search`);
}
