import { type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';

/** The last version of an item. */
export interface LastVersion {
  readonly id: string;
  readonly itemId: string;
  readonly number: number;
  readonly kind: 'publish' | 'correct' | 'withdraw';
  readonly summary: string | null;
  readonly personName: string;
  readonly recordedAt: Date;
}

/** The last version of each item that has one, as it stood just before `asOf`. */
export async function lastVersions(
  db: Db,
  itemIds: readonly string[],
  asOf: Date | null,
): Promise<ReadonlyMap<string, LastVersion>> {
  const rows = await db.rows(query({
    id: 'uuid',
    itemId: 'uuid',
    number: 'int',
    kind: 'text',
    summary: 'text?',
    personName: 'text',
    recordedAt: 'instant',
  } as const)`
    select distinct on (item_id) id, item_id as "itemId", number, kind, summary, person_name as "personName",
      recorded_at as "recordedAt"
    from disclosure_version
    where item_id = any(${itemIds}::uuid[]) and (${asOf}::timestamptz is null or recorded_at < ${asOf}::timestamptz)
    order by item_id, number desc`);
  return new Map(rows.map((row) => [row.itemId, { ...row, kind: row.kind as LastVersion['kind'] }]));
}

export interface StandingException {
  readonly itemId: string;
  readonly kind: 'nil' | 'exempt';
  readonly reason: string;
  readonly personName: string;
  readonly on: CalendarDate;
  readonly recordedAt: Date;
}

/** The exceptions that stand, by item. */
export async function standingExceptions(
  db: Db,
  itemIds: readonly string[],
  asOf: Date | null,
): Promise<ReadonlyMap<string, StandingException>> {
  const rows = await db.rows(query({
    itemId: 'uuid',
    kind: 'text',
    reason: 'text',
    personName: 'text',
    recordedAt: 'instant',
  } as const)`
    select distinct on (item_id) item_id as "itemId", kind, reason, person_name as "personName", recorded_at as "recordedAt"
    from disclosure_exception
    where item_id = any(${itemIds}::uuid[]) and (${asOf}::timestamptz is null or recorded_at < ${asOf}::timestamptz)
    order by item_id, seq desc`);
  return new Map(
    rows
      .filter(({ kind }) => kind !== 'none')
      .map((row) => [
        row.itemId,
        { ...row, kind: row.kind as StandingException['kind'], on: vietnamDate(row.recordedAt) },
      ]),
  );
}

/** The last posting of an item at a place. */
export interface PostingRow {
  readonly id: string;
  readonly itemId: string;
  readonly placeId: string;
  readonly versionNumber: number;
  readonly postedOn: CalendarDate;
  readonly firstPostedOn: CalendarDate;
  readonly staysUntil: CalendarDate | null;
  readonly url: string | null;
  readonly rowHash: string | null;
  readonly recordedAt: Date;
  readonly removedOn: CalendarDate | null;
  readonly removedAt: Date | null;
}

export async function lastPostings(
  db: Db,
  itemIds: readonly string[],
  asOf: Date | null,
): Promise<PostingRow[]> {
  return db.rows(query({
    id: 'uuid',
    itemId: 'uuid',
    placeId: 'uuid',
    versionNumber: 'int',
    postedOn: 'date',
    firstPostedOn: 'date',
    staysUntil: 'date?',
    url: 'text?',
    rowHash: 'text?',
    recordedAt: 'instant',
    removedOn: 'date?',
    removedAt: 'instant?',
  } as const)`
    select distinct on (p.item_id, p.place_id) p.id, p.item_id as "itemId", p.place_id as "placeId",
      v.number as "versionNumber", p.posted_on as "postedOn",
      min(p.posted_on) over (partition by p.item_id, p.place_id) as "firstPostedOn", p.stays_until as "staysUntil", p.url,
      p.row_hash as "rowHash", p.recorded_at as "recordedAt", r.removed_on as "removedOn", r.recorded_at as "removedAt"
    from disclosure_posting p join disclosure_version v on v.id = p.version_id
      left join disclosure_removal r on r.posting_id = p.id
        and (${asOf}::timestamptz is null or r.recorded_at < ${asOf}::timestamptz)
    where p.item_id = any(${itemIds}::uuid[]) and (${asOf}::timestamptz is null or p.recorded_at < ${asOf}::timestamptz)
    order by p.item_id, p.place_id, p.seq desc`);
}

/** How often each posting was read out, by day. */
export async function broadcastDays(
  db: Db,
  postingIds: readonly string[],
  asOf: Date | null,
): Promise<{ postingId: string; on: CalendarDate; times: number }[]> {
  return db.rows(query({ postingId: 'uuid', on: 'date', times: 'int' } as const)`
    select posting_id as "postingId", on_day as on, count(*)::integer as times from disclosure_broadcast
    where posting_id = any(${postingIds}::uuid[]) and (${asOf}::timestamptz is null or recorded_at < ${asOf}::timestamptz)
    group by posting_id, on_day`);
}

export interface UnansweredRow {
  readonly itemId: string;
  readonly placeId: string | null;
  readonly notSeen: number;
  readonly wrong: number;
}

/** What citizens said in checks that are still open: every say from the one that opened it. */
export async function unansweredSays(
  db: Db,
  itemIds: readonly string[],
  asOf: Date | null,
): Promise<UnansweredRow[]> {
  return db.rows(query({ itemId: 'uuid', placeId: 'uuid?', notSeen: 'int', wrong: 'int' } as const)`
    select c.item_id as "itemId", c.place_id as "placeId",
      (count(*) filter (where s.verdict = 'not_seen'))::integer as "notSeen",
      (count(*) filter (where s.verdict = 'wrong'))::integer as wrong
    from disclosure_check c join disclosure_say f on f.id = c.first_say_id
      join disclosure_say s on s.item_id = c.item_id and s.place_id is not distinct from c.place_id and s.seq >= f.seq
        and s.verdict <> 'seen' and (${asOf}::timestamptz is null or s.recorded_at < ${asOf}::timestamptz)
    where c.item_id = any(${itemIds}::uuid[]) and (${asOf}::timestamptz is null or c.opened_at < ${asOf}::timestamptz)
      and not exists (select from disclosure_answer a where a.check_id = c.id
        and (${asOf}::timestamptz is null or a.recorded_at < ${asOf}::timestamptz))
    group by c.item_id, c.place_id`);
}
