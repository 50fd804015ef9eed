import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import type { PlanClause } from '../plan.ts';

const clauseRow = {
  id: 'uuid',
  path: 'text',
  parentPath: 'text?',
  kind: 'text',
  label: 'text',
  title: 'text',
  body: 'text',
  dimension: 'int?',
  position: 'int',
} as const;

/** The clauses of a plan in reading order. */
export async function loadClauses(db: Db, planId: string): Promise<PlanClause[]> {
  const rows = await db.rows(
    query(
      clauseRow,
    )`select id, path, parent_path as "parentPath", kind, label, title, body, dimension, position
      from plans_clause where plan_id = ${planId}::uuid order by position`,
  );
  return rows.map((row) => ({ ...row, kind: row.kind as PlanClause['kind'] }));
}

export async function clauseExists(db: Db, planId: string, path: string): Promise<boolean> {
  const row = await db.row(
    query({ found: 'bool' })`select true as found from plans_clause
      where plan_id = ${planId}::uuid and path = ${path}`,
  );
  return row !== undefined;
}

/** Puts these clauses in the place of all that stand; `id` of a clause whose path stays is the caller's to keep. */
export async function replaceClauses(tx: Tx, planId: string, clauses: readonly PlanClause[]): Promise<void> {
  await tx.run(sql`delete from plans_clause where plan_id = ${planId}::uuid`);
  await tx.run(sql`insert into plans_clause (id, plan_id, path, parent_path, kind, label, title, body, dimension, position)
    select id, ${planId}::uuid, path, "parentPath", kind, label, title, body, dimension, position
    from jsonb_to_recordset(${JSON.stringify(clauses)}::jsonb) as r (id uuid, path text, "parentPath" text, kind text,
      label text, title text, body text, dimension smallint, position integer)`);
}
