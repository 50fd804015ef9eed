import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { placeIn, unitsOfDay } from '../../units/index.ts';
import { mayFollow, type Said } from '../domain/explanation.ts';
import { steeringErrors } from '../errors.ts';
import { explanationGiven, explanationTaken, steeringEvents } from '../events.ts';
import { steeringLimits } from '../limits.ts';
import { mayAnswer, mayDecide, mayJudge, maySee } from '../policy.ts';
import { type HeldAsk, holdAsk, insertDue, insertSaying } from '../store.ts';
import { workingDaysInput } from './ask-unit.ts';
import { withinWorkingDays } from './deadline.ts';

const words = z.string().trim().max(4000);

export const answerAskInput = z.object({ askId: z.uuid(), words: words.min(1) });
export const acceptAskInput = z.object({ askId: z.uuid(), words: words.default('') });
export const returnAskInput = z.object({
  askId: z.uuid(),
  words: words.min(1),
  workingDays: workingDaysInput.default(steeringLimits.usual_answer_days),
});

/** The request, held, if the actor may see it and what is to be said may follow; with the unit's name. */
async function heldFor(
  context: CommandContext,
  tx: Tx,
  askId: string,
  next: Said,
): Promise<{ ask: HeldAsk; unitName: string }> {
  const ask = await holdAsk(tx, askId);
  const units = await unitsOfDay(tx, vietnamDate(context.now));
  ensure(ask, steeringErrors.not_found);
  const unit = placeIn(units, ask.unitId);
  ensure(maySee(context.actor, unit), steeringErrors.not_found);
  const may = next === 'answer' ? mayAnswer : mayDecide;
  ensure(may(context.actor, unit), kernelErrors.forbidden);
  ensure(next === 'answer' || mayJudge(context.actor, ask.said), steeringErrors.own_answer);
  ensure(mayFollow(ask.said, next), steeringErrors.not_now);
  return { ask, unitName: units.names.get(ask.unitId) ?? '' };
}

/** The unit explains; whoever asked is told. Throws `steering.not_found`, `not_now`. */
export async function answerAsk(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof answerAskInput>,
): Promise<void> {
  const input = answerAskInput.parse(given);
  const { ask, unitName } = await heldFor(context, tx, input.askId, 'answer');
  await insertSaying(context, tx, ask, { kind: 'answer', words: input.words });
  await audit(tx, context, steeringEvents.answered, { subject: { type: 'explanation', id: ask.id } });
  await explanationGiven.emit(context, tx, {
    askId: ask.id,
    dimension: ask.dimension,
    personId: ask.personId,
    unitId: ask.unitId,
    byName: unitName,
  });
}

/** Whoever may ask takes the answer: the request is settled. */
export async function acceptAsk(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof acceptAskInput>,
): Promise<void> {
  const input = acceptAskInput.parse(given);
  const { ask } = await heldFor(context, tx, input.askId, 'accept');
  await insertSaying(context, tx, ask, { kind: 'accept', words: input.words });
  await audit(tx, context, steeringEvents.accepted, { subject: { type: 'explanation', id: ask.id } });
  await explanationTaken.emit(context, tx, {
    askId: ask.id,
    dimension: ask.dimension,
    unitId: ask.unitId,
    byName: context.actor.current?.unitName ?? context.actor.name,
    dueOn: null,
    words: input.words,
  });
}

/** Gives the answer back with what is missing and a new due. */
export async function returnAsk(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof returnAskInput>,
): Promise<{ dueOn: CalendarDate }> {
  const input = returnAskInput.parse(given);
  const { ask } = await heldFor(context, tx, input.askId, 'return');
  const due = await withinWorkingDays(context, tx, input.workingDays);
  await insertSaying(context, tx, ask, { kind: 'return', words: input.words });
  await insertDue(context, tx, ask.id, due);
  await audit(tx, context, steeringEvents.returned, {
    subject: { type: 'explanation', id: ask.id },
    after: { dueOn: due.on },
  });
  await explanationTaken.emit(context, tx, {
    askId: ask.id,
    dimension: ask.dimension,
    unitId: ask.unitId,
    byName: context.actor.current?.unitName ?? context.actor.name,
    dueOn: due.on,
    words: input.words,
  });
  return { dueOn: due.on };
}
