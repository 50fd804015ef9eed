import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { Role } from '../domain/roles.ts';

const accountRow = {
  username: 'text',
  fullName: 'text',
  title: 'text',
  role: 'text',
  unitName: 'text',
} as const;

export interface ExampleAccount {
  readonly username: string;
  readonly fullName: string;
  readonly title: string;
  readonly role: Role;
  readonly unitName: string;
}

/** Every account with a post on the day, once for each of its posts: only ever shown for the example. */
export async function exampleAccounts(db: Db, today: CalendarDate): Promise<ExampleAccount[]> {
  return (await db.rows(query(accountRow)`
    select p.username, p.full_name as "fullName", po.title, po.role,
      coalesce(units_name(po.unit_id, ${today}::date), '—') as "unitName"
    from identity_post po join identity_person p on p.id = po.person_id and p.disabled_at is null
    where po.valid @> ${today}::date order by p.created_at, p.id, po.id`)) as ExampleAccount[];
}
