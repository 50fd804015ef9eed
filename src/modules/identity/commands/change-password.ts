import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { parseInput } from '../../../kernel/http/input.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { identityErrors } from '../errors.ts';
import { identityEvents } from '../events.ts';
import { m } from '../messages.ts';
import { hashPassword, verifyPassword } from '../password-hash.ts';
import { lockPerson, updatePassword } from '../store/people.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { secretText } from './fields.ts';
import { refuseWeakPassword } from './people.ts';

export const changePasswordInput = z.object({
  currentPassword: secretText,
  newPassword: secretText,
  newPasswordAgain: secretText,
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
  const { currentPassword, newPassword, newPasswordAgain } = parseInput(changePasswordInput, input);
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
