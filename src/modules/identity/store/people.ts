import type { Db, Tx } from '../../../kernel/db/database.ts';
import { noSql, query, sql } from '../../../kernel/db/sql.ts';

const personRow = {
  id: 'uuid',
  username: 'text',
  email: 'text?',
  fullName: 'text',
  passwordHash: 'text',
  mustChangePassword: 'bool',
  failedCount: 'int',
  lastFailedAt: 'instant?',
  lockedUntil: 'instant?',
  disabledAt: 'instant?',
} as const;

export interface StoredPerson {
  readonly id: string;
  readonly username: string;
  readonly email: string | null;
  readonly fullName: string;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly failedCount: number;
  readonly lastFailedAt: Date | null;
  readonly lockedUntil: Date | null;
  readonly disabledAt: Date | null;
}

const columns = sql`id, username, email, full_name as "fullName", password_hash as "passwordHash",
  must_change_password as "mustChangePassword", failed_count as "failedCount", last_failed_at as "lastFailedAt",
  locked_until as "lockedUntil", disabled_at as "disabledAt"`;

/** By user name, or by email when there is an `@` in it (a user name has none). */
export function personByLogin(db: Db, login: string): Promise<StoredPerson | undefined> {
  const name = login.trim().toLowerCase();
  return name.includes('@')
    ? db.row(query(personRow)`select ${columns} from identity_person where lower(email) = ${name}`)
    : db.row(query(personRow)`select ${columns} from identity_person where username = ${name}`);
}

export function personById(db: Db, id: string): Promise<StoredPerson | undefined> {
  return db.row(query(personRow)`select ${columns} from identity_person where id = ${id}`);
}

/** Reads and holds the row until the transaction ends. */
export function lockPerson(tx: Tx, id: string): Promise<StoredPerson | undefined> {
  return tx.row(query(personRow)`select ${columns} from identity_person where id = ${id} for update`);
}

export async function anyPerson(db: Db): Promise<boolean> {
  return (await db.row(query({ id: 'uuid' } as const)`select id from identity_person limit 1`)) !== undefined;
}

export interface NewPerson {
  readonly id: string;
  readonly username: string;
  readonly email: string | null;
  readonly fullName: string;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
}

export async function insertPerson(tx: Tx, person: NewPerson, now: Date): Promise<void> {
  await tx.run(sql`insert into identity_person
      (id, username, email, full_name, password_hash, must_change_password, password_changed_at, created_at)
    values (${person.id}, ${person.username}, ${person.email}, ${person.fullName}, ${person.passwordHash},
      ${person.mustChangePassword}, ${now}, ${now})`);
}

export async function updateNames(
  tx: Tx,
  id: string,
  person: Pick<StoredPerson, 'username' | 'email' | 'fullName'>,
): Promise<void> {
  await tx.run(sql`update identity_person set username = ${person.username}, email = ${person.email},
    full_name = ${person.fullName} where id = ${id}`);
}

/** A new password also ends a lock: it was set by its owner or by an administrator. */
export async function updatePassword(
  tx: Tx,
  id: string,
  password: { readonly hash: string; readonly mustChange: boolean },
  now: Date,
): Promise<void> {
  await tx.run(sql`update identity_person set password_hash = ${password.hash},
    must_change_password = ${password.mustChange}, password_changed_at = ${now}, failed_count = 0,
    last_failed_at = null, locked_until = null where id = ${id}`);
}

export async function recordFailure(
  tx: Tx,
  id: string,
  failure: { readonly count: number; readonly at: Date; readonly lockedUntil: Date | null },
): Promise<void> {
  await tx.run(sql`update identity_person set failed_count = ${failure.count}, last_failed_at = ${failure.at},
    locked_until = ${failure.lockedUntil} where id = ${id}`);
}

/** Forgets failures; `rehashed` replaces a hash of an older cost. */
export async function recordSuccess(tx: Tx, id: string, rehashed: string | null): Promise<void> {
  await tx.run(sql`update identity_person set failed_count = 0, last_failed_at = null, locked_until = null
    ${rehashed === null ? noSql : sql`, password_hash = ${rehashed}`} where id = ${id}`);
}

export async function setDisabled(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx.run(sql`update identity_person set disabled_at = ${at} where id = ${id}`);
}

/** Forgets wrong passwords that are older than `before`; answers how many accounts. */
export function forgetFailures(tx: Tx, before: Date): Promise<number> {
  return tx.run(sql`update identity_person set failed_count = 0, last_failed_at = null, locked_until = null
    where last_failed_at < ${before} and (locked_until is null or locked_until < ${before})`);
}
