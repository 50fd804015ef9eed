import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { assignmentLimits } from '../limits.ts';

/** The unit a feed's token opens; `undefined` for an unknown or withdrawn one. */
export async function unitOfFeed(db: Db, tokenHash: string): Promise<string | undefined> {
  const row = await db.row(query({ unitId: 'uuid' } as const)`
    select unit_id as "unitId" from assignments_feed where token_hash = ${tokenHash} and withdrawn_at is null`);
  return row?.unitId;
}

const feedRow = {
  id: 'uuid',
  dueOn: 'date',
  words: 'text',
  code: 'text',
  clausePath: 'text?',
  planTitle: 'text',
  explained: 'text',
  changedAt: 'instant',
} as const;

export interface FeedItem {
  readonly id: string;
  readonly dueOn: CalendarDate;
  readonly words: string;
  readonly code: string;
  readonly clausePath: string | null;
  readonly planTitle: string;
  readonly explained: string;
  readonly changedAt: Date;
}

/** The unit's dated work that is still to be done, nearest first. */
export function feedItems(db: Db, unitId: string, from: CalendarDate): Promise<FeedItem[]> {
  return db.rows(query(feedRow)`
    select a.id, a.due_on as "dueOn", t.words, t.code, t.clause_path as "clausePath", t.plan_title as "planTitle",
      a.due_explained_vi as explained,
      a.changed_at as "changedAt"
    from assignments_assignment a join assignments_task t on t.id = a.task_id
    where a.unit_id = ${unitId} and a.due_on >= ${from}::date
      and a.progress in ('none', 'in_progress', 'returned', 'claimed')
    order by a.due_sort, a.id limit ${assignmentLimits.feed_events}`);
}
