import { createHash } from 'node:crypto';
import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId, newSecret } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { unitById, unitErrors } from '../../units/index.ts';
import { assignmentEvents } from '../events.ts';
import { mayMakeFeed } from '../policy.ts';

export const feedInput = z.object({ unitId: z.uuid() });

/** What is kept of a feed's token: whoever reads the table cannot open the feed. */
export function feedHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

async function checkRight(context: CommandContext, tx: Tx, unitId: string): Promise<void> {
  const unit = await unitById(tx, unitId, vietnamDate(context.now));
  ensure(unit, unitErrors.not_found);
  ensure(mayMakeFeed(context.actor, unit), kernelErrors.forbidden);
}

/** Makes an address for the unit's deadlines; answers the token, which is shown once. */
export async function makeFeed(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof feedInput>,
): Promise<string> {
  await checkRight(context, tx, input.unitId);
  const token = newSecret();
  await tx.run(sql`insert into assignments_feed (id, unit_id, token_hash, made_by, made_at)
    values (${newId()}, ${input.unitId}, ${feedHash(token)}, ${context.actor.personId}, ${context.now})`);
  await audit(tx, context, assignmentEvents.feed_made, { subject: { type: 'unit', id: input.unitId } });
  return token;
}

/** Withdraws every address of the unit; answers how many. */
export async function withdrawFeeds(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof feedInput>,
): Promise<number> {
  await checkRight(context, tx, input.unitId);
  const count = await tx.run(sql`update assignments_feed set withdrawn_at = ${context.now}
    where unit_id = ${input.unitId} and withdrawn_at is null`);
  await audit(tx, context, assignmentEvents.feed_withdrawn, {
    subject: { type: 'unit', id: input.unitId },
    after: { count },
  });
  return count;
}
