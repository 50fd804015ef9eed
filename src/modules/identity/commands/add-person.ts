import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { isSystem } from '../../../kernel/authz.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { parseInput } from '../../../kernel/http/input.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { identityEvents } from '../events.ts';
import { hashPassword } from '../password-hash.ts';
import { mayAdministerAll } from '../policy.ts';
import { readableSecret } from '../secrets.ts';
import { insertPerson } from '../store/people.ts';
import { personFields, postFields } from './fields.ts';
import { grantAt } from './grant-post.ts';
import { refuseWeakPassword } from './people.ts';

export const addPersonInput = personFields.extend({
  /** Absent: a first password is made and answered once. */
  password: z.string().max(1000).optional(),
  /** Instead of a password, from the machine alone: the accounts of the example share one that is hashed once. */
  passwordHash: z.string().max(300).optional(),
  /** False only where the person chose the password: the first administrator, the example. */
  mustChangePassword: z.boolean().default(true),
  /** The first post; without one, only an administrator of the whole jurisdiction (or the machine) may add the person. */
  post: postFields.optional(),
});

export interface AddedPerson {
  readonly personId: string;
  /** The made first password, to be shown once; `null` when one was given. */
  readonly firstPassword: string | null;
  readonly postId: string | null;
}

/** Adds a person with an account, and the first post. Throws username_taken, email_taken, unit_unknown, forbidden. */
export async function addPerson(
  context: CommandContext,
  tx: Tx,
  input: z.input<typeof addPersonInput>,
): Promise<AddedPerson> {
  const { post, password, passwordHash, mustChangePassword, ...names } = parseInput(addPersonInput, input);
  ensure(post !== undefined || mayAdministerAll(context.actor, null), kernelErrors.forbidden);
  if (password !== undefined) refuseWeakPassword(password, names, 'password');
  ensure(passwordHash === undefined || isSystem(context.actor, null), kernelErrors.forbidden);
  const firstPassword = password === undefined && passwordHash === undefined ? readableSecret() : null;
  const person = {
    id: newId(),
    ...names,
    passwordHash: passwordHash ?? (await hashPassword(password ?? firstPassword ?? '')),
    mustChangePassword,
  };
  await insertPerson(tx, person, context.now);
  await audit(tx, context, identityEvents.person_added, {
    subject: { type: 'person', id: person.id },
    after: { username: names.username, fullName: names.fullName },
  });
  const postId = post === undefined ? null : await grantAt(context, tx, person.id, post);
  return { personId: person.id, firstPassword, postId };
}
