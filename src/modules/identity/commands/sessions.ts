import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { parseInput } from '../../../kernel/http/input.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { identityErrors } from '../errors.ts';
import { identityEvents } from '../events.ts';
import { deleteSession, deleteSessionsOf, sessionIdOf, setSessionPost } from '../store/sessions.ts';

function ownId(context: CommandContext): string {
  ensure(context.actor.personId, kernelErrors.sign_in_needed);
  return context.actor.personId;
}

/** Ends the session whose cookie hashes to `sessionHash`. */
export async function signOut(context: CommandContext, tx: Tx, sessionHash: Buffer): Promise<void> {
  const personId = ownId(context);
  const sessionId = await sessionIdOf(tx, sessionHash);
  if (sessionId === undefined) return;
  await deleteSession(tx, personId, sessionId);
  await audit(tx, context, identityEvents.signed_out, {
    subject: { type: 'person', id: personId },
    after: { sessionId },
  });
}

export const endSessionInput = z.object({ sessionId: z.uuid() });

/** Ends one of the actor's own sessions. A session that is gone already, or another person's, changes nothing. */
export async function endSession(
  context: CommandContext,
  tx: Tx,
  input: z.input<typeof endSessionInput>,
): Promise<void> {
  const personId = ownId(context);
  const { sessionId } = parseInput(endSessionInput, input);
  const ended = await deleteSession(tx, personId, sessionId);
  await audit(tx, context, identityEvents.session_ended, {
    subject: { type: 'person', id: personId },
    after: { sessionId, ended },
  });
}

/** Ends all of the actor's sessions, this one too; answers how many. */
export async function signOutEverywhere(context: CommandContext, tx: Tx): Promise<number> {
  const personId = ownId(context);
  const sessionsEnded = await deleteSessionsOf(tx, personId, null);
  await audit(tx, context, identityEvents.signed_out_everywhere, {
    subject: { type: 'person', id: personId },
    after: { sessionsEnded },
  });
  return sessionsEnded;
}

export const choosePostInput = z.object({ postId: z.uuid() });

/** Acts from another post of one's own in this session from now on. Throws post_not_found. */
export async function choosePost(
  context: CommandContext,
  tx: Tx,
  input: z.input<typeof choosePostInput>,
  sessionHash: Buffer,
): Promise<void> {
  const { postId } = parseInput(choosePostInput, input);
  ensure(
    context.actor.posts.some((post) => post.postId === postId),
    identityErrors.post_not_found,
  );
  await setSessionPost(tx, sessionHash, postId);
}
