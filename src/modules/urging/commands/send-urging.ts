import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, startOfVietnamDay, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { holdWork } from '../../assignments/index.ts';
import { calendarDateSchema, computeDeadline, type Deadline, heldCalendar } from '../../calendar/index.ts';
import { isOutsideBody } from '../../units/index.ts';
import { chosenNow } from '../choosing.ts';
import { countLeftOut, type LeftOutCounts } from '../domain/choose.ts';
import { perUnit } from '../domain/per-unit.ts';
import { urgingErrors } from '../errors.ts';
import { unitsUrged, urgingEvents } from '../events.ts';
import { urgingLimits } from '../limits.ts';
import { mayUrgeSomething } from '../policy.ts';
import { type Draft, heldDraft } from '../queries/drafts.ts';
import { insertMessages, insertRound } from '../store.ts';

/** By when an answer is wanted: within so many working days, or by a day. */
export const answerWanted = z.discriminatedUnion('by', [
  z.object({ by: z.literal('working_days'), amount: z.int().min(1).max(60) }),
  z.object({ by: z.literal('day'), on: calendarDateSchema }),
]);

export const sendUrgingInput = z.object({
  draftId: z.uuid(),
  subject: z.string().trim().min(1).max(200),
  words: z.string().trim().max(4000).default(''),
  /** To bodies outside the executive, which are asked and not urged. */
  requestWords: z.string().trim().max(4000).default(''),
  answer: answerWanted,
  /** Also what was urged within the last days. */
  again: z.boolean().default(false),
});
export type SendUrgingInput = z.input<typeof sendUrgingInput>;

export interface SentUrging {
  readonly roundId: string;
  readonly items: number;
  readonly units: number;
  readonly leftOut: LeftOutCounts;
}

/**
 * Sends a draft: each unit gets one message with its own list, in one transaction and a number of statements that does not
 * grow. The work is held meanwhile; what was done since it was chosen is left out and counted. Throws
 * `urging.already_sent` when the button was pressed twice.
 */
export async function sendUrging(
  context: CommandContext,
  tx: Tx,
  given: SendUrgingInput,
): Promise<SentUrging> {
  const { actor } = context;
  const input = sendUrgingInput.parse(given);
  const { personId, current } = actor;
  ensure(personId !== null && current !== null && mayUrgeSomething(actor, null), kernelErrors.forbidden);
  const draft = await draftToSend(tx, personId, input.draftId);
  await refuseFlood(tx, personId, vietnamDate(context.now));
  await holdWork(tx, draft.assignmentIds);
  const chosen = await chosenNow(tx, context, draft.assignmentIds, input.again);
  const lists = perUnit(
    chosen.items,
    chosen.units.tree.map((unit) => unit.id),
  ).map((list) => ({ ...list, isRequest: isOutsideBody(chosen.units.byId.get(list.unitId)?.kind ?? '') }));
  ensure(lists.length > 0, urgingErrors.nothing_to_urge);
  const asked = lists.some((list) => list.isRequest);
  const urged = lists.some((list) => !list.isRequest);
  ensure(!urged || input.words !== '', urgingErrors.words_needed);
  ensure(!asked || input.requestWords !== '', urgingErrors.request_words_needed);
  const answerBy = await deadlineOf(context, tx, input.answer);
  const leftOut = countLeftOut(chosen.leftOut);
  await insertRound(context, tx, {
    id: draft.id,
    fromUnitId: current.unitId,
    subject: input.subject,
    words: urged ? input.words : '',
    requestWords: asked ? input.requestWords : '',
    answerBy,
    selection: draft.selection,
    leftOut,
  });
  await insertMessages(tx, draft.id, lists);
  await tx.run(sql`delete from urging_draft where id = ${draft.id}`);
  await unitsUrged.emit(context, tx, {
    roundId: draft.id,
    byName: chosen.units.names.get(current.unitId) ?? current.unitName,
    subject: input.subject,
    answerBy: answerBy.on,
    perUnit: lists.map(({ unitId, toDo, toAnswer, isRequest }) => ({ unitId, toDo, toAnswer, isRequest })),
  });
  const sent = { items: chosen.items.length, units: lists.length, leftOut };
  await audit(tx, context, urgingEvents.sent, {
    subject: { type: 'urging', id: draft.id },
    after: { subject: input.subject, answerBy: answerBy.on, again: input.again, ...sent },
  });
  return { roundId: draft.id, ...sent };
}

async function draftToSend(tx: Tx, personId: string, id: string): Promise<Draft> {
  const draft = await heldDraft(tx, personId, id);
  if (draft) return draft;
  const sent = await tx.row(query({ id: 'uuid' } as const)`
    select id from urging_round where id = ${id} and person_id = ${personId}`);
  throw new AppError(sent ? urgingErrors.already_sent : urgingErrors.draft_not_found);
}

async function refuseFlood(tx: Tx, personId: string, today: CalendarDate): Promise<void> {
  const { count } = await tx.one(query({ count: 'bigint' } as const)`
    select count(*) as count from urging_round
    where person_id = ${personId} and made_at >= ${startOfVietnamDay(today)}::timestamptz`);
  const limit = urgingLimits.rounds_a_day;
  ensure(count < limit, urgingErrors.too_many_today, { limit });
}

async function deadlineOf(
  context: CommandContext,
  tx: Tx,
  answer: z.output<typeof answerWanted>,
): Promise<Deadline> {
  const today = vietnamDate(context.now);
  const calendar = await heldCalendar(tx);
  if (answer.by === 'day') {
    ensure(answer.on > today, urgingErrors.answer_day_past);
    return computeDeadline({ v: 1, type: 'by', date: answer.on }, calendar);
  }
  return computeDeadline(
    { v: 1, type: 'after', bound: 'max', amount: answer.amount, unit: 'wd', from: today },
    calendar,
  );
}
