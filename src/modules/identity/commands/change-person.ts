import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { parseInput } from '../../../kernel/http/input.ts';
import { identityErrors } from '../errors.ts';
import { identityEvents } from '../events.ts';
import { setDisabled, updateNames } from '../store/people.ts';
import { lockAdministrators, otherRootAdministrators, postsOf } from '../store/posts.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { personFields } from './fields.ts';
import { lockManagedPerson } from './people.ts';

export const changePersonInput = personFields.extend({ personId: z.uuid() });

/** Corrects a person's names and address. Throws person_not_found, username_taken, email_taken, forbidden. */
export async function changePerson(
  context: CommandContext,
  tx: Tx,
  input: z.input<typeof changePersonInput>,
): Promise<void> {
  const { personId, ...names } = parseInput(changePersonInput, input);
  const before = await lockManagedPerson(context, tx, personId);
  await updateNames(tx, personId, names);
  // The address itself stays out of the audit, which is never erased; that it changed is what matters there.
  await audit(tx, context, identityEvents.person_changed, {
    subject: { type: 'person', id: personId },
    before: { username: before.username, fullName: before.fullName },
    after: { username: names.username, fullName: names.fullName, emailChanged: before.email !== names.email },
  });
}

export const personInput = z.object({ personId: z.uuid() });

/**
 * Closes an account and ends its sessions; what the person did stays. Throws person_not_found, not_oneself,
 * last_administrator, forbidden.
 */
export async function disablePerson(
  context: CommandContext,
  tx: Tx,
  input: z.input<typeof personInput>,
): Promise<void> {
  const { personId } = parseInput(personInput, input);
  ensure(personId !== context.actor.personId, identityErrors.not_oneself);
  await lockAdministrators(tx);
  const person = await lockManagedPerson(context, tx, personId);
  const today = vietnamDate(context.now);
  const posts = await postsOf(tx, personId, today);
  if (person.disabledAt === null && posts.some((post) => post.role === 'admin' && post.lineage.length === 1))
    ensure((await otherRootAdministrators(tx, { personId }, today)) > 0, identityErrors.last_administrator);
  await setDisabled(tx, personId, person.disabledAt ?? context.now);
  const sessionsEnded = await deleteSessionsOf(tx, personId, null);
  await audit(tx, context, identityEvents.person_disabled, {
    subject: { type: 'person', id: personId },
    after: { sessionsEnded },
  });
}

/** Opens a closed account again. Throws person_not_found, forbidden. */
export async function enablePerson(
  context: CommandContext,
  tx: Tx,
  input: z.input<typeof personInput>,
): Promise<void> {
  const { personId } = parseInput(personInput, input);
  await lockManagedPerson(context, tx, personId);
  await setDisabled(tx, personId, null);
  await audit(tx, context, identityEvents.person_enabled, { subject: { type: 'person', id: personId } });
}
