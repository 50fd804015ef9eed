import type { Actor, Post } from '../../kernel/authz.ts';
import { type CalendarDate, vietnamDate } from '../../kernel/dates.ts';
import { query, type RowOf, sql } from '../../kernel/db/sql.ts';
import type { Credentials } from '../../kernel/http/app.ts';
import type { Tenant } from '../../kernel/tenants.ts';
import { unitsOfDay } from '../units/index.ts';
import { identityLimits } from './limits.ts';
import { csrfToken, secretHash } from './secrets.ts';
import { touchSession } from './store/sessions.ts';
import { touchToken } from './store/tokens.ts';

/** The page a person with a first password must finish. */
export const PASSWORD_PAGE = '/mat-khau';

export const personAndPost = {
  personId: 'uuid',
  fullName: 'text',
  mustChange: 'bool',
  postId: 'uuid?',
  role: 'text?',
  title: 'text?',
  unitId: 'uuid?',
  acting: 'bool?',
} as const;

export type PersonAndPost = RowOf<typeof personAndPost>;

/** One row for each post held on the day. */
export const personColumns = sql`p.id as "personId", p.full_name as "fullName", p.must_change_password as "mustChange",
  po.id as "postId", po.role, po.title, po.unit_id as "unitId", po.acting`;

/** Joins person and posts of the day to rows `c` that name a person. */
export function personJoin(today: CalendarDate) {
  return sql`join identity_person p on p.id = c.person_id and p.disabled_at is null
    left join identity_post po on po.person_id = p.id and po.valid @> ${today}::date`;
}

/**
 * Who sends this request: by the bearer token when there is one, else by the session cookie; `null` when neither opens
 * anything (unknown, expired, idle too long, person disabled). One statement a request, and the units that are kept in
 * memory; the time of last use is written at most every few minutes (session) or once a day (token).
 */
export async function authenticate(
  tenant: Tenant,
  cookie: string | undefined,
  bearer: string | undefined,
  now: Date,
): Promise<Credentials | null> {
  if (bearer !== undefined) return byToken(tenant, bearer, now);
  return cookie ? bySession(tenant, cookie, now) : null;
}

const sessionColumns = {
  ...personAndPost,
  sessionId: 'uuid',
  lastSeenAt: 'instant',
  chosenPostId: 'uuid?',
} as const;

/** Sessions seen last before this instant have been left alone too long. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - identityLimits.idle_minutes * 60_000);
}

async function bySession(tenant: Tenant, secret: string, now: Date): Promise<Credentials | null> {
  const today = vietnamDate(now);
  const rows = await tenant.db.rows(query(sessionColumns)`
    select c.id as "sessionId", c.last_seen_at as "lastSeenAt", c.post_id as "chosenPostId", ${personColumns}
    from identity_session c ${personJoin(today)}
    where c.token_hash = ${secretHash(secret)} and c.expires_at > ${now} and c.last_seen_at > ${idleSince(now)}
    order by po.acting, lower(po.valid), po.id`);
  if (!isSome(rows)) return null;
  const [first] = rows;
  const unseenMs = Math.abs(now.getTime() - first.lastSeenAt.getTime());
  if (unseenMs > identityLimits.last_seen_minutes * 60_000)
    await touchSession(tenant.db, first.sessionId, now);
  const credentials = {
    actor: actorOf(rows, await unitsOfDay(tenant.db, today), first.chosenPostId, null),
    csrf: csrfToken(secret),
    key: `session ${first.sessionId}`,
    bearer: false,
  };
  return first.mustChange ? { ...credentials, mustFirst: PASSWORD_PAGE } : credentials;
}

const tokenColumns = { ...personAndPost, tokenId: 'uuid', scopes: 'text[]', usedToday: 'bool' } as const;

async function byToken(tenant: Tenant, secret: string, now: Date): Promise<Credentials | null> {
  const today = vietnamDate(now);
  const rows = await tenant.db.rows(query(tokenColumns)`
    select c.id as "tokenId", c.scopes, c.last_used_on is not distinct from ${today}::date as "usedToday",
      ${personColumns}
    from identity_token c ${personJoin(today)}
    where c.token_hash = ${secretHash(secret)} and c.expires_on >= ${today}::date and not p.must_change_password
    order by po.acting, lower(po.valid), po.id`);
  if (!isSome(rows)) return null;
  const [first] = rows;
  if (!first.usedToday) await touchToken(tenant.db, first.tokenId, today);
  return {
    actor: actorOf(rows, await unitsOfDay(tenant.db, today), null, first.scopes),
    csrf: '',
    key: `token ${first.tokenId}`,
    bearer: true,
  };
}

function isSome<Row>(rows: readonly Row[]): rows is readonly [Row, ...Row[]] {
  return rows.length > 0;
}

/** What of units an actor's posts show: their names, and where they stand. */
export interface UnitPlaces {
  readonly names: ReadonlyMap<string, string>;
  readonly byId: ReadonlyMap<string, { readonly lineage: readonly string[] }>;
  readonly carried: ReadonlyMap<string, readonly string[]>;
}

/** A person who must still change a first password acts from no post, so that no policy lets them do anything. */
export function actorOf(
  rows: readonly [PersonAndPost, ...PersonAndPost[]],
  units: UnitPlaces,
  chosenPostId: string | null,
  scopes: readonly string[] | null,
): Actor {
  const [person] = rows;
  const posts = person.mustChange ? [] : rows.flatMap((row) => postOf(row, units));
  const current = posts.find((post) => post.postId === chosenPostId) ?? posts[0] ?? null;
  return { personId: person.personId, name: person.fullName, posts, current, scopes };
}

/** A unit that no longer stands leaves its post without a place in the tree. */
function postOf(row: PersonAndPost, units: UnitPlaces): Post[] {
  const { postId, role, title, unitId, acting } = row;
  if (postId === null || role === null || title === null || unitId === null || acting === null) return [];
  const unitName = units.names.get(unitId) ?? '—';
  const lineage = units.byId.get(unitId)?.lineage ?? [];
  const carries = units.carried.get(unitId) ?? [];
  return [{ postId, role, title, unitId, unitName, lineage, acting, carries }];
}
