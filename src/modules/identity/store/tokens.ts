import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';

const tokenRow = {
  id: 'uuid',
  name: 'text',
  scopes: 'text[]',
  expiresOn: 'date',
  lastUsedOn: 'date?',
} as const;

export interface StoredToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: string[];
  /** The last day it opens anything. */
  readonly expiresOn: CalendarDate;
  readonly lastUsedOn: CalendarDate | null;
}

const columns = sql`id, name, scopes, expires_on as "expiresOn", last_used_on as "lastUsedOn"`;

export function tokensOf(db: Db, personId: string): Promise<StoredToken[]> {
  return db.rows(
    query(tokenRow)`select ${columns} from identity_token where person_id = ${personId} order by name`,
  );
}

export async function insertToken(
  tx: Tx,
  token: Omit<StoredToken, 'lastUsedOn'> & { readonly personId: string; readonly tokenHash: Buffer },
  now: Date,
): Promise<void> {
  await tx.run(sql`insert into identity_token (id, token_hash, person_id, name, scopes, created_at, expires_on)
    values (${token.id}, ${token.tokenHash}, ${token.personId}, ${token.name}, ${token.scopes}, ${now},
      ${token.expiresOn})`);
}

/** Removes a token of the person; answers what it was. */
export function deleteToken(tx: Tx, personId: string, tokenId: string): Promise<StoredToken | undefined> {
  return tx.row(query(tokenRow)`delete from identity_token where id = ${tokenId} and person_id = ${personId}
    returning ${columns}`);
}

export function deleteTokensOf(tx: Tx, personId: string): Promise<number> {
  return tx.run(sql`delete from identity_token where person_id = ${personId}`);
}

export async function touchToken(db: Db, tokenId: string, today: CalendarDate): Promise<void> {
  await db.rows(query({} as const)`update identity_token set last_used_on = ${today} where id = ${tokenId}`);
}
