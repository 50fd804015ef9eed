import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query, type RowOf } from '../../../kernel/db/sql.ts';

const contactRow = {
  unitId: 'uuid',
  unitName: 'text',
  kind: 'text',
  headTitle: 'text?',
  phone: 'text?',
  email: 'text?',
  validFrom: 'date?',
} as const;
export type Contact = RowOf<typeof contactRow>;

/**
 * A commune and the offices and bodies directly under it but no villages, each with the contact it published last, or none. The commune
 * itself first.
 */
export function contactsOf(db: Db, unitId: string, day: CalendarDate): Promise<Contact[]> {
  return db.rows(query(contactRow)`
    select u.unit_id as "unitId", u.name as "unitName", u.kind, c.head_title as "headTitle", c.phone, c.email,
      c.valid_from as "validFrom"
    from portal_unit u
    left join lateral (
      select head_title, phone, email, valid_from from portal_contact
      where unit_id = u.unit_id and valid_from <= ${day}::date order by valid_from desc, published_at desc limit 1) c on true
    where (u.unit_id = ${unitId} or (u.parent_id = ${unitId} and u.kind not in ('thon', 'ubnd')))
      and u.from_on <= ${day}::date and (u.until_on is null or u.until_on >= ${day}::date)
    order by u.unit_id <> ${unitId}, u.name`);
}

/** The contacts in use of all units that published an email, by unit. */
export async function publishedEmails(db: Db, day: CalendarDate): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows(query({ unitId: 'uuid', email: 'text?' })`
    select distinct on (unit_id) unit_id as "unitId", email from portal_contact where valid_from <= ${day}::date
    order by unit_id, valid_from desc, published_at desc`);
  return new Map(rows.flatMap(({ unitId, email }) => (email === null ? [] : [[unitId, email] as const])));
}
