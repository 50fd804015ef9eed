import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { joinSql, query, sql } from '../../../kernel/db/sql.ts';
import type { StateDay } from '../../assignments/index.ts';
import type { Asks } from '../domain/candidate.ts';
import { countOutcomes, type OutcomeCounts } from '../domain/followed.ts';
import { followedSince } from './followed.ts';
import { messageSeen, recordedBy, type Seen, wholeSeen } from './seen.ts';

/** A round as a list shows it, counted over the messages that the reader may see. */
export interface RoundRow {
  readonly id: string;
  readonly fromUnitId: string;
  readonly personName: string;
  readonly madeAt: Date;
  readonly subject: string;
  readonly answerBy: CalendarDate;
  readonly isWhole: boolean;
  /** All that the reader sees of it goes to bodies outside the executive. */
  readonly isRequest: boolean;
  readonly units: number;
  readonly items: number;
  readonly readUnits: number;
  readonly answeredUnits: number;
  readonly outcomes: OutcomeCounts;
}

export interface RoundCursor {
  readonly madeAt: Date;
  readonly id: string;
}

export interface RoundPage {
  readonly rows: readonly RoundRow[];
  readonly next: RoundCursor | null;
}

export interface RoundsWanted {
  /** Sent by one of these units, or received by one of them; all that is seen when absent. */
  readonly sentBy?: readonly string[] | undefined;
  readonly receivedBy?: readonly string[] | undefined;
  readonly after: RoundCursor | null;
  readonly size: number;
}

const roundRow = {
  id: 'uuid',
  fromUnitId: 'uuid',
  personName: 'text',
  madeAt: 'instant',
  subject: 'text',
  answerBy: 'date',
  isWhole: 'bool',
  isRequest: 'bool',
  units: 'bigint',
  items: 'bigint',
  readUnits: 'bigint',
  answeredUnits: 'bigint',
} as const;

const itemRow = { roundId: 'uuid', subjectId: 'uuid', asks: 'text', afterSeq: 'bigint' } as const;

/** One page of the rounds a person reads, the latest first, each with what followed: three statements for any page. */
export async function listRounds(
  db: Db,
  seen: Seen,
  wanted: RoundsWanted,
  day: Pick<StateDay, 'asOf'>,
): Promise<RoundPage> {
  const where = [
    sql`exists (select 1 from urging_message m where m.round_id = r.id and ${messageSeen(seen)})`,
    recordedBy(sql`r.made_at`, seen),
  ];
  if (wanted.sentBy) where.push(sql`r.from_unit_id = any(${wanted.sentBy}::uuid[])`);
  if (wanted.receivedBy)
    where.push(sql`exists (select 1 from urging_message m where m.round_id = r.id
      and m.unit_id = any(${wanted.receivedBy}::uuid[]))`);
  if (wanted.after)
    where.push(sql`(r.made_at, r.id) < (${wanted.after.madeAt}::timestamptz, ${wanted.after.id}::uuid)`);
  const rows = await db.rows(query(roundRow)`
    select r.id, r.from_unit_id as "fromUnitId", r.person_name as "personName", r.made_at as "madeAt", r.subject,
      r.answer_by as "answerBy", ${wholeSeen(seen)} as "isWhole", c."isRequest", c.units, c.items, c."readUnits", c."answeredUnits"
    from (select * from urging_round r where ${joinSql(where, ' and ')}
      order by r.made_at desc, r.id desc limit ${wanted.size + 1}) r
    cross join lateral (
      select bool_and(m.is_request) as "isRequest", count(*) as units, coalesce(sum(m.items), 0)::bigint as items,
        count(*) filter (where exists (select 1 from urging_read d
          where d.message_id = m.id and ${recordedBy(sql`d.read_at`, seen)})) as "readUnits",
        count(*) filter (where exists (select 1 from urging_answer n
          where n.message_id = m.id and ${recordedBy(sql`n.recorded_at`, seen)})) as "answeredUnits"
      from urging_message m where m.round_id = r.id and ${messageSeen(seen)}
    ) c
    order by r.made_at desc, r.id desc`);
  const kept = rows.slice(0, wanted.size);
  const outcomes = await outcomesOfRounds(
    db,
    seen,
    kept.map((row) => row.id),
    day,
  );
  const last = kept.at(-1);
  return {
    rows: kept.map((row) => ({ ...row, outcomes: outcomes.get(row.id) ?? countOutcomes([]) })),
    next: rows.length > wanted.size && last ? { madeAt: last.madeAt, id: last.id } : null,
  };
}

async function outcomesOfRounds(
  db: Db,
  seen: Seen,
  roundIds: readonly string[],
  day: Pick<StateDay, 'asOf'>,
): Promise<Map<string, OutcomeCounts>> {
  const items = await db.rows(query(itemRow)`
    select r.id as "roundId", i.subject_id as "subjectId", i.asks, i.after_seq as "afterSeq"
    from urging_round r join urging_message m on m.round_id = r.id and ${messageSeen(seen)}
    join urging_item i on i.message_id = m.id
    where r.id = any(${roundIds}::uuid[])`);
  const followed = await followedSince(
    db,
    items.map((item) => ({ ...item, asks: item.asks as Asks })),
    day,
  );
  const byRound = Map.groupBy(
    items.map(({ roundId }, index) => ({ roundId, outcome: followed[index]?.outcome ?? 'nothing' })),
    ({ roundId }) => roundId,
  );
  return new Map(
    [...byRound].map(([roundId, own]) => [roundId, countOutcomes(own.map(({ outcome }) => outcome))]),
  );
}
