import type { Db } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { recordedBy, type Seen } from './seen.ts';

/** What an urged unit wrote back, with the work among these that it had been urged about. */
export interface Explanation {
  readonly assignmentIds: readonly string[];
  readonly words: string;
  readonly personTitle: string;
  readonly recordedAt: Date;
}

/** The answers to urgings of this work, the earliest first; whoever may see the work may see them. One statement. */
export function explanationsOf(
  db: Db,
  assignmentIds: readonly string[],
  until: Seen['until'] = null,
): Promise<Explanation[]> {
  return db.rows(
    query({ assignmentIds: 'uuid[]', words: 'text', personTitle: 'text', recordedAt: 'instant' } as const)`
      select i.ids as "assignmentIds", a.words, a.person_title as "personTitle", a.recorded_at as "recordedAt"
      from urging_answer a join (
        select message_id, array_agg(subject_id order by subject_id) as ids from urging_item
        where subject_id = any(${assignmentIds}::uuid[]) and subject_type = 'assignment'
        group by message_id
      ) i on i.message_id = a.message_id
      where ${recordedBy(sql`a.recorded_at`, { until })}
      order by a.recorded_at, a.id`,
  );
}
