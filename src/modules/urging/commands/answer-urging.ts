import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { urgingErrors } from '../errors.ts';
import { urgingAnswered, urgingEvents } from '../events.ts';
import { mayAnswer } from '../policy.ts';

export const answerUrgingInput = z.object({
  roundId: z.uuid(),
  unitId: z.uuid(),
  words: z.string().trim().min(1).max(4000),
});

const messageRow = {
  id: 'uuid',
  fromUnitId: 'uuid',
  subject: 'text',
  unitName: 'text?',
  lineage: 'uuid[]',
} as const;

/** Records what an urged unit writes back; whoever urged is told. Throws `urging.not_found` also for another unit's message. */
export async function answerUrging(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof answerUrgingInput>,
): Promise<void> {
  const input = answerUrgingInput.parse(given);
  const today = vietnamDate(context.now);
  const { actor } = context;
  const message = await tx.row(query(messageRow)`
    select m.id, r.from_unit_id as "fromUnitId", r.subject, units_name(m.unit_id, ${today}::date) as "unitName",
      units_lineage(m.unit_id, ${today}::date) as lineage
    from urging_message m join urging_round r on r.id = m.round_id
    where m.round_id = ${input.roundId} and m.unit_id = ${input.unitId}`);
  ensure(message && mayAnswer(actor, message), urgingErrors.not_found);
  await tx.run(sql`insert into urging_answer (id, message_id, person_id, person_name, person_title, words, recorded_at)
    values (${newId()}, ${message.id}, ${actor.personId}, ${actor.name}, ${actor.current?.title ?? ''}, ${input.words},
      ${context.now})`);
  await audit(tx, context, urgingEvents.answered, {
    subject: { type: 'urging', id: input.roundId },
    after: { unitId: input.unitId },
  });
  await urgingAnswered.emit(context, tx, {
    roundId: input.roundId,
    toUnitId: message.fromUnitId,
    byName: message.unitName ?? '',
    subject: message.subject,
  });
}
