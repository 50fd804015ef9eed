import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { steeringEvents } from '../events.ts';
import { mayReadBrief } from '../policy.ts';

export const wantBriefInput = z.object({ wants: z.boolean() });

/** Whoever leads, or follows all units for those who do, gets the brief of the week by email, or no longer. */
export async function wantBrief(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof wantBriefInput>,
): Promise<void> {
  const { wants } = wantBriefInput.parse(given);
  const { personId } = context.actor;
  ensure(personId !== null && mayReadBrief(context.actor, null), kernelErrors.forbidden);
  if (wants)
    await tx.run(sql`insert into steering_reader (person_id, since) values (${personId}, ${context.now})
      on conflict (person_id) do nothing`);
  else await tx.run(sql`delete from steering_reader where person_id = ${personId}`);
  await audit(tx, context, steeringEvents.brief_wanted, {
    subject: { type: 'person', id: personId },
    after: { wants },
  });
}
