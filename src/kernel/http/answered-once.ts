import { createHash } from 'node:crypto';
import type { Tx } from '../db/database.ts';
import { query, sql } from '../db/sql.ts';
import { ensure } from '../errors.ts';
import { kernelErrors } from '../kernel-errors.ts';
import { httpLimits } from './limits.ts';
import { type Answer, answerJson, type RequestContext } from './route.ts';

const KEY = 'Idempotency-Key';

/** How the header reads in the description of an API. */
export const idempotencyHeader = {
  name: KEY,
  description:
    'Any text of 8 to 200 characters, one for each request; send it again when the answer was lost',
} as const;

function forgottenBefore(now: Date): Date {
  return new Date(now.getTime() - httpLimits.answer_hours * 3_600_000);
}

/**
 * Answers a program's write. Under the same Idempotency-Key of the same person it is made once: sent again, it gets the same answer word for
 * word, with the header `idempotent-replayed`; sent twice at once, the second waits for the first one's transaction. A dry run
 * keeps nothing. Throws `kernel.key_unfit`, and `kernel.key_reused` for another content or another address.
 */
export async function answeredOnce(
  context: Pick<RequestContext, 'actor' | 'now' | 'header' | 'url'>,
  tx: Tx,
  body: { readonly dryRun: boolean },
  make: () => Promise<unknown>,
): Promise<Answer> {
  const { actor, now, url } = context;
  const key = context.header(KEY);
  if (key === undefined || body.dryRun || actor.personId === null) return answerJson(await make());
  ensure(key.length >= 8 && key.length <= 200, kernelErrors.key_unfit);
  const bodyHash = createHash('sha256')
    .update(`${url.pathname}\n${JSON.stringify(body)}`)
    .digest('hex');
  const kept = await takeKey(tx, actor.personId, key, bodyHash, now);
  if (kept) {
    ensure(kept.bodyHash === bodyHash, kernelErrors.key_reused);
    return { ...answerJson(JSON.parse(kept.answer ?? 'null')), headers: { 'idempotent-replayed': 'true' } };
  }
  const answer = await make();
  await tx.run(sql`update kernel_answer set answer = ${JSON.stringify(answer)}
    where person_id = ${actor.personId} and key = ${key}`);
  return answerJson(answer);
}

async function takeKey(
  tx: Tx,
  personId: string,
  key: string,
  bodyHash: string,
  now: Date,
): Promise<{ readonly bodyHash: string; readonly answer: string | null } | undefined> {
  await tx.run(sql`delete from kernel_answer
    where person_id = ${personId} and key = ${key} and made_at < ${forgottenBefore(now)}`);
  const taken = await tx.run(sql`insert into kernel_answer (person_id, key, body_hash, made_at)
    values (${personId}, ${key}, ${bodyHash}, ${now}) on conflict (person_id, key) do nothing`);
  if (taken > 0) return undefined;
  return tx.row(query({ bodyHash: 'text', answer: 'text?' } as const)`
    select body_hash as "bodyHash", answer from kernel_answer where person_id = ${personId} and key = ${key}`);
}

/** Removes answers kept beyond the declared time; their number. */
export function forgetAnswers(tx: Tx, now: Date): Promise<number> {
  return tx.run(sql`delete from kernel_answer where made_at < ${forgottenBefore(now)}`);
}
