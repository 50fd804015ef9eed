import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';

const setUpRow = { done: 'bool', workingYear: 'int?' } as const;

export interface SetUpState {
  readonly done: boolean;
  readonly workingYear: number | null;
}

export function readSetUp(db: Db): Promise<SetUpState> {
  return db.one(
    query(setUpRow)`select done_at is not null as done, working_year as "workingYear" from identity_setup`,
  );
}

/** Reads and holds the one row: two visitors cannot both be the first. */
export function lockSetUp(tx: Tx): Promise<SetUpState> {
  return tx.one(
    query(
      setUpRow,
    )`select done_at is not null as done, working_year as "workingYear" from identity_setup for update`,
  );
}

export async function codeMatches(db: Db, codeHash: Buffer): Promise<boolean> {
  const row = await db.row(query({ open: 'bool' } as const)`
    select true as open from identity_setup where code_hash = ${codeHash} and done_at is null`);
  return row !== undefined;
}

export async function storeCode(tx: Tx, codeHash: Buffer): Promise<void> {
  await tx.run(sql`update identity_setup set code_hash = ${codeHash} where done_at is null`);
}

export async function markSetUp(tx: Tx, workingYear: number, now: Date): Promise<void> {
  await tx.run(
    sql`update identity_setup set code_hash = null, working_year = ${workingYear}, done_at = ${now}`,
  );
}
