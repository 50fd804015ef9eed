import type { Actor } from '../../../kernel/authz.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { seenUnits } from '../policy.ts';

/** Units that have items and that a person may see, in the order of the tree. */
export async function itemUnits(
  db: Db,
  actor: Actor,
  tree: readonly { readonly id: string; readonly lineage: readonly string[] }[],
): Promise<string[]> {
  const rows = await db.rows(query({ id: 'uuid' })`select distinct unit_id as id from disclosure_item`);
  const owing = new Set(rows.map(({ id }) => id));
  const seen = seenUnits(actor, tree);
  const may = seen === null ? null : new Set(seen);
  return tree.filter(({ id }) => owing.has(id) && (may === null || may.has(id))).map(({ id }) => id);
}
