import type { Actor } from '../../../kernel/authz.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, query, sql } from '../../../kernel/db/sql.ts';
import { noticeLimits } from '../limits.ts';
import { addressedTo } from './addressed.ts';

const DAY_MS = 86_400_000;

/** True of notices `n` that this person has not read and that are still news: not old, and not done meanwhile. */
export function isUnread(personId: string, now: Date): Fragment {
  const oldest = new Date(now.getTime() - noticeLimits.unread_days * DAY_MS);
  return sql`(n.made_at > greatest(${oldest}::timestamptz,
      (select r.read_until from notices_reader r where r.person_id = ${personId}))
    and not exists (select 1 from notices_read r where r.person_id = ${personId} and r.notice_id = n.id)
    and not exists (select 1 from notices_settled s where s.notice_id = n.id))`;
}

/** How many notices wait for this person, counted up to one more than `unread_counted`. One statement over an index. */
export async function unreadCount(db: Db, actor: Actor, now: Date): Promise<number> {
  if (!actor.personId) return 0;
  const { count } = await db.one(query({ count: 'bigint' } as const)`
    select count(*) as count from (
      select 1 from notices_notice n
      where ${addressedTo(actor)} and ${isUnread(actor.personId, now)}
      limit ${noticeLimits.unread_counted + 1}
    ) counted`);
  return count;
}
