import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import type { Role } from '../domain/roles.ts';

const postRow = {
  id: 'uuid',
  personId: 'uuid',
  unitId: 'uuid',
  unitName: 'text',
  lineage: 'uuid[]',
  title: 'text',
  role: 'text',
  from: 'date',
  to: 'date?',
  acting: 'bool',
} as const;

export interface StoredPost {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly unitName: string;
  /** Ids from the root to the unit on the day asked, or on the nearest day of the post; the unit alone once it is gone. */
  readonly lineage: string[];
  readonly title: string;
  readonly role: Role;
  readonly from: CalendarDate;
  /** The last day, inclusive. */
  readonly to: CalendarDate | null;
  readonly acting: boolean;
}

function columns(today: CalendarDate) {
  const day = sql`greatest(lower(valid), least(${today}::date, coalesce(upper(valid) - 1, ${today}::date)))`;
  return sql`id, person_id as "personId", unit_id as "unitId",
    coalesce(units_name(unit_id, ${day}), '—') as "unitName",
    coalesce(nullif(units_lineage(unit_id, ${day}), '{}'), array[unit_id]) as lineage,
    title, role, lower(valid) as "from", upper(valid) - 1 as "to", acting`;
}

/** Every post the person holds, held or will hold, the latest first. */
export async function postsOf(db: Db, personId: string, today: CalendarDate): Promise<StoredPost[]> {
  return (await db.rows(query(postRow)`select ${columns(today)} from identity_post
    where person_id = ${personId} order by lower(valid) desc, id desc`)) as StoredPost[];
}

export async function postById(db: Db, id: string, today: CalendarDate): Promise<StoredPost | undefined> {
  return (await db.row(query(postRow)`select ${columns(today)} from identity_post where id = ${id}`)) as
    | StoredPost
    | undefined;
}

export interface NewPost {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly title: string;
  readonly role: Role;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly acting: boolean;
}

export async function insertPost(tx: Tx, post: NewPost): Promise<void> {
  await tx.run(sql`insert into identity_post (id, person_id, unit_id, title, role, valid, acting)
    values (${post.id}, ${post.personId}, ${post.unitId}, ${post.title}, ${post.role},
      daterange(${post.from}::date, ${post.to}::date, '[]'), ${post.acting})`);
}

export async function endPostOn(tx: Tx, id: string, lastDay: CalendarDate): Promise<void> {
  await tx.run(
    sql`update identity_post set valid = daterange(lower(valid), ${lastDay}::date, '[]') where id = ${id}`,
  );
}

export async function deletePost(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`delete from identity_post where id = ${id}`);
}

/**
 * Lets one change at a time take away an administrator, so that the last two cannot leave at the same moment. Taken before
 * any row is held, so that two such changes cannot wait for each other.
 */
export async function lockAdministrators(tx: Tx): Promise<void> {
  await tx.run(
    sql`select pg_advisory_xact_lock(hashtextextended(current_schema() || '.identity_post.admin', 0))`,
  );
}

/**
 * How many administrators of a root there are besides the person or post named, not disabled, in a post without end: as
 * long as there is one, the system can be administered.
 */
export async function otherRootAdministrators(
  db: Db,
  without: { readonly personId?: string; readonly postId?: string },
  today: CalendarDate,
): Promise<number> {
  const row = await db.one(query({ n: 'int' } as const)`
    select count(*)::int as n from identity_post po join identity_person p on p.id = po.person_id
    where po.role = 'admin' and p.disabled_at is null and po.valid @> ${today}::date and upper_inf(po.valid)
      and cardinality(units_lineage(po.unit_id, ${today}::date)) = 1
      and (${without.personId ?? null}::uuid is null or po.person_id <> ${without.personId ?? null}::uuid)
      and (${without.postId ?? null}::uuid is null or po.id <> ${without.postId ?? null}::uuid)`);
  return row.n;
}
