import { z } from 'zod';
import type { CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { typedFilters, workFilterShape, workIdsOf } from '../../assignments/index.ts';
import { unitsOfDay } from '../../units/index.ts';
import { choiceFilters, choiceScope } from '../choice.ts';
import { chosenNow } from '../choosing.ts';
import { ASKS } from '../domain/candidate.ts';
import type { Selection } from '../domain/selection.ts';
import { urgingErrors } from '../errors.ts';
import { urgingLimits } from '../limits.ts';
import { mayUrgeSomething } from '../policy.ts';

const DAY_MS = 86_400_000;

export const draftUrgingInput = z.discriminatedUnion('how', [
  z.object({ how: z.literal('ticked'), assignmentIds: z.array(z.uuid()).max(urgingLimits.items) }),
  z.object({ how: z.literal('filter'), asks: z.enum(ASKS), filters: z.object(workFilterShape) }),
]);
export type DraftUrgingInput = z.input<typeof draftUrgingInput>;

/**
 * Holds what a person chose to urge, so that what is seen is what is sent; answers the id of the draft. Nothing is said
 * to anybody yet. What the person may not urge does not come in, whatever was ticked.
 */
export async function draftUrging(context: CommandContext, tx: Tx, given: DraftUrgingInput): Promise<string> {
  const { actor, now } = context;
  ensure(actor.personId !== null && mayUrgeSomething(actor, null), kernelErrors.forbidden);
  const input = draftUrgingInput.parse(given);
  const chosen = await idsOf(context, tx, input);
  const limit = urgingLimits.items;
  ensure(chosen.length <= limit, urgingErrors.too_many, { limit });
  const { items, leftOut } = await chosenNow(tx, context, chosen, true);
  const ids = [
    ...items.map((item) => item.candidate.id),
    ...leftOut.filter(({ why }) => why !== 'not_yours').map(({ candidate }) => candidate.id),
  ];
  ensure(ids.length > 0, urgingErrors.nothing_chosen);
  const id = newId();
  const old = new Date(now.getTime() - urgingLimits.draft_days * DAY_MS);
  await tx.run(sql`delete from urging_draft where person_id = ${actor.personId} and made_at < ${old}`);
  await tx.run(sql`insert into urging_draft (id, person_id, made_at, selection, assignment_ids)
    values (${id}, ${actor.personId}, ${now}, ${JSON.stringify(selectionOf(input))}, ${ids}::uuid[])`);
  return id;
}

/** One more than a round can hold, when there are so many. */
async function idsOf(
  context: CommandContext,
  tx: Tx,
  input: z.output<typeof draftUrgingInput>,
): Promise<readonly string[]> {
  if (input.how === 'ticked') return [...new Set(input.assignmentIds)];
  const today = vietnamDate(context.now);
  const units = await unitsOfDay(tx, today);
  const reading = {
    scope: choiceScope(context.actor, input.asks, units),
    day: { today, soonUntil: today, asOf: null },
  };
  return workIdsOf(tx, choiceFilters(input.asks, input.filters, units), reading, urgingLimits.items + 1);
}

function selectionOf(input: z.output<typeof draftUrgingInput>): Selection {
  if (input.how === 'ticked') return { v: 1, how: 'ticked' };
  return {
    v: 1,
    how: 'filter',
    filters: Object.fromEntries(typedFilters(input.filters)),
    asks: input.asks,
  };
}
