import { createHash } from 'node:crypto';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { disclosureLimits } from '../limits.ts';

/** What was answered to a request before. */
export interface KeptAnswer {
  readonly bodyHash: string;
  /** As JSON text. */
  readonly answer: string | null;
}

export function hashOfBody(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex');
}

function forgottenBefore(now: Date): Date {
  return new Date(now.getTime() - disclosureLimits.request_hours * 3_600_000);
}

/**
 * Takes a key for the request in hand, or answers what was said under it before. The same key sent twice at once waits for the first one's
 * transaction.
 */
export async function takeKey(
  tx: Tx,
  personId: string,
  key: string,
  bodyHash: string,
  now: Date,
): Promise<KeptAnswer | undefined> {
  await tx.run(sql`delete from disclosure_request
    where person_id = ${personId} and key = ${key} and made_at < ${forgottenBefore(now)}`);
  const taken = await tx.run(sql`insert into disclosure_request (person_id, key, body_hash, made_at)
    values (${personId}, ${key}, ${bodyHash}, ${now}) on conflict (person_id, key) do nothing`);
  if (taken > 0) return undefined;
  return tx.row(query({ bodyHash: 'text', answer: 'text?' } as const)`
    select body_hash as "bodyHash", answer from disclosure_request where person_id = ${personId} and key = ${key}`);
}

export async function keepAnswer(tx: Tx, personId: string, key: string, answer: unknown): Promise<void> {
  await tx.run(sql`update disclosure_request set answer = ${JSON.stringify(answer)}
    where person_id = ${personId} and key = ${key}`);
}

export async function forgetRequests(tx: Tx, now: Date): Promise<number> {
  return tx.run(sql`delete from disclosure_request where made_at < ${forgottenBefore(now)}`);
}
