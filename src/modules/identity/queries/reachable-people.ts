import type { Actor } from '../../../kernel/authz.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { unitsOfDay } from '../../units/index.ts';
import { actorOf, personAndPost, personColumns, personJoin } from '../authenticate.ts';

/** Someone who can be written to, with the rights of their posts of the day, which say what concerns them. */
export interface ReachablePerson {
  readonly personId: string;
  readonly email: string | null;
  readonly actor: Actor;
}

/**
 * Everybody with an account in use on the day. Left out: disabled accounts, and those that still have a first password,
 * which open nothing yet. One statement.
 */
export async function reachablePeople(db: Db, day: CalendarDate): Promise<ReachablePerson[]> {
  const rows = await db.rows(query({ ...personAndPost, email: 'text?' } as const)`
    select c.email, ${personColumns}
    from (select id as person_id, email from identity_person where not must_change_password) c ${personJoin(day)}
    order by p.id, po.acting, lower(po.valid), po.id`);
  const units = await unitsOfDay(db, day);
  return [...Map.groupBy(rows, (row) => row.personId).values()].flatMap(([first, ...more]) =>
    first
      ? [
          {
            personId: first.personId,
            email: first.email,
            actor: actorOf([first, ...more], units, null, null),
          },
        ]
      : [],
  );
}
