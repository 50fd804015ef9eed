import type { Db } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';

const followerRow = { personId: 'uuid', follows: 'bool?' } as const;

/** Who claimed or said something about the assignment, without a choice of their own. */
const deeds = (assignmentId: string) => sql`(
  select person_id from assignments_entry
  where assignment_id = ${assignmentId} and kind = 'claim' and person_id is not null
  union select person_id from assignments_comment where assignment_id = ${assignmentId})`;

/**
 * Who follows an assignment: those who chose to, and those who commented, reported it as done or answer for it today
 * (`answeredBy`), unless they chose to stop.
 */
export async function followersOf(
  db: Db,
  assignmentId: string,
  answeredBy: string | null,
): Promise<ReadonlySet<string>> {
  const rows = await db.rows(query(followerRow)`
    select coalesce(d.person_id, f.person_id) as "personId", f.follows
    from ${deeds(assignmentId)} d
      full join (select person_id, follows from assignments_follower where assignment_id = ${assignmentId}) f
        on f.person_id = d.person_id`);
  const stopped = new Set(rows.filter((row) => row.follows === false).map((row) => row.personId));
  const all = [...rows.map((row) => row.personId), ...(answeredBy === null ? [] : [answeredBy])];
  return new Set(all.filter((personId) => !stopped.has(personId)));
}
