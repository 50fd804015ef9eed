import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { identityErrors } from '../errors.ts';
import { identityEvents } from '../events.ts';
import { m } from '../messages.ts';
import { hashPassword, verifyPassword } from '../password-hash.ts';
import { lockPerson, updatePassword } from '../store/people.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { refuseWeakPassword } from './people.ts';

export const changePasswordInput = z.object({
  currentPassword: z.string().min(1).max(1000),
  newPassword: z.string().min(1).max(1000),
  newPasswordAgain: z.string().max(1000),
});

/**
 * A person's own change. Every other session of theirs ends, `sessionHash` goes on. Throws current_password_wrong and
 * password_refused, each naming its field.
 */
export async function changePassword(
  context: CommandContext,
  tx: Tx,
  input: z.input<typeof changePasswordInput>,
  sessionHash: Buffer,
): Promise<void> {
  const { currentPassword, newPassword, newPasswordAgain } = changePasswordInput.parse(input);
  const person = context.actor.personId ? await lockPerson(tx, context.actor.personId) : undefined;
  ensure(person, kernelErrors.sign_in_needed);
  if (!(await verifyPassword(currentPassword, person.passwordHash)))
    throw new AppError(identityErrors.current_password_wrong, {}, [
      { field: 'currentPassword', message: identityErrors.current_password_wrong },
    ]);
  if (newPassword !== newPasswordAgain) throw refused('newPasswordAgain', m.passwordsDiffer);
  if (newPassword === currentPassword) throw refused('newPassword', m.passwordSame);
  refuseWeakPassword(newPassword, person, 'newPassword');
  await updatePassword(
    tx,
    person.id,
    { hash: await hashPassword(newPassword), mustChange: false },
    context.now,
  );
  const sessionsEnded = await deleteSessionsOf(tx, person.id, sessionHash);
  await audit(tx, context, identityEvents.password_changed, {
    subject: { type: 'person', id: person.id },
    after: { sessionsEnded },
  });
}

function refused(field: string, message: typeof m.passwordSame): AppError {
  return new AppError(identityErrors.password_refused, {}, [{ field, message }]);
}
