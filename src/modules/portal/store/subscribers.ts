import { createHash } from 'node:crypto';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import { newSecret } from '../../../kernel/ids.ts';

/** Stands for every section of a commune. */
export const EVERYTHING = '*';

export type KeyPurpose = 'confirm' | 'stop';

export interface Topic {
  readonly unitId: string;
  readonly section: string;
}

/** Of a secret of 256 random bits the hash is as hard to turn back as the secret to guess. */
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const subscriberRow = {
  id: 'uuid',
  email: 'text',
  lang: 'text',
  askedOn: 'date',
  askedTimes: 'int',
  confirmedAt: 'instant?',
  toldUntil: 'instant',
  mailedOn: 'date?',
  waiting: 'text?',
  attempts: 'int',
} as const;
const columns = sql`id, email, lang, asked_on as "askedOn", asked_times as "askedTimes", confirmed_at as "confirmedAt",
  told_until as "toldUntil", mailed_on as "mailedOn", waiting, attempts`;

export type Subscriber = RowOf<typeof subscriberRow>;

export function subscriberWith(tx: Tx, email: string): Promise<Subscriber | undefined> {
  return tx.row(
    query(subscriberRow)`select ${columns} from portal_subscriber where email = ${email} for update`,
  );
}

export async function askedSince(db: Db, since: Date): Promise<number> {
  return (
    await db.one(
      query({ n: 'bigint' })`select count(*) as n from portal_subscriber where asked_at >= ${since}`,
    )
  ).n;
}

export interface Asking {
  readonly id: string;
  readonly email: string;
  readonly lang: string;
  readonly now: Date;
  /** How often in the week that began on that day. */
  readonly weekFrom: CalendarDate;
  readonly times: number;
  /** What changed before is no news. */
  readonly toldUntil: Date;
}

/** Keeps the address and lets the email leave in which its owner is asked; told_until of an older one stays. */
export async function keepAsking(tx: Tx, asking: Asking): Promise<void> {
  const { id, email, lang, now, weekFrom, times, toldUntil } = asking;
  await tx.run(sql`
    insert into portal_subscriber (id, email, lang, asked_at, asked_on, asked_times, told_until, waiting, next_try_at)
    values (${id}, ${email}, ${lang}, ${now}, ${weekFrom}, ${times}, ${toldUntil}, 'confirm', ${now})
    on conflict on constraint portal_subscriber_once do update
      set lang = excluded.lang, asked_at = excluded.asked_at, asked_on = excluded.asked_on, asked_times = excluded.asked_times,
        waiting = 'confirm', next_try_at = excluded.next_try_at, attempts = 0`);
}

/** Adds topics that are not there yet; they wait for the owner of the address. Answers how many the address has. */
export async function addTopics(
  tx: Tx,
  subscriberId: string,
  topics: readonly Topic[],
  now: Date,
): Promise<number> {
  await tx.run(sql`
    insert into portal_subscription (subscriber_id, unit_id, section, asked_at)
    select ${subscriberId}::uuid, t.unit_id, t.section, ${now}::timestamptz
    from unnest(${topics.map((one) => one.unitId)}::uuid[], ${topics.map((one) => one.section)}::text[]) as t (unit_id, section)
    on conflict on constraint portal_subscription_pkey do nothing`);
  return (
    await tx.one(
      query({
        n: 'bigint',
      })`select count(*) as n from portal_subscription where subscriber_id = ${subscriberId}`,
    )
  ).n;
}

const topicRow = { unitId: 'uuid', section: 'text', isConfirmed: 'bool' } as const;

/** What an address follows or asked to follow. */
export function topicsOf(db: Db, subscriberId: string): Promise<RowOf<typeof topicRow>[]> {
  return db.rows(query(topicRow)`
    select unit_id as "unitId", section, confirmed_at is not null as "isConfirmed" from portal_subscription
    where subscriber_id = ${subscriberId} order by unit_id, section`);
}

/** Makes a key for a link in an email; the database keeps its hash alone. */
export async function makeKey(tx: Tx, subscriberId: string, purpose: KeyPurpose, now: Date): Promise<string> {
  const secret = newSecret();
  await tx.run(sql`insert into portal_subscriber_key (hash, subscriber_id, purpose, made_at)
    values (${hashOf(secret)}, ${subscriberId}, ${purpose}, ${now})`);
  return secret;
}

