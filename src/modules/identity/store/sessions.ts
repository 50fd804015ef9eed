import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';

const sessionRow = {
  id: 'uuid',
  createdAt: 'instant',
  lastSeenAt: 'instant',
  agent: 'text',
} as const;

export interface StoredSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly agent: string;
}

export interface NewSession {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly personId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly agent: string;
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx.run(sql`insert into identity_session
      (id, token_hash, person_id, created_at, last_seen_at, expires_at, agent)
    values (${session.id}, ${session.tokenHash}, ${session.personId}, ${session.createdAt}, ${session.createdAt},
      ${session.expiresAt}, ${session.agent})`);
}

export function openSessionsOf(
  db: Db,
  personId: string,
  now: Date,
  idleSince: Date,
): Promise<StoredSession[]> {
  return db.rows(query(sessionRow)`select id, created_at as "createdAt", last_seen_at as "lastSeenAt", agent
    from identity_session where person_id = ${personId} and expires_at > ${now} and last_seen_at > ${idleSince}
    order by last_seen_at desc, id`);
}

export async function sessionIdOf(db: Db, tokenHash: Buffer): Promise<string | undefined> {
  const row = await db.row(query({ id: 'uuid' } as const)`
    select id from identity_session where token_hash = ${tokenHash}`);
  return row?.id;
}

/** Ends one session of the person; answers whether there was one. */
export async function deleteSession(tx: Tx, personId: string, sessionId: string): Promise<boolean> {
  return (
    (await tx.run(sql`delete from identity_session where id = ${sessionId} and person_id = ${personId}`)) > 0
  );
}

/** Ends the person's sessions, all or all but one; answers how many. */
export function deleteSessionsOf(tx: Tx, personId: string, butTokenHash: Buffer | null): Promise<number> {
  return tx.run(sql`delete from identity_session where person_id = ${personId}
    and (${butTokenHash}::bytea is null or token_hash <> ${butTokenHash}::bytea)`);
}

export async function setSessionPost(tx: Tx, tokenHash: Buffer, postId: string): Promise<void> {
  await tx.run(sql`update identity_session set post_id = ${postId} where token_hash = ${tokenHash}`);
}

export async function touchSession(db: Db, sessionId: string, now: Date): Promise<void> {
  await db.rows(
    query({} as const)`update identity_session set last_seen_at = ${now} where id = ${sessionId}`,
  );
}

export function deleteExpiredSessions(tx: Tx, now: Date, idleSince: Date): Promise<number> {
  return tx.run(sql`delete from identity_session where expires_at <= ${now} or last_seen_at <= ${idleSince}`);
}
