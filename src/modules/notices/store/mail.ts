import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import type { ComposedMail } from '../mail/compose.ts';

/** An email to be kept until it is sent, about one notice or a day. */
export interface NewMail extends ComposedMail {
  readonly personId: string;
  readonly about: { readonly noticeId: string } | { readonly digestOn: CalendarDate };
}

/** Keeps emails until they are sent; one that stands there already is left as it is. Answers how many are new. */
export async function keepMails(tx: Tx, mails: readonly NewMail[], now: Date): Promise<number> {
  if (mails.length === 0) return 0;
  const noticeIds = mails.map(({ about }) => ('noticeId' in about ? about.noticeId : null));
  const days = mails.map(({ about }) => ('digestOn' in about ? about.digestOn : null));
  return tx.run(sql`
    insert into notices_mail (id, person_id, kind, notice_id, digest_on, subject, text_body, html_body, state,
      next_attempt_at, made_at)
    select m.id, m.person_id, case when m.digest_on is null then 'notice' else 'digest' end, m.notice_id, m.digest_on,
      m.subject, m.text_body, m.html_body, 'waiting', ${now}::timestamptz, ${now}::timestamptz
    from unnest(${mails.map(() => newId())}::uuid[], ${mails.map((mail) => mail.personId)}::uuid[],
      ${noticeIds}::uuid[], ${days}::date[], ${mails.map((mail) => mail.subject)}::text[],
      ${mails.map((mail) => mail.text)}::text[], ${mails.map((mail) => mail.html)}::text[])
      as m (id, person_id, notice_id, digest_on, subject, text_body, html_body)
    on conflict do nothing`);
}

const mailRow = {
  id: 'uuid',
  personId: 'uuid',
  subject: 'text',
  text: 'text',
  html: 'text',
  attempts: 'int',
} as const;

export type WaitingMail = RowOf<typeof mailRow>;

/** Holds the email whose turn it is, past any that another process holds; `undefined` when none is due. */
export function holdNextMail(tx: Tx, now: Date): Promise<WaitingMail | undefined> {
  return tx.row(query(mailRow)`
    select id, person_id as "personId", subject, text_body as text, html_body as html, attempts
    from notices_mail where state = 'waiting' and next_attempt_at <= ${now}
    order by next_attempt_at, id limit 1 for update skip locked`);
}

/** Taken by a mail server: what it said is not kept any longer. */
export async function markSent(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.run(sql`update notices_mail set state = 'sent', sent_at = ${now}, subject = null, text_body = null,
    html_body = null, last_error = null, attempts = attempts + 1 where id = ${id}`);
}

/** Refused: to be tried again at `next`, or never. */
export async function markRefused(tx: Tx, id: string, error: string, next: Date | null): Promise<void> {
  await tx.run(sql`update notices_mail set attempts = attempts + 1, last_error = ${error},
    state = ${next === null ? 'failed' : 'waiting'},
    next_attempt_at = coalesce(${next}::timestamptz, next_attempt_at) where id = ${id}`);
}

/** The server could not be reached: the email itself was not judged, others go before it next time. */
export async function postpone(tx: Tx, id: string, next: Date): Promise<void> {
  await tx.run(sql`update notices_mail set next_attempt_at = ${next} where id = ${id}`);
}

/** Failed emails wait again, as if new; answers how many. */
export function retryFailed(tx: Tx, now: Date): Promise<number> {
  return tx.run(sql`update notices_mail set state = 'waiting', attempts = 0, next_attempt_at = ${now}
    where state = 'failed'`);
}

/** Failed emails are given up; answers how many. */
export function dropFailed(tx: Tx): Promise<number> {
  return tx.run(sql`delete from notices_mail where state = 'failed'`);
}

const serverRow = {
  failingSince: 'instant?',
  failures: 'int',
  nextTryAt: 'instant?',
  lastError: 'text?',
  lastOkAt: 'instant?',
} as const;

export type MailServerState = RowOf<typeof serverRow>;

export function mailServerState(db: Db): Promise<MailServerState> {
  return db.one(query(serverRow)`
    select failing_since as "failingSince", failures, next_try_at as "nextTryAt", last_error as "lastError",
      last_ok_at as "lastOkAt" from notices_mail_server`);
}

export async function noteServerFailure(tx: Tx, error: string, now: Date, nextTry: Date): Promise<void> {
  await tx.run(sql`update notices_mail_server set failing_since = coalesce(failing_since, ${now}),
    failures = failures + 1, next_try_at = ${nextTry}, last_error = ${error}`);
}

/** The server answers: it no longer fails. `tookAt` when it took an email. */
export async function noteServerAnswers(tx: Tx, tookAt: Date | null): Promise<void> {
  await tx.run(sql`update notices_mail_server set failing_since = null, failures = 0, next_try_at = null,
    last_error = null, last_ok_at = coalesce(${tookAt}::timestamptz, last_ok_at)`);
}

const countsRow = {
  waiting: 'bigint',
  failed: 'bigint',
  oldestWaiting: 'instant?',
  sentToday: 'bigint',
} as const;

export type MailCounts = RowOf<typeof countsRow>;

/** How many emails wait and failed, since when the oldest waits, and how many left since `since`. */
export function mailCounts(db: Db, since: Date): Promise<MailCounts> {
  return db.one(query(countsRow)`
    select (select count(*) from notices_mail where state = 'waiting') as waiting,
      (select count(*) from notices_mail where state = 'failed') as failed,
      (select min(made_at) from notices_mail where state = 'waiting') as "oldestWaiting",
      (select count(*) from notices_mail where state = 'sent' and sent_at >= ${since}) as "sentToday"`);
}

const listRow = {
  id: 'uuid',
  personId: 'uuid',
  kind: 'text',
  state: 'text',
  attempts: 'int',
  nextAttemptAt: 'instant',
  lastError: 'text?',
  madeAt: 'instant',
} as const;

export type UnsentMail = RowOf<typeof listRow>;

/** Emails that have not left: failed ones first, then the oldest. */
export function unsentMails(db: Db, most: number): Promise<UnsentMail[]> {
  return db.rows(query(listRow)`
    select id, person_id as "personId", kind, state, attempts, next_attempt_at as "nextAttemptAt",
      last_error as "lastError", made_at as "madeAt"
    from notices_mail where state in ('waiting', 'failed')
    order by state = 'waiting', made_at, id limit ${most}`);
}

/** Removes what was sent before `sentBefore` and what failed before `failedBefore`; answers how many. */
export function forgetMails(tx: Tx, sentBefore: Date, failedBefore: Date): Promise<number> {
  return tx.run(sql`delete from notices_mail
    where (state = 'sent' and sent_at < ${sentBefore}) or (state = 'failed' and made_at < ${failedBefore})`);
}