export function subscriberOfKey(
  db: Db,
  secret: string,
  purpose: KeyPurpose,
): Promise<{ id: string; email: string; madeAt: Date } | undefined> {
  return db.row(query({ id: 'uuid', email: 'text', madeAt: 'instant' })`
    select s.id, s.email, k.made_at as "madeAt" from portal_subscriber_key k join portal_subscriber s on s.id = k.subscriber_id
    where k.hash = ${hashOf(secret)} and k.purpose = ${purpose}`);
}

/** The owner of the address says yes to what had been asked for when the key was made. */
export async function confirm(tx: Tx, id: string, askedBy: Date, now: Date, toldUntil: Date): Promise<void> {
  await tx.run(sql`
    update portal_subscriber set told_until = case when confirmed_at is null then ${toldUntil} else told_until end,
      confirmed_at = coalesce(confirmed_at, ${now}),
      waiting = nullif(waiting, 'confirm'), next_try_at = case when waiting = 'confirm' then null else next_try_at end
    where id = ${id}`);
  await tx.run(sql`update portal_subscription set confirmed_at = ${now}
    where subscriber_id = ${id} and confirmed_at is null and asked_at <= ${askedBy}`);
  await tx.run(sql`delete from portal_subscriber_key where subscriber_id = ${id} and purpose = 'confirm'`);
}

/** The address and all that belongs to it are gone. */
export async function forget(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`delete from portal_subscriber where id = ${id}`);
}

/** Holds the address whose email is next, past those that another process holds. */
export function holdNext(tx: Tx, now: Date): Promise<Subscriber | undefined> {
  return tx.row(query(subscriberRow)`
    select ${columns} from portal_subscriber where waiting is not null and next_try_at <= ${now}
    order by next_try_at, id limit 1 for update skip locked`);
}

export interface Told {
  readonly toldUntil: Date | null;
  readonly mailedOn: CalendarDate | null;
}

/** The email left, or nothing was new after all. */
export async function markTold(tx: Tx, id: string, { toldUntil, mailedOn }: Told): Promise<void> {
  await tx.run(sql`
    update portal_subscriber set waiting = null, next_try_at = null, attempts = 0,
      told_until = greatest(told_until, ${toldUntil}::timestamptz), mailed_on = coalesce(${mailedOn}::date, mailed_on)
    where id = ${id}`);
}

export async function tryLater(tx: Tx, id: string, attempts: number, nextTryAt: Date): Promise<void> {
  await tx.run(
    sql`update portal_subscriber set attempts = ${attempts}, next_try_at = ${nextTryAt} where id = ${id}`,
  );
}

const followedRow = { id: 'uuid', toldUntil: 'instant', unitId: 'uuid', section: 'text' } as const;

/** Everybody who may be told today, with what each follows. */
export function followers(db: Db, day: CalendarDate): Promise<RowOf<typeof followedRow>[]> {
  return db.rows(query(followedRow)`
    select s.id, s.told_until as "toldUntil", t.unit_id as "unitId", t.section
    from portal_subscriber s join portal_subscription t on t.subscriber_id = s.id and t.confirmed_at is not null
    where s.confirmed_at is not null and s.waiting is null and s.mailed_on is distinct from ${day}`);
}

export async function letWait(tx: Tx, ids: readonly string[], now: Date): Promise<number> {
  return tx.run(sql`update portal_subscriber set waiting = 'news', next_try_at = ${now}
    where id = any(${ids}::uuid[]) and waiting is null and confirmed_at is not null`);
}

/** Deletes addresses and topics that nobody confirmed, and keys of links too old to be of use. */
export async function deleteStale(
  tx: Tx,
  before: { readonly asked: Date; readonly keys: Date },
): Promise<{ addresses: number; topics: number; keys: number }> {
  const addresses = await tx.run(
    sql`delete from portal_subscriber where confirmed_at is null and asked_at < ${before.asked}`,
  );
  const topics = await tx.run(
    sql`delete from portal_subscription where confirmed_at is null and asked_at < ${before.asked}`,
  );
  const keys = await tx.run(sql`
    delete from portal_subscriber_key k where made_at < ${before.keys}
      and (purpose = 'confirm' or exists (select from portal_subscriber_key later
        where later.subscriber_id = k.subscriber_id and later.purpose = k.purpose and later.made_at > k.made_at))`);
  return { addresses, topics, keys };
}
