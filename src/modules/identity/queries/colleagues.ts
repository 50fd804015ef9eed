import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { type AwayKind, type LeaveKind, toldAs } from '../domain/leave.ts';
import { ROLES, type Role } from '../domain/roles.ts';

const personRow = {
  personId: 'uuid',
  username: 'text',
  fullName: 'text',
  unitId: 'uuid',
  postId: 'uuid',
  title: 'text',
  role: 'text',
  acting: 'bool',
  awayUntil: 'date?',
  kind: 'text?',
} as const;

/** A post somebody holds on a day, with what colleagues may know of the person: whether they are away, not why. */
export interface UnitPerson {
  readonly personId: string;
  readonly username: string;
  readonly fullName: string;
  readonly unitId: string;
  readonly postId: string;
  readonly title: string;
  readonly role: Role;
  readonly acting: boolean;
  readonly away: { readonly until: CalendarDate; readonly kind: AwayKind } | null;
}

/**
 * Who holds a post (of one of the roles) in these units on the day, once for each post: for choices and mentions. Disabled accounts are left
 * out; in each unit full holders stand before acting ones, the longest in the post first.
 */
export async function peopleOfUnits(
  db: Db,
  unitIds: readonly string[],
  day: CalendarDate,
  roles: readonly Role[] = ROLES,
): Promise<UnitPerson[]> {
  const rows = await db.rows(query(personRow)`
    select p.id as "personId", p.username, p.full_name as "fullName", po.unit_id as "unitId", po.id as "postId", po.title,
      po.role, po.acting, upper(l.away) - 1 as "awayUntil", l.kind
    from identity_post po join identity_person p on p.id = po.person_id and p.disabled_at is null
      left join identity_leave l on l.person_id = p.id and l.away @> ${day}::date and l.withdrawn_at is null
    where po.unit_id = any(${[...new Set(unitIds)]}::uuid[]) and po.valid @> ${day}::date
      and po.role = any(${roles}::text[])
    order by po.unit_id, po.acting, lower(po.valid), p.full_name, po.id`);
  return rows.map(({ awayUntil, kind, role, ...person }) => ({
    ...person,
    role: role as Role,
    away: awayUntil === null ? null : { until: awayUntil, kind: toldAs(kind as LeaveKind) },
  }));
}
