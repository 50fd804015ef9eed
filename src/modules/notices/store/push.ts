import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import { makePushKeys, type PushKeys } from '../../../kernel/web-push.ts';

/** The installation's pair for this tenant, made at first need; of two at the same moment one is kept. */
export async function pushKeys(tx: Tx, now: Date): Promise<PushKeys> {
  const find = () =>
    tx.row(query({ publicKey: 'text', privateKey: 'text' } as const)`
      select public_key as "publicKey", private_key as "privateKey" from notices_push_key`);
  const known = await find();
  if (known) return known;
  const made = makePushKeys();
  await tx.run(sql`insert into notices_push_key (public_key, private_key, made_at)
    values (${made.publicKey}, ${made.privateKey}, ${now}) on conflict (only_row) do nothing`);
  return (await find()) ?? made;
}

/** The public half, for browsers. */
export async function publicPushKey(db: Db): Promise<string | undefined> {
  const row = await db.row(query({ publicKey: 'text' } as const)`
    select public_key as "publicKey" from notices_push_key`);
  return row?.publicKey;
}

const browserRow = {
  id: 'uuid',
  endpoint: 'text',
  agent: 'text',
  madeAt: 'instant',
  lastOkAt: 'instant?',
  lastError: 'text?',
} as const;

export type Browser = RowOf<typeof browserRow>;

/** The browsers in which a person switched pushes on, the newest first. */
export function browsersOf(db: Db, personId: string): Promise<Browser[]> {
  return db.rows(query(browserRow)`
    select id, endpoint, agent, made_at as "madeAt", last_ok_at as "lastOkAt", last_error as "lastError"
    from notices_push where person_id = ${personId} order by made_at desc, id desc`);
}

/** The ids of everybody's browsers, by person. */
export async function browsersByPerson(db: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.rows(query({ id: 'uuid', personId: 'uuid' } as const)`
    select id, person_id as "personId" from notices_push order by id`);
  return new Map(
    [...Map.groupBy(rows, (row) => row.personId)].map(([personId, own]) => [
      personId,
      own.map((row) => row.id),
    ]),
  );
}

export interface NewBrowser {
  readonly personId: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly agent: string;
}

/** Keeps a browser; one that somebody else used before belongs to the new person from now on. Answers its id. */
export async function keepBrowser(tx: Tx, browser: NewBrowser, now: Date): Promise<string> {
  await tx.run(sql`delete from notices_push where endpoint = ${browser.endpoint}`);
  const id = newId();
  await tx.run(sql`insert into notices_push (id, person_id, endpoint, p256dh, auth, agent, made_at)
    values (${id}, ${browser.personId}, ${browser.endpoint}, ${browser.p256dh}, ${browser.auth}, ${browser.agent},
      ${now})`);
  return id;
}

/** Removes a browser of this person; answers whether there was one. */
export async function removeBrowser(tx: Tx, personId: string, id: string): Promise<boolean> {
  return (await tx.run(sql`delete from notices_push where id = ${id} and person_id = ${personId}`)) > 0;
}

/** Keeps pushes until they are sent; answers how many are new. */
export async function keepPushes(
  tx: Tx,
  pushes: readonly { readonly browserId: string; readonly noticeId: string }[],
  now: Date,
): Promise<number> {
  if (pushes.length === 0) return 0;
  return tx.run(sql`
    insert into notices_push_message (id, push_id, notice_id, next_attempt_at, made_at)
    select p.id, p.push_id, p.notice_id, ${now}::timestamptz, ${now}::timestamptz
    from unnest(${pushes.map(() => newId())}::uuid[], ${pushes.map((push) => push.browserId)}::uuid[],
      ${pushes.map((push) => push.noticeId)}::uuid[]) as p (id, push_id, notice_id)
    on conflict do nothing`);
}

const duePushRow = {
  id: 'uuid',
  attempts: 'int',
  madeAt: 'instant',
  browserId: 'uuid',
  personId: 'uuid',
  endpoint: 'text',
  p256dh: 'text',
  auth: 'text',
  noticeId: 'uuid',
  kind: 'text',
  params: 'json',
  link: 'text',
} as const;

export type DuePush = RowOf<typeof duePushRow>;

/** Holds pushes whose turn it is, past any that another process holds. */
export function holdDuePushes(tx: Tx, now: Date, most: number): Promise<DuePush[]> {
  return tx.rows(query(duePushRow)`
    select m.id, m.attempts, m.made_at as "madeAt", b.id as "browserId", b.person_id as "personId", b.endpoint,
      b.p256dh, b.auth, m.notice_id as "noticeId", n.kind, n.params, n.link
    from notices_push_message m join notices_push b on b.id = m.push_id join notices_notice n on n.id = m.notice_id
    where m.next_attempt_at <= ${now}
    order by m.next_attempt_at, m.id limit ${most} for update of m skip locked`);
}

/** The push needs no further try; the browser answered well, or `error` says what was wrong. */
export async function endPush(tx: Tx, push: DuePush, error: string | null, now: Date): Promise<void> {
  await tx.run(sql`delete from notices_push_message where id = ${push.id}`);
  await tx.run(sql`update notices_push set last_error = ${error},
    last_ok_at = case when ${error}::text is null then ${now}::timestamptz else last_ok_at end
    where id = ${push.browserId}`);
}

export async function postponePush(tx: Tx, id: string, next: Date): Promise<void> {
  await tx.run(sql`update notices_push_message set attempts = attempts + 1, next_attempt_at = ${next}
    where id = ${id}`);
}

/** The push service says that the subscription ended: the browser goes, and with it all that waits for it. */
export async function endBrowser(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`delete from notices_push where id = ${id}`);
}

const pushCountsRow = { browsers: 'bigint', failing: 'bigint', waiting: 'bigint' } as const;

export function pushCounts(db: Db): Promise<RowOf<typeof pushCountsRow>> {
  return db.one(query(pushCountsRow)`
    select (select count(*) from notices_push) as browsers,
      (select count(*) from notices_push where last_error is not null) as failing,
      (select count(*) from notices_push_message) as waiting`);
}
