import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { addDays, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { parseInput } from '../../../kernel/http/input.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { identityErrors } from '../errors.ts';
import { identityEvents } from '../events.ts';
import { mayGrant } from '../policy.ts';
import {
  deletePost,
  endPostOn,
  lockAdministrators,
  otherRootAdministrators,
  postById,
} from '../store/posts.ts';
import { requiredDate } from './fields.ts';
import { lockManagedPerson } from './people.ts';

export const endPostInput = z.object({ postId: z.uuid(), lastDay: requiredDate });

/**
 * Ends a post after `lastDay`, which still belongs to it. A post that has not begun before today is withdrawn when its
 * last day would come before its first. Throws post_not_found, post_period_wrong, last_administrator, forbidden.
 */
export async function endPost(
  context: CommandContext,
  tx: Tx,
  input: z.input<typeof endPostInput>,
): Promise<{ personId: string }> {
  const { postId, lastDay } = parseInput(endPostInput, input);
  const today = vietnamDate(context.now);
  await lockAdministrators(tx);
  const found = await postById(tx, postId, today);
  ensure(found, identityErrors.post_not_found);
  // Posts change only while their person is held: what is read from here on stays.
  const person = await lockManagedPerson(context, tx, found.personId);
  const post = await postById(tx, postId, today);
  ensure(post, identityErrors.post_not_found);
  ensure(mayGrant(context.actor, post), kernelErrors.forbidden);
  const withdrawn = lastDay === addDays(post.from, -1) && post.from >= today;
  ensure(withdrawn || lastDay >= post.from, identityErrors.post_period_wrong);
  if (post.role === 'admin' && post.to === null && post.lineage.length === 1 && person.disabledAt === null)
    ensure((await otherRootAdministrators(tx, { postId }, today)) > 0, identityErrors.last_administrator);
  const subject = { type: 'person', id: post.personId };
  if (withdrawn) {
    await deletePost(tx, postId);
    await audit(tx, context, identityEvents.post_withdrawn, { subject, before: recorded(post) });
  } else {
    await endPostOn(tx, postId, lastDay);
    const before = recorded(post);
    await audit(tx, context, identityEvents.post_ended, {
      subject,
      before,
      after: { ...before, to: lastDay },
    });
  }
  return { personId: post.personId };
}

type Recorded = 'id' | 'unitId' | 'title' | 'role' | 'from' | 'to' | 'acting';

function recorded<P extends Record<Recorded, unknown>>({ id, unitId, title, role, from, to, acting }: P) {
  return { postId: id, unitId, title, role, from, to, acting };
}
