import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { Content } from '../domain/content.ts';

export interface VersionLine {
  readonly itemId: string;
  readonly id: string;
  readonly number: number;
  readonly kind: 'publish' | 'correct' | 'withdraw';
  readonly reason: string | null;
  readonly recordedAt: Date;
}

/** Every version of the items without its content, newest first. */
export async function versionLines(db: Db, itemIds: readonly string[]): Promise<VersionLine[]> {
  const rows = await db.rows(query({
    itemId: 'uuid',
    id: 'uuid',
    number: 'int',
    kind: 'text',
    reason: 'text?',
    recordedAt: 'instant',
  } as const)`
    select item_id as "itemId", id, number, kind, reason, recorded_at as "recordedAt" from disclosure_version
    where item_id = any(${itemIds}::uuid[]) order by item_id, number desc`);
  return rows.map((row) => ({ ...row, kind: row.kind as VersionLine['kind'] }));
}

/** What these versions say, by their ids. */
export async function contentsOf(
  db: Db,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, { content: Content; summary: string }>> {
  const rows = await db.rows(query({ id: 'uuid', content: 'json', summary: 'text?' } as const)`
    select id, content, summary from disclosure_version
    where id = any(${versionIds}::uuid[]) and content is not null`);
  return new Map(
    rows.map(({ id, content, summary }) => [id, { content: content as Content, summary: summary ?? '' }]),
  );
}

export interface PublicFile {
  readonly versionId: string;
  readonly role: string;
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** Files of these versions that everybody may have; sealed ones are never read here. */
export async function publicFiles(db: Db, versionIds: readonly string[]): Promise<PublicFile[]> {
  return db.rows(query({
    versionId: 'uuid',
    role: 'text',
    hash: 'text',
    name: 'text',
    mediaType: 'text',
    sizeBytes: 'bigint',
  } as const)`
    select version_id as "versionId", role, hash, name, media_type as "mediaType", size_bytes as "sizeBytes"
    from disclosure_file where version_id = any(${versionIds}::uuid[]) and role in ('official', 'reduced') order by seq`);
}

export interface SayCount {
  readonly itemId: string;
  readonly placeId: string | null;
  readonly seen: number;
  readonly notSeen: number;
  readonly wrong: number;
}

/** How many citizens said what, by item and place. */
export async function sayCounts(db: Db, itemIds: readonly string[]): Promise<SayCount[]> {
  return db.rows(query({
    itemId: 'uuid',
    placeId: 'uuid?',
    seen: 'int',
    notSeen: 'int',
    wrong: 'int',
  } as const)`
    select item_id as "itemId", place_id as "placeId", (count(*) filter (where verdict = 'seen'))::integer as seen,
      (count(*) filter (where verdict = 'not_seen'))::integer as "notSeen",
      (count(*) filter (where verdict = 'wrong'))::integer as wrong
    from disclosure_say where item_id = any(${itemIds}::uuid[]) group by item_id, place_id`);
}

export interface AnswerLine {
  readonly itemId: string;
  readonly placeId: string | null;
  readonly outcome: 'stands' | 'put_right' | 'corrected';
  readonly words: string;
  readonly on: CalendarDate;
  readonly recordedAt: Date;
}

/** The latest answers of each item that citizens read, newest first. */
export async function answerLines(
  db: Db,
  itemIds: readonly string[],
  mostEach: number,
): Promise<AnswerLine[]> {
  const rows = await db.rows(query({
    itemId: 'uuid',
    placeId: 'uuid?',
    outcome: 'text',
    words: 'text',
    on: 'date',
    recordedAt: 'instant',
  } as const)`
    select w."itemId", w."placeId", w.outcome, w.words, w.on, w."recordedAt" from (
      select c.item_id as "itemId", c.place_id as "placeId", a.outcome, a.words,
        (a.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date as on, a.recorded_at as "recordedAt",
        row_number() over (partition by c.item_id order by a.recorded_at desc, a.id desc) as place
      from disclosure_answer a join disclosure_check c on c.id = a.check_id
      where c.item_id = any(${itemIds}::uuid[])
    ) w where w.place <= ${mostEach}::bigint order by w."itemId", w.place`);
  return rows.map((row) => ({ ...row, outcome: row.outcome as AnswerLine['outcome'] }));
}
