import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { parseInput } from '../../../kernel/http/input.ts';
import { identityErrors } from '../errors.ts';
import { identityEvents } from '../events.ts';
import { hashPassword } from '../password-hash.ts';
import { readableSecret } from '../secrets.ts';
import { updatePassword } from '../store/people.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { deleteTokensOf } from '../store/tokens.ts';
import { lockManagedPerson } from './people.ts';

export const resetPasswordInput = z.object({ personId: z.uuid() });

/**
 * Gives a person a new first password, to be shown once and changed at the next sign-in. Whoever knew the old one is out:
 * sessions and API tokens end, a lock too. Throws person_not_found, not_oneself, forbidden.
 */
export async function resetPassword(
  context: CommandContext,
  tx: Tx,
  input: z.input<typeof resetPasswordInput>,
): Promise<{ firstPassword: string }> {
  const { personId } = parseInput(resetPasswordInput, input);
  ensure(personId !== context.actor.personId, identityErrors.not_oneself);
  await lockManagedPerson(context, tx, personId);
  const firstPassword = readableSecret();
  await updatePassword(
    tx,
    personId,
    { hash: await hashPassword(firstPassword), mustChange: true },
    context.now,
  );
  const sessionsEnded = await deleteSessionsOf(tx, personId, null);
  const tokensEnded = await deleteTokensOf(tx, personId);
  await audit(tx, context, identityEvents.password_reset, {
    subject: { type: 'person', id: personId },
    after: { sessionsEnded, tokensEnded },
  });
  return { firstPassword };
}
