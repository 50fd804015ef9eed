import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { chosenWork, type StateDay } from '../../assignments/index.ts';
import type { Candidate } from '../domain/candidate.ts';

/** What was chosen, as it stands now. */
export async function candidatesOf(
  db: Db,
  assignmentIds: readonly string[],
  day: Pick<StateDay, 'today' | 'soonUntil'>,
): Promise<Candidate[]> {
  const work = await chosenWork(db, assignmentIds, day);
  return work.map((one) => ({ ...one, subjectType: 'assignment' }));
}

/** Those of the subjects that somebody urged since an instant. */
export async function urgedSince(db: Db, ids: readonly string[], since: Date): Promise<Set<string>> {
  const rows = await db.rows(query({ id: 'uuid' } as const)`
    select distinct i.subject_id as id
    from unnest(${ids}::uuid[]) as chosen (id)
    join urging_item i on i.subject_id = chosen.id
    join urging_message m on m.id = i.message_id
    join urging_round r on r.id = m.round_id
    where r.made_at >= ${since}::timestamptz`);
  return new Set(rows.map((row) => row.id));
}
