import { z } from 'zod';
import { endOfDay } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { StateDay } from '../domain/state.ts';

const commentRow = {
  id: 'uuid',
  recordedAt: 'instant',
  personId: 'uuid',
  personName: 'text',
  unitName: 'text?',
  words: 'text?',
  mentions: 'json',
} as const;

const mentions = z.array(z.strictObject({ username: z.string(), name: z.string() }));

export interface Comment {
  readonly id: string;
  readonly recordedAt: Date;
  readonly personId: string;
  readonly personName: string;
  readonly unitName: string | null;
  /** `null` once its author withdrew it: that something was said is shown, the words no more. */
  readonly words: string | null;
  /** Names by user name, for the words. */
  readonly mentioned: ReadonlyMap<string, string>;
}

/** What was said about an assignment, oldest first; of a day of the past what had been said by its end. */
export async function commentsOf(
  db: Db,
  assignmentId: string,
  day: Pick<StateDay, 'asOf'>,
): Promise<Comment[]> {
  const until = day.asOf === null ? null : endOfDay(day.asOf);
  const rows = await db.rows(query(commentRow)`
    select c.id, c.recorded_at as "recordedAt", c.person_id as "personId", c.person_name as "personName",
      units_name(c.unit_id, (c.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date) as "unitName",
      case when w.comment_id is null then c.words end as words,
      coalesce((select jsonb_agg(jsonb_build_object('username', n.username, 'name', n.person_name))
        from assignments_mention n where n.comment_id = c.id), '[]') as mentions
    from assignments_comment c left join assignments_comment_withdrawn w on w.comment_id = c.id
    where c.assignment_id = ${assignmentId} and (${until}::timestamptz is null or c.recorded_at < ${until}::timestamptz)
    order by c.seq`);
  return rows.map(({ mentions: named, ...row }) => ({
    ...row,
    mentioned: new Map(mentions.parse(named).map(({ username, name }) => [username, name])),
  }));
}
