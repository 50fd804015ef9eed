import type { CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { type PasswordOwner, passwordProblem } from '../domain/password-rules.ts';
import { placesOf } from '../domain/places.ts';
import { identityErrors } from '../errors.ts';
import { mayManagePerson, maySeePerson } from '../policy.ts';
import { lockPerson, type StoredPerson } from '../store/people.ts';
import { postsOf } from '../store/posts.ts';

/**
 * The person, held until the end of the transaction, when the actor may manage them. Someone outside the actor's tree
 * looks missing; someone who also works elsewhere is seen but refused.
 */
export async function lockManagedPerson(
  context: CommandContext,
  tx: Tx,
  personId: string,
): Promise<StoredPerson> {
  const person = await lockPerson(tx, personId);
  ensure(person, identityErrors.person_not_found);
  const places = await placesOfPerson(context, tx, personId);
  ensure(maySeePerson(context.actor, places), identityErrors.person_not_found);
  ensure(mayManagePerson(context.actor, places), kernelErrors.forbidden);
  return person;
}

export async function placesOfPerson(context: Pick<CommandContext, 'now'>, db: Db, personId: string) {
  const today = vietnamDate(context.now);
  return placesOf(await postsOf(db, personId, today), today);
}

/** Throws `identity.password_refused`, which names the field, when the new password breaks a rule. */
export function refuseWeakPassword(password: string, owner: PasswordOwner, field: string): void {
  const problem = passwordProblem(password, owner);
  if (problem) throw new AppError(identityErrors.password_refused, {}, [{ field, ...problem }]);
}
