import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { State, StateDay } from '../../assignments/index.ts';
import type { Asks } from '../domain/candidate.ts';
import type { Followed } from '../domain/followed.ts';
import { followedSince } from './followed.ts';

/** What was urged, as it stood then, and what followed. */
export interface UrgedItem {
  readonly messageId: string;
  readonly subjectId: string;
  readonly asks: Asks;
  readonly planId: string;
  readonly unitId: string;
  readonly code: string;
  readonly clausePath: string | null;
  readonly words: string;
  readonly occurrence: string;
  readonly state: State;
  readonly dueOn: CalendarDate | null;
  readonly followed: Followed;
}

const itemRow = {
  messageId: 'uuid',
  subjectId: 'uuid',
  asks: 'text',
  planId: 'uuid',
  unitId: 'uuid',
  code: 'text',
  clausePath: 'text?',
  words: 'text',
  occurrence: 'text',
  state: 'text',
  dueOn: 'date?',
  afterSeq: 'bigint',
} as const;

const NOTHING: Followed = { outcome: 'nothing', on: null };

/** The lists of some messages, each in its order, with what followed by the day that is read. */
export async function itemsOf(
  db: Db,
  messageIds: readonly string[],
  day: Pick<StateDay, 'asOf'>,
): Promise<UrgedItem[]> {
  const rows = await db.rows(query(itemRow)`
    select message_id as "messageId", subject_id as "subjectId", asks, plan_id as "planId", unit_id as "unitId", code,
      clause_path as "clausePath", words, occurrence, state, due_on as "dueOn", after_seq as "afterSeq"
    from urging_item where message_id = any(${messageIds}::uuid[]) order by message_id, position`);
  const items = rows.map((row) => ({ ...row, asks: row.asks as Asks, state: row.state as State }));
  const followed = await followedSince(db, items, day);
  return items.map(({ afterSeq: _, ...item }, index) => ({ ...item, followed: followed[index] ?? NOTHING }));
}
