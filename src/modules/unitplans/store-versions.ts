import type { Db, Tx } from '../../kernel/db/database.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import { contentSchema, type UnitPlanContent } from './domain/content.ts';

/** Keeps a version as issued; rows are never changed or removed. */
export async function freezeVersion(
  tx: Tx,
  unitPlanId: string,
  version: number,
  content: UnitPlanContent,
  now: Date,
): Promise<void> {
  await tx.run(sql`insert into unitplans_baseline (obligation_id, version, frozen_at, content)
    values (${unitPlanId}, ${version}, ${now}, ${JSON.stringify(content)})`);
}

/** The version as issued; `undefined` when there is none of that number. */
export async function loadVersion(
  db: Db,
  unitPlanId: string,
  version: number,
): Promise<UnitPlanContent | undefined> {
  const row = await db.row(query({ content: 'json' } as const)`
    select content from unitplans_baseline where obligation_id = ${unitPlanId} and version = ${version}`);
  return row && contentSchema.parse(row.content);
}

/** The day of a unit's first version: nothing is due from then on. */
export async function setMet(tx: Tx, unitPlanId: string, on: string): Promise<void> {
  await tx.run(
    sql`update unitplans_obligation set met_on = coalesce(met_on, ${on}::date) where id = ${unitPlanId}`,
  );
}
