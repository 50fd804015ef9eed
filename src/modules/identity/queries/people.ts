import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, joinSql, noSql, query, sql } from '../../../kernel/db/sql.ts';
import { withoutDiacritics } from '../../../kernel/i18n.ts';
import type { Role } from '../domain/roles.ts';

export const PERSON_STATES = ['active', 'first_password', 'locked', 'no_post', 'disabled'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

export const PEOPLE_SORTS = ['name', 'username'] as const;
export type PeopleSort = (typeof PEOPLE_SORTS)[number];

export interface PeopleFilter {
  readonly search: string | undefined;
  readonly role: Role | undefined;
  readonly state: PersonState | undefined;
  /** Only people with a post in one of these units or below them; `null` for all. */
  readonly units: readonly string[] | null;
}

const listedRow = {
  id: 'uuid',
  fullName: 'text',
  username: 'text',
  email: 'text?',
  posts: 'text',
  state: 'text',
} as const;

export interface ListedPerson {
  readonly id: string;
  readonly fullName: string;
  readonly username: string;
  readonly email: string | null;
  /** "Trưởng phòng, Phòng Nội vụ; …" on the day asked. */
  readonly posts: string;
  readonly state: PersonState;
}

interface When {
  readonly today: CalendarDate;
  readonly now: Date;
}

function holdsNow({ today }: When, role?: Role): Fragment {
  return sql`exists (select from identity_post po where po.person_id = p.id and po.valid @> ${today}::date
    ${role === undefined ? noSql : sql`and po.role = ${role}`})`;
}

function isIn(state: PersonState, when: When): Fragment {
  switch (state) {
    case 'disabled':
      return sql`p.disabled_at is not null`;
    case 'locked':
      return sql`p.disabled_at is null and p.locked_until > ${when.now}`;
    case 'first_password':
      return sql`p.disabled_at is null and p.must_change_password`;
    case 'no_post':
      return sql`p.disabled_at is null and not ${holdsNow(when)}`;
    case 'active':
      return sql`p.disabled_at is null`;
  }
}

/** What people type may hold the signs that LIKE reads as wildcards. */
function contains(text: string): string {
  return `%${withoutDiacritics(text).replace(/[\\%_]/g, '\\$&')}%`;
}

function where(filter: PeopleFilter, when: When): Fragment {
  const { search, role, state, units } = filter;
  const parts = [sql`true`];
  if (search !== undefined)
    parts.push(sql`(p.search like ${contains(search)} or lower(p.email) = ${search.toLowerCase()})`);
  if (role !== undefined) parts.push(holdsNow(when, role));
  if (state !== undefined) parts.push(isIn(state, when));
  if (units !== null)
    parts.push(sql`exists (select from identity_post po where po.person_id = p.id
      and coalesce(nullif(units_lineage(po.unit_id, greatest(lower(po.valid), least(${when.today}::date,
        coalesce(upper(po.valid) - 1, ${when.today}::date)))), '{}'), array[po.unit_id]) && ${[...units]}::uuid[])`);
  return joinSql(parts, ' and ');
}

// Vietnamese lists go by the given name, which stands last.
const orders: Readonly<Record<PeopleSort, Fragment>> = {
  name: sql`regexp_replace(p.full_name, '^.* ', '') collate "vi-x-icu", p.full_name collate "vi-x-icu", p.id`,
  username: sql`p.username, p.id`,
};

/** One page of people, with their posts of the day. */
export async function listPeople(
  db: Db,
  filter: PeopleFilter,
  when: When,
  page: { readonly sort: PeopleSort; readonly limit: number; readonly offset: number },
): Promise<ListedPerson[]> {
  return (await db.rows(query(listedRow)`
    with listed as materialized (
      select p.*, row_number() over (order by ${orders[page.sort]}) as place from identity_person p
      where ${where(filter, when)} order by ${orders[page.sort]} limit ${page.limit} offset ${page.offset})
    select p.id, p.full_name as "fullName", p.username, p.email,
      coalesce((select string_agg(po.title || ', ' || units_name(po.unit_id, ${when.today}::date), '; '
          order by po.acting, lower(po.valid), po.id)
        from identity_post po where po.person_id = p.id and po.valid @> ${when.today}::date), '') as posts,
      case when p.disabled_at is not null then 'disabled'
        when p.locked_until > ${when.now} then 'locked'
        when p.must_change_password then 'first_password'
        when not ${holdsNow(when)} then 'no_post'
        else 'active' end as state
    from listed p order by p.place`)) as ListedPerson[];
}

export async function countPeople(db: Db, filter: PeopleFilter, when: When): Promise<number> {
  const row = await db.one(query({ n: 'int' } as const)`
    select count(*)::int as n from identity_person p where ${where(filter, when)}`);
  return row.n;
}
