import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { addWorkingDays, currentCalendar } from '../../calendar/index.ts';
import type { Content } from '../domain/content.ts';
import { type ItemState, stateOf, type ThreeTests, threeTests } from '../domain/state.ts';
import { disclosureLimits } from '../limits.ts';
import { itemById } from '../store/items.ts';
import { type CheckLine, checksOf } from './checks.ts';
import { type KnownItem, knownItems } from './item-facts.ts';

export interface VersionDetail {
  readonly id: string;
  readonly number: number;
  readonly kind: 'publish' | 'correct' | 'withdraw';
  readonly content: Content | null;
  readonly summary: string | null;
  readonly reason: string | null;
  readonly personName: string;
  readonly recordedAt: Date;
  readonly files: readonly FileDetail[];
}

export interface FileDetail {
  readonly id: string;
  readonly role: 'official' | 'reduced' | 'sealed';
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly found: unknown;
  readonly allowedBecause: string | null;
}

export interface PostingDetail {
  readonly id: string;
  readonly placeId: string;
  readonly versionNumber: number;
  readonly postedOn: CalendarDate;
  readonly staysUntil: CalendarDate | null;
  readonly url: string | null;
  readonly words: string;
  readonly personName: string;
  readonly recordedAt: Date;
  readonly removal: {
    readonly id: string;
    readonly on: CalendarDate;
    readonly reason: string;
    readonly isEarly: boolean;
    readonly personName: string;
    readonly recordedAt: Date;
  } | null;
}

export interface BroadcastLine {
  readonly postingId: string;
  readonly on: CalendarDate;
  readonly at: string;
  readonly minutes: number | null;
  readonly personName: string;
  readonly recordedAt: Date;
}

export interface SayLine {
  readonly id: string;
  readonly placeId: string | null;
  readonly verdict: 'seen' | 'not_seen' | 'wrong';
  readonly words: string;
  readonly photoHash: string | null;
  readonly recordedAt: Date;
}

export interface ExceptionLine {
  readonly kind: 'nil' | 'exempt' | 'none';
  readonly reason: string;
  readonly personName: string;
  readonly recordedAt: Date;
}

export interface ItemDetail extends KnownItem {
  readonly state: ItemState;
  readonly tests: ThreeTests;
  /** Newest first. */
  readonly versions: readonly VersionDetail[];
  readonly allPostings: readonly PostingDetail[];
  readonly broadcasts: readonly BroadcastLine[];
  readonly says: readonly SayLine[];
  readonly checks: readonly CheckLine[];
  /** Newest first, those taken back too. */
  readonly exceptions: readonly ExceptionLine[];
}

/** Until which day a due counts as soon. */
export async function soonUntil(db: Db, today: CalendarDate): Promise<CalendarDate> {
  return addWorkingDays(await currentCalendar(db), today, disclosureLimits.soon_working_days);
}

/** Everything recorded of an item before `asOf` (`null`: until now), judged with `day` as today. */
export async function itemDetail(
  db: Db,
  id: string,
  { day, asOf }: { readonly day: CalendarDate; readonly asOf: Date | null },
): Promise<ItemDetail | undefined> {
  const item = await itemById(db, id, asOf);
  if (!item) return undefined;
  const [known] = await knownItems(db, [item], { day, asOf });
  if (!known) return undefined;
  const moment = { today: day, soonUntil: await soonUntil(db, day) };
  return {
    ...known,
    state: stateOf(known.facts, moment),
    tests: threeTests(known.facts, moment),
    versions: await versionsOf(db, id, asOf),
    allPostings: await postingsOf(db, id, asOf),
    broadcasts: await broadcastsOf(db, id, asOf),
    says: await saysOf(db, id, asOf),
    checks: await checksOf(db, { itemIds: [id], asOf }),
    exceptions: await exceptionsOf(db, id, asOf),
  };
}

async function versionsOf(db: Db, itemId: string, asOf: Date | null): Promise<VersionDetail[]> {
  const rows = await db.rows(query({
    id: 'uuid',
    number: 'int',
    kind: 'text',
    content: 'json?',
    summary: 'text?',
    reason: 'text?',
    personName: 'text',
    recordedAt: 'instant',
  } as const)`
    select id, number, kind, content, summary, reason, person_name as "personName", recorded_at as "recordedAt"
    from disclosure_version where item_id = ${itemId}
      and (${asOf}::timestamptz is null or recorded_at < ${asOf}::timestamptz)
    order by number desc`);
  const files = await db.rows(query({
    versionId: 'uuid',
    id: 'uuid',
    role: 'text',
    hash: 'text',
    name: 'text',
    mediaType: 'text',
    sizeBytes: 'bigint',
    found: 'json?',
    allowedBecause: 'text?',
  } as const)`
    select version_id as "versionId", id, role, hash, name, media_type as "mediaType", size_bytes as "sizeBytes", found,
      allowed_because as "allowedBecause"
    from disclosure_file where version_id = any(${rows.map((row) => row.id)}::uuid[]) order by seq`);
  const byVersion = Map.groupBy(files, ({ versionId }) => versionId);
  return rows.map((row) => ({
    ...row,
    kind: row.kind as VersionDetail['kind'],
    content: row.content as Content | null,
    files: (byVersion.get(row.id) ?? []).map(({ versionId: _, ...file }) => ({
      ...file,
      role: file.role as FileDetail['role'],
    })),
  }));
}

