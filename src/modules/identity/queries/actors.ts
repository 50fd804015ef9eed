import type { Actor } from '../../../kernel/authz.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { actorOf, personAndPost, personColumns, personJoin } from '../authenticate.ts';

const actorRow = {
  ...personAndPost,
  username: 'text',
  unitName: 'text?',
  lineage: 'uuid[]?',
  carried: 'uuid[]?',
} as const;

/** Somebody else than the one who asks, with the rights of their posts of the day. */
export interface KnownActor {
  readonly personId: string;
  readonly username: string;
  readonly actor: Actor;
}

/**
 * What these people, named by id or by user name, could do on the day: for asking a policy about others. Who is unknown or
 * disabled is left out; one statement.
 */
export async function actorsOf(
  db: Db,
  who: { readonly personIds?: readonly string[]; readonly usernames?: readonly string[] },
  day: CalendarDate,
): Promise<KnownActor[]> {
  const { personIds = [], usernames = [] } = who;
  const rows = await db.rows(query(actorRow)`
    select c.username, ${personColumns}, units_name(po.unit_id, ${day}::date) as "unitName",
      units_lineage(po.unit_id, ${day}::date) as lineage, units_carried(po.unit_id, ${day}::date) as carried
    from (select id as person_id, username from identity_person
      where id = any(${personIds}::uuid[]) or username = any(${usernames}::text[])) c ${personJoin(day)}
    order by c.username, po.acting, lower(po.valid), po.id`);
  const units = {
    names: new Map(rows.map((row) => [row.unitId ?? '', row.unitName ?? '—'])),
    byId: new Map(rows.map((row) => [row.unitId ?? '', { lineage: row.lineage ?? [] }])),
    carried: new Map(rows.map((row) => [row.unitId ?? '', row.carried ?? []])),
  };
  return [...Map.groupBy(rows, (row) => row.personId).values()].flatMap(([first, ...more]) =>
    first
      ? [
          {
            personId: first.personId,
            username: first.username,
            actor: actorOf([first, ...more], units, null, null),
          },
        ]
      : [],
  );
}
