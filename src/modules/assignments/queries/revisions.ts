import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { GivenTo } from './responsible-sql.ts';

const revisionRow = { id: 'uuid', revision: 'int', personId: 'uuid?', title: 'text?' } as const;

interface Revised extends GivenTo {
  readonly revision: number;
}

/** The revision of each assignment as it stands, which a form about many carries, and whom it names inside its unit. */
export async function revisionsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Revised>> {
  const rows = await db.rows(query(revisionRow)`
    select id, revision, responsible_person_id as "personId", responsible_title as title
    from assignments_assignment where id = any(${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}
