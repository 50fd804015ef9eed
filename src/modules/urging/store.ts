import type { CommandContext } from '../../kernel/audit.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { sql } from '../../kernel/db/sql.ts';
import { newId } from '../../kernel/ids.ts';
import type { Deadline } from '../calendar/index.ts';
import type { LeftOutCounts } from './domain/choose.ts';
import type { UnitList } from './domain/per-unit.ts';
import type { Selection } from './domain/selection.ts';

export interface NewRound {
  readonly id: string;
  readonly fromUnitId: string;
  readonly subject: string;
  readonly words: string;
  readonly requestWords: string;
  readonly answerBy: Deadline;
  readonly selection: Selection;
  readonly leftOut: LeftOutCounts;
}

export async function insertRound(context: CommandContext, tx: Tx, round: NewRound): Promise<void> {
  const { actor } = context;
  const { answerBy } = round;
  await tx.run(sql`insert into urging_round (id, from_unit_id, person_id, person_name, person_title, made_at, subject, words,
      request_words, answer_by, answer_expression, answer_calendar, answer_explained_vi, answer_explained_en, selection,
      left_out)
    values (${round.id}, ${round.fromUnitId}, ${actor.personId}, ${actor.name}, ${actor.current?.title ?? ''},
      ${context.now}, ${round.subject}, ${round.words}, ${round.requestWords}, ${answerBy.on},
      ${JSON.stringify(answerBy.expression)}, ${answerBy.calendarVersion}, ${answerBy.explanation.vi},
      ${answerBy.explanation.en}, ${JSON.stringify(round.selection)}, ${JSON.stringify(round.leftOut)})`);
}

export interface NewMessage extends UnitList {
  readonly isRequest: boolean;
}

/** Writes what each unit gets, in two statements for any number of units and items. */
export async function insertMessages(tx: Tx, roundId: string, lists: readonly NewMessage[]): Promise<void> {
  const messages = lists.map((list) => ({ ...list, id: newId() }));
  await tx.run(sql`insert into urging_message (id, round_id, unit_id, is_request, items)
    select m.id, ${roundId}::uuid, m.unit_id, m.is_request, m.items
    from unnest(${messages.map((one) => one.id)}::uuid[], ${messages.map((one) => one.unitId)}::uuid[],
      ${messages.map((one) => one.isRequest)}::boolean[], ${messages.map((one) => one.items.length)}::int[])
      as m (id, unit_id, is_request, items)`);
  const rows = messages.flatMap((message) =>
    message.items.map(({ candidate, asks, promisedOn }, position) => ({
      messageId: message.id,
      position,
      asks,
      promisedOn,
      candidate,
    })),
  );
  await tx.run(sql`insert into urging_item (message_id, subject_type, subject_id, asks, position, plan_id, unit_id, code,
      clause_path, words, occurrence, state, due_on, after_seq)
    select i.message_id, i.subject_type, i.subject_id, i.asks, i.position, i.plan_id, i.unit_id, i.code, i.clause_path,
      i.words, i.occurrence, i.state, i.due_on, i.after_seq
    from unnest(${rows.map((row) => row.messageId)}::uuid[], ${rows.map((row) => row.candidate.subjectType)}::text[],
      ${rows.map((row) => row.candidate.id)}::uuid[], ${rows.map((row) => row.asks)}::text[],
      ${rows.map((row) => row.position)}::int[], ${rows.map((row) => row.candidate.planId)}::uuid[],
      ${rows.map((row) => row.candidate.unitId)}::uuid[], ${rows.map((row) => row.candidate.code)}::text[],
      ${rows.map((row) => row.candidate.clausePath)}::text[], ${rows.map((row) => row.candidate.words)}::text[],
      ${rows.map((row) => row.candidate.occurrence)}::text[], ${rows.map((row) => row.candidate.state)}::text[],
      ${rows.map((row) => row.promisedOn)}::date[], ${rows.map((row) => row.candidate.lastSeq)}::bigint[])
      as i (message_id, subject_type, subject_id, asks, position, plan_id, unit_id, code, clause_path, words, occurrence,
        state, due_on, after_seq)`);
}
