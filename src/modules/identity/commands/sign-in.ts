import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Actor } from '../../../kernel/authz.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { parseInput } from '../../../kernel/http/input.ts';
import { newId, newSecret } from '../../../kernel/ids.ts';
import { agentLabel } from '../domain/agent-label.ts';
import { isLocked, lockLimits, lockMinutes } from '../domain/lockout.ts';
import { identityEvents } from '../events.ts';
import { identityLimits } from '../limits.ts';
import { hashOfNobody, hashPassword, needsRehash, verifyPassword } from '../password-hash.ts';
import { secretHash } from '../secrets.ts';
import {
  lockPerson,
  personByLogin,
  recordFailure,
  recordSuccess,
  type StoredPerson,
} from '../store/people.ts';
import { insertSession } from '../store/sessions.ts';
import { requiredText, secretText } from './fields.ts';

export const signInInput = z.object({
  /** User name or email. */
  login: requiredText(254),
  password: secretText,
});

export interface SignedIn {
  /** The session's secret, for the cookie alone. */
  readonly secret: string;
  readonly mustChangePassword: boolean;
  /** Wrong passwords since the last sign-in, which the person should hear of. */
  readonly failuresBefore: number;
}

/**
 * Opens a session, or answers `null`: for an unknown name, a wrong password, a closed or a disabled account alike, after
 * the same work. It does not throw then, because the failure that it records has to stay.
 */
export async function signIn(
  context: CommandContext,
  tx: Tx,
  input: z.input<typeof signInInput>,
  userAgent: string,
): Promise<SignedIn | null> {
  const { login, password } = parseInput(signInInput, input);
  const found = await personByLogin(tx, login);
  const right = await verifyPassword(password, found?.passwordHash ?? hashOfNobody);
  // Held from here on: guesses sent side by side are counted one after the other.
  const person = found && (await lockPerson(tx, found.id));
  if (!person || person.disabledAt !== null || isLocked(person.lockedUntil, context.now)) {
    await recordRefusal(context, tx, person);
    return null;
  }
  if (!right || person.passwordHash !== found.passwordHash) {
    await countFailure(context, tx, person);
    return null;
  }
  return open(context, tx, person, password, userAgent);
}

/** Nothing is counted: there is nothing to count, or a lock that a guesser must not be able to prolong. */
async function recordRefusal(
  context: CommandContext,
  tx: Tx,
  person: StoredPerson | undefined,
): Promise<void> {
  // What was typed as a user name is not recorded: it may be a password typed into the wrong field.
  const subject = { type: 'person', id: person?.id ?? '-' };
  await audit(tx, context, identityEvents.sign_in_failed, { subject });
}

async function countFailure(context: CommandContext, tx: Tx, person: StoredPerson): Promise<void> {
  const { now } = context;
  const forgetBefore = now.getTime() - lockLimits.forget_hours * 3_600_000;
  const earlier = (person.lastFailedAt?.getTime() ?? 0) < forgetBefore ? 0 : person.failedCount;
  const count = earlier + 1;
  const minutes = lockMinutes(count);
  const lockedUntil = minutes === 0 ? null : new Date(now.getTime() + minutes * 60_000);
  await recordFailure(tx, person.id, { count, at: now, lockedUntil });
  const subject = { type: 'person', id: person.id };
  await audit(tx, context, identityEvents.sign_in_failed, { subject });
  if (minutes > 0) await audit(tx, context, identityEvents.account_locked, { subject, after: { minutes } });
}

async function open(
  context: CommandContext,
  tx: Tx,
  person: StoredPerson,
  password: string,
  userAgent: string,
): Promise<SignedIn> {
  const { now } = context;
  const secret = newSecret();
  const sessionId = newId();
  await insertSession(tx, {
    id: sessionId,
    tokenHash: secretHash(secret),
    personId: person.id,
    createdAt: now,
    expiresAt: new Date(now.getTime() + identityLimits.session_hours * 3_600_000),
    agent: agentLabel(userAgent),
  });
  await recordSuccess(tx, person.id, needsRehash(person.passwordHash) ? await hashPassword(password) : null);
  const actor: Actor = { personId: person.id, name: person.fullName, posts: [], current: null, scopes: null };
  await audit(tx, { ...context, actor }, identityEvents.signed_in, {
    subject: { type: 'person', id: person.id },
    after: { sessionId },
  });
  return { secret, mustChangePassword: person.mustChangePassword, failuresBefore: person.failedCount };
}
