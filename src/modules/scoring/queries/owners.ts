import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { NamedOwner } from '../domain/owner.ts';

/** Everybody who was ever named for a part, in the order in which it was recorded; as known before `asOf`. */
export function namedOwners(db: Db, asOf: Date | null): Promise<NamedOwner[]> {
  return db.rows(query({
    part: 'text',
    unitId: 'uuid?',
    fromOn: 'date',
    words: 'text',
    personName: 'text',
    personTitle: 'text',
    recordedAt: 'instant',
  } as const)`
    select part, unit_id as "unitId", from_on as "fromOn", words, person_name as "personName",
      person_title as "personTitle", recorded_at as "recordedAt"
    from scoring_owner where ${asOf}::timestamptz is null or recorded_at < ${asOf}::timestamptz
    order by part, from_on, seq`);
}
