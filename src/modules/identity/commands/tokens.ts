import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { addDays, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { parseInput } from '../../../kernel/http/input.ts';
import { newId, newSecret } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { API_SCOPES } from '../domain/scopes.ts';
import { identityErrors } from '../errors.ts';
import { identityEvents } from '../events.ts';
import { identityLimits } from '../limits.ts';
import { inputMessages } from '../messages-people.ts';
import { secretHash } from '../secrets.ts';
import { lockPerson } from '../store/people.ts';
import { deleteToken, insertToken, tokensOf } from '../store/tokens.ts';
import { listOfText, requiredText } from './fields.ts';

/** Says what it is wherever it turns up, so that a leaked one can be recognised and searched for. */
const TOKEN_PREFIX = 'danbiet_';

export const makeTokenInput = z.object({
  name: requiredText(80),
  scopes: listOfText
    .transform((values) => API_SCOPES.filter((scope) => values.includes(scope)))
    .refine((scopes) => scopes.length > 0, { params: { message: inputMessages.scopesMissing } }),
  /** Days it opens anything, today included. */
  days: z
    .union([z.string(), z.number()])
    .default(90)
    .transform(Number)
    .refine((days) => Number.isInteger(days) && days >= 1 && days <= identityLimits.token_days, {
      params: { message: inputMessages.daysWrong },
    }),
});

/** Makes a personal token; `secret` is shown once and never again. Throws token_name_taken, token_count_reached. */
export async function makeToken(
  context: CommandContext,
  tx: Tx,
  input: z.input<typeof makeTokenInput>,
): Promise<{ tokenId: string; secret: string }> {
  const { name, scopes, days } = parseInput(makeTokenInput, input);
  const person = context.actor.personId ? await lockPerson(tx, context.actor.personId) : undefined;
  ensure(person, kernelErrors.sign_in_needed);
  if ((await tokensOf(tx, person.id)).length >= identityLimits.tokens)
    throw new AppError(identityErrors.token_count_reached, { limit: identityLimits.tokens });
  const secret = TOKEN_PREFIX + newSecret();
  const token = {
    id: newId(),
    name,
    scopes,
    expiresOn: addDays(vietnamDate(context.now), days - 1),
  };
  await insertToken(tx, { ...token, personId: person.id, tokenHash: secretHash(secret) }, context.now);
  await audit(tx, context, identityEvents.token_made, {
    subject: { type: 'person', id: person.id },
    after: { ...token },
  });
  return { tokenId: token.id, secret };
}

export const revokeTokenInput = z.object({ tokenId: z.uuid() });

/** Revokes a token of one's own; one that is gone already changes nothing. */
export async function revokeToken(
  context: CommandContext,
  tx: Tx,
  input: z.input<typeof revokeTokenInput>,
): Promise<void> {
  const { tokenId } = parseInput(revokeTokenInput, input);
  ensure(context.actor.personId, kernelErrors.sign_in_needed);
  const token = await deleteToken(tx, context.actor.personId, tokenId);
  await audit(tx, context, identityEvents.token_revoked, {
    subject: { type: 'person', id: context.actor.personId },
    before: token ?? { id: tokenId, gone: true },
  });
}
