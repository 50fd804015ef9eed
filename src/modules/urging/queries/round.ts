import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import type { Message } from '../../../kernel/i18n.ts';
import type { LeftOutCounts } from '../domain/choose.ts';
import { type Selection, selectionSchema } from '../domain/selection.ts';
import { messageSeen, recordedBy, type Seen, wholeSeen } from './seen.ts';

/** What was sent. */
export interface Round {
  readonly id: string;
  readonly fromUnitId: string;
  readonly personId: string;
  readonly personName: string;
  readonly personTitle: string;
  readonly madeAt: Date;
  readonly subject: string;
  readonly words: string;
  readonly requestWords: string;
  readonly answerBy: CalendarDate;
  readonly answerCalendar: string;
  readonly answerExplained: Message;
  readonly selection: Selection;
  readonly leftOut: LeftOutCounts;
  /** The reader sees every unit's message, not only their own. */
  readonly isWhole: boolean;
}

const roundRow = {
  id: 'uuid',
  fromUnitId: 'uuid',
  personId: 'uuid',
  personName: 'text',
  personTitle: 'text',
  madeAt: 'instant',
  subject: 'text',
  words: 'text',
  requestWords: 'text',
  answerBy: 'date',
  answerCalendar: 'text',
  vi: 'text',
  en: 'text',
  selection: 'json',
  leftOut: 'json',
  isWhole: 'bool',
} as const;

/** A round that the reader may see at least one message of; on a day before it was sent there is none. */
export async function roundById(db: Db, id: string, seen: Seen): Promise<Round | undefined> {
  const row = await db.row(query(roundRow)`
    select r.id, r.from_unit_id as "fromUnitId", r.person_id as "personId", r.person_name as "personName",
      r.person_title as "personTitle", r.made_at as "madeAt", r.subject, r.words, r.request_words as "requestWords",
      r.answer_by as "answerBy", r.answer_calendar as "answerCalendar", r.answer_explained_vi as vi,
      r.answer_explained_en as en, r.selection, r.left_out as "leftOut", ${wholeSeen(seen)} as "isWhole"
    from urging_round r
    where r.id = ${id} and ${recordedBy(sql`r.made_at`, seen)}
      and exists (select 1 from urging_message m where m.round_id = r.id and ${messageSeen(seen)})`);
  if (!row) return undefined;
  const { vi, en, ...rest } = row;
  return {
    ...rest,
    answerExplained: { vi, en },
    selection: selectionSchema.parse(row.selection),
    leftOut: row.leftOut as LeftOutCounts,
  };
}

/** What one unit got, and what it did with it. */
export interface UrgingMessage {
  readonly id: string;
  readonly unitId: string;
  readonly isRequest: boolean;
  readonly items: number;
  readonly readers: readonly { readonly personId: string; readonly name: string; readonly at: Date }[];
  readonly answers: readonly {
    readonly name: string;
    readonly title: string;
    readonly words: string;
    readonly at: Date;
  }[];
}

const messageRow = { id: 'uuid', unitId: 'uuid', isRequest: 'bool', items: 'int' } as const;
const readRow = { messageId: 'uuid', personId: 'uuid', name: 'text', at: 'instant' } as const;
const answerRow = { messageId: 'uuid', name: 'text', title: 'text', words: 'text', at: 'instant' } as const;

/** The messages of a round that the reader may see, each with who opened it and what was written back: three statements. */
export async function messagesOf(db: Db, roundId: string, seen: Seen): Promise<UrgingMessage[]> {
  const messages = await db.rows(query(messageRow)`
    select m.id, m.unit_id as "unitId", m.is_request as "isRequest", m.items
    from urging_message m join urging_round r on r.id = m.round_id
    where r.id = ${roundId} and ${messageSeen(seen)} order by m.id`);
  const ids = messages.map((message) => message.id);
  const [reads, answers] = await Promise.all([
    db.rows(query(readRow)`
      select message_id as "messageId", person_id as "personId", person_name as name, read_at as at from urging_read
      where message_id = any(${ids}::uuid[]) and ${recordedBy(sql`read_at`, seen)} order by read_at, person_id`),
    db.rows(query(answerRow)`
      select message_id as "messageId", person_name as name, person_title as title, words, recorded_at as at
      from urging_answer where message_id = any(${ids}::uuid[]) and ${recordedBy(sql`recorded_at`, seen)}
      order by recorded_at, id`),
  ]);
  const readsOf = Map.groupBy(reads, (read) => read.messageId);
  const answersOf = Map.groupBy(answers, (answer) => answer.messageId);
  return messages.map((message) => ({
    ...message,
    readers: readsOf.get(message.id) ?? [],
    answers: answersOf.get(message.id) ?? [],
  }));
}
