import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { isId } from '../../../kernel/ids.ts';
import { personByLogin } from '../store/people.ts';

/** The full name of a person, also of a disabled one; `undefined` when there is none of this id. */
export async function personName(db: Db, personId: string): Promise<string | undefined> {
  if (!isId(personId)) return undefined;
  const row = await db.row(query({ fullName: 'text' } as const)`
    select full_name as "fullName" from identity_person where id = ${personId}`);
  return row?.fullName;
}

/** The email address of a person's account; `null` when there is none. */
export async function emailOfPerson(db: Db, personId: string): Promise<string | null> {
  if (!isId(personId)) return null;
  const row = await db.row(query({ email: 'text?' } as const)`
    select email from identity_person where id = ${personId}`);
  return row?.email ?? null;
}

export interface FoundPerson {
  readonly personId: string;
  readonly username: string;
  readonly fullName: string;
}

/** Who has this user name or email, for the command line; `undefined` when nobody has. */
export async function personByUsername(db: Db, login: string): Promise<FoundPerson | undefined> {
  const person = await personByLogin(db, login);
  return person && { personId: person.id, username: person.username, fullName: person.fullName };
}