async function postingsOf(db: Db, itemId: string, asOf: Date | null): Promise<PostingDetail[]> {
  const rows = await db.rows(query({
    id: 'uuid',
    placeId: 'uuid',
    versionNumber: 'int',
    postedOn: 'date',
    staysUntil: 'date?',
    url: 'text?',
    words: 'text',
    personName: 'text',
    recordedAt: 'instant',
    removalId: 'uuid?',
    removedOn: 'date?',
    reason: 'text?',
    isEarly: 'bool?',
    removedBy: 'text?',
    removedAt: 'instant?',
  } as const)`
    select p.id, p.place_id as "placeId", v.number as "versionNumber", p.posted_on as "postedOn", p.stays_until as "staysUntil",
      p.url, p.words, p.person_name as "personName", p.recorded_at as "recordedAt", r.id as "removalId",
      r.removed_on as "removedOn", r.reason, r.is_early as "isEarly", r.person_name as "removedBy", r.recorded_at as "removedAt"
    from disclosure_posting p join disclosure_version v on v.id = p.version_id
      left join disclosure_removal r on r.posting_id = p.id
        and (${asOf}::timestamptz is null or r.recorded_at < ${asOf}::timestamptz)
    where p.item_id = ${itemId} and (${asOf}::timestamptz is null or p.recorded_at < ${asOf}::timestamptz)
    order by p.seq desc`);
  return rows.map(({ removalId, removedOn, reason, isEarly, removedBy, removedAt, ...posting }) => ({
    ...posting,
    removal:
      removalId && removedOn && removedAt
        ? {
            id: removalId,
            on: removedOn,
            reason: reason ?? '',
            isEarly: isEarly ?? false,
            personName: removedBy ?? '',
            recordedAt: removedAt,
          }
        : null,
  }));
}

function broadcastsOf(db: Db, itemId: string, asOf: Date | null): Promise<BroadcastLine[]> {
  return db.rows(query({
    postingId: 'uuid',
    on: 'date',
    at: 'text',
    minutes: 'int?',
    personName: 'text',
    recordedAt: 'instant',
  } as const)`
    select b.posting_id as "postingId", b.on_day as on, to_char(b.at_time, 'HH24:MI') as at, b.minutes,
      b.person_name as "personName", b.recorded_at as "recordedAt"
    from disclosure_broadcast b join disclosure_posting p on p.id = b.posting_id
    where p.item_id = ${itemId} and (${asOf}::timestamptz is null or b.recorded_at < ${asOf}::timestamptz)
    order by b.on_day, b.at_time`);
}

async function saysOf(db: Db, itemId: string, asOf: Date | null): Promise<SayLine[]> {
  const most = disclosureLimits.says_shown;
  const rows = await db.rows(query({
    id: 'uuid',
    placeId: 'uuid?',
    verdict: 'text',
    words: 'text',
    photoHash: 'text?',
    recordedAt: 'instant',
  } as const)`
    select id, place_id as "placeId", verdict, words, photo_hash as "photoHash", recorded_at as "recordedAt"
    from disclosure_say where item_id = ${itemId}
      and (${asOf}::timestamptz is null or recorded_at < ${asOf}::timestamptz)
    order by seq desc limit ${most}`);
  return rows.map((row) => ({ ...row, verdict: row.verdict as SayLine['verdict'] }));
}

async function exceptionsOf(db: Db, itemId: string, asOf: Date | null): Promise<ExceptionLine[]> {
  const rows = await db.rows(query({
    kind: 'text',
    reason: 'text',
    personName: 'text',
    recordedAt: 'instant',
  } as const)`
    select kind, reason, person_name as "personName", recorded_at as "recordedAt"
    from disclosure_exception where item_id = ${itemId}
      and (${asOf}::timestamptz is null or recorded_at < ${asOf}::timestamptz)
    order by seq desc`);
  return rows.map((row) => ({ ...row, kind: row.kind as ExceptionLine['kind'] }));
}
