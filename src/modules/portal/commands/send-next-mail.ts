import { addDays, startOfVietnamDay, vietnamDate } from '../../../kernel/dates.ts';
import type { Database, Tx } from '../../../kernel/db/database.ts';
import type { Lang } from '../../../kernel/i18n.ts';
import { type Mailer, MailFailure, type MailMessage } from '../../../kernel/mail.ts';
import { subscriptionLimits } from '../limits-data.ts';
import { composeConfirm, composeNews } from '../mail/compose.ts';
import { newsOf } from '../queries/news.ts';
import { unitNames } from '../queries/unit-names.ts';
import { endPause, mailPause, pauseMail } from '../store/mail-pause.ts';
import {
  forget,
  holdNext,
  type KeyPurpose,
  makeKey,
  markTold,
  type Subscriber,
  topicsOf,
  tryLater,
} from '../store/subscribers.ts';

export interface PortalSending {
  readonly db: Database;
  readonly publicDb: Database;
  readonly mailer: Mailer;
  readonly base: string;
  /** The tenant's time, by which changes are dated. */
  now(): Date;
  /** The machine's time. */
  machineNow(): Date;
}

/** `none`: nothing is due; `server`: no email can leave at the moment; `nothing_new`: what was new is gone again. */
export type PortalSent = 'sent' | 'refused' | 'server' | 'nothing_new' | 'none';

const MINUTE_MS = 60_000;
const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE_MS);
/** 1, 2, 4 … minutes, at most `pause_minutes`. */
const pauseAfter = (failures: number): number =>
  Math.min(2 ** Math.min(failures, 10), subscriptionLimits.pause_minutes);

/**
 * Sends the email whose turn it is. The key of its link is committed before the email leaves, so that no link in a mailbox is unknown
 * here; the mark that it was sent after the server took it: a program cut off in between sends again under the same Message-ID.
 */
export async function sendNextPortalMail(sending: PortalSending): Promise<PortalSent> {
  const { db } = sending;
  const due = await db.transaction(async (tx) => {
    const held = await holdNext(tx, sending.machineNow());
    if (!held) return undefined;
    const purpose: KeyPurpose = held.waiting === 'confirm' ? 'confirm' : 'stop';
    return { id: held.id, key: await makeKey(tx, held.id, purpose, sending.machineNow()), purpose };
  });
  if (!due) return 'none';
  return db.transaction(async (tx) => {
    const held = await holdNext(tx, sending.machineNow());
    // Another process came first, or its owner stopped it: the key made above is for nobody and gets old.
    const isSame = held?.id === due.id && (held.waiting === 'confirm') === (due.purpose === 'confirm');
    if (!held || !isSame) return 'nothing_new';
    return due.purpose === 'confirm'
      ? sendConfirm(tx, held, due.key, sending)
      : sendNews(tx, held, due.key, sending);
  });
}

const langOf = ({ lang }: Subscriber): Lang => (lang === 'en' ? 'en' : 'vi');

async function sendConfirm(
  tx: Tx,
  held: Subscriber,
  key: string,
  sending: PortalSending,
): Promise<PortalSent> {
  const topics = await topicsOf(tx, held.id);
  const names = await unitNames(
    sending.publicDb,
    topics.map(({ unitId }) => unitId),
  );
  const path = `/theo-doi/xac-nhan/${key}`;
  const composed = composeConfirm(langOf(held), { topics, names, path }, sending.base);
  // The key is new each time, and so is the message: a second one must not vanish behind the first.
  const id = `${held.id}.${held.askedOn}.${held.askedTimes}.${held.attempts}`;
  return leave(tx, held, { id, ...composed, preferences: `${sending.base}/theo-doi` }, sending, null);
}

async function sendNews(tx: Tx, held: Subscriber, key: string, sending: PortalSending): Promise<PortalSent> {
  const topics = (await topicsOf(tx, held.id)).filter(({ isConfirmed }) => isConfirmed);
  const until = later(sending.now(), -subscriptionLimits.held_back_minutes);
  const { lines } = subscriptionLimits;
  const news = await newsOf(sending.publicDb, topics, { since: held.toldUntil, until }, lines + 1);
  if (news.length === 0) {
    await markTold(tx, held.id, { toldUntil: until, mailedOn: null });
    return 'nothing_new';
  }
  const path = `/theo-doi/dung/${key}`;
  const composed = composeNews(
    langOf(held),
    { news: news.slice(0, lines), hasMore: news.length > lines, path },
    sending.base,
  );
  const id = `${held.id}.${vietnamDate(sending.machineNow())}`;
  const message = { id, ...composed, preferences: `${sending.base}${path}`, oneClick: true };
  return leave(tx, held, message, sending, until);
}

async function leave(
  tx: Tx,
  held: Subscriber,
  message: Omit<MailMessage, 'to'>,
  { mailer, machineNow }: PortalSending,
  toldUntil: Date | null,
): Promise<PortalSent> {
  try {
    await mailer.send({ ...message, to: held.email });
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    return notLeft(tx, held, error, machineNow());
  }
  await endPause(tx);
  const mailedOn = toldUntil === null ? null : vietnamDate(machineNow());
  await markTold(tx, held.id, { toldUntil, mailedOn });
  return 'sent';
}

async function notLeft(tx: Tx, held: Subscriber, failure: MailFailure, now: Date): Promise<PortalSent> {
  if (failure.about === 'server') {
    const failures = ((await mailPause(tx))?.failures ?? 0) + 1;
    await pauseMail(tx, failures, later(now, pauseAfter(failures)));
    return 'server';
  }
  const attempts = held.attempts + 1;
  const isGone = failure.permanent && held.confirmedAt === null;
  // Nobody reads there: an address is kept only as long as somebody wants it to be.
  if (isGone || attempts >= subscriptionLimits.attempts) await forget(tx, held.id);
  else if (held.waiting === 'news')
    await tryLater(tx, held.id, attempts, startOfVietnamDay(addDays(vietnamDate(now), 1)));
  else await tryLater(tx, held.id, attempts, later(now, pauseAfter(attempts + 4)));
  return 'refused';
}
