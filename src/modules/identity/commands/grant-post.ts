import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { parseInput } from '../../../kernel/http/input.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { unitById } from '../../units/index.ts';
import { identityErrors } from '../errors.ts';
import { identityEvents } from '../events.ts';
import { mayGrant } from '../policy.ts';
import { insertPost } from '../store/posts.ts';
import { type PostFields, postFields } from './fields.ts';
import { lockManagedPerson } from './people.ts';

export const grantPostInput = postFields.extend({ personId: z.uuid() });

/** Grants a post. Throws person_not_found, unit_unknown, post_held_already, post_period_wrong, forbidden. */
export async function grantPost(
  context: CommandContext,
  tx: Tx,
  input: z.input<typeof grantPostInput>,
): Promise<{ postId: string }> {
  const { personId, ...post } = parseInput(grantPostInput, input);
  await lockManagedPerson(context, tx, personId);
  return { postId: await grantAt(context, tx, personId, post) };
}

/** The part that a person just added shares: the post itself, without asking whose person it is. */
export async function grantAt(
  context: CommandContext,
  tx: Tx,
  personId: string,
  post: PostFields,
): Promise<string> {
  ensure(post.to === null || post.to >= post.from, identityErrors.post_period_wrong);
  const unit = await unitById(tx, post.unitId, post.from);
  if (!unit) throw new AppError(identityErrors.unit_unknown);
  ensure(mayGrant(context.actor, { role: post.role, lineage: unit.lineage }), kernelErrors.forbidden);
  const id = newId();
  await insertPost(tx, { id, personId, ...post });
  await audit(tx, context, identityEvents.post_granted, {
    subject: { type: 'person', id: personId },
    after: { postId: id, ...post },
  });
  return id;
}
