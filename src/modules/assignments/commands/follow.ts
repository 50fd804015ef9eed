import { z } from 'zod';
import type { CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { assignmentErrors } from '../errors.ts';
import { maySee } from '../policy.ts';
import { placedWork } from '../queries/placed-work.ts';

export const followInput = z.object({ assignmentId: z.uuid(), follows: z.boolean() });

/** Begins or stops being told of what is said about an assignment; the choice outlives what the person does there. */
export async function follow(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof followInput>,
): Promise<void> {
  const { assignmentId, follows } = followInput.parse(given);
  const work = await placedWork(tx, assignmentId, vietnamDate(context.now));
  ensure(work && maySee(context.actor, work), assignmentErrors.not_found);
  await tx.run(sql`insert into assignments_follower (assignment_id, person_id, follows, chosen_at)
    values (${assignmentId}, ${context.actor.personId}, ${follows}, ${context.now})
    on conflict (assignment_id, person_id) do update set follows = excluded.follows, chosen_at = excluded.chosen_at`);
}
