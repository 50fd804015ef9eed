import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';

/** The last name of each unit, by its id. */
export async function unitNames(db: Db, unitIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows(query({ unitId: 'uuid', name: 'text' })`
    select distinct on (unit_id) unit_id as "unitId", name from portal_unit
    where unit_id = any(${unitIds}::uuid[]) order by unit_id, from_on desc`);
  return new Map(rows.map(({ unitId, name }) => [unitId, name]));
}
