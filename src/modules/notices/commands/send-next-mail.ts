import type { Tx } from '../../../kernel/db/database.ts';
import { type Mailer, MailFailure } from '../../../kernel/mail.ts';
import { nextMailTry, nextServerTry } from '../domain/retry.ts';
import { deliveryLimits } from '../limits.ts';
import { PREFERENCES_PATH } from '../mail/render.ts';
import type { Audience } from '../queries/audience.ts';
import {
  holdNextMail,
  mailServerState,
  markRefused,
  markSent,
  noteServerAnswers,
  noteServerFailure,
  postpone,
  type WaitingMail,
} from '../store/mail.ts';

/** What an email that nobody can receive is marked with; the page says it in words. */
export const NO_ADDRESS = 'no_address';

export interface Sending {
  readonly mailer: Mailer;
  readonly base: string;
  /** Everybody who can be told today; asked only when an email is due. */
  audience(): Promise<Audience>;
  /** The machine's time. */
  now(): Date;
}

/** `none`: nothing is due; `server`: no email can leave at the moment. */
export type SendOutcome = 'sent' | 'refused' | 'failed' | 'server' | 'none';

/**
 * Sends the email whose turn it is while its row is held, so that no other process sends it too. The mark is committed
 * after the server took it: a program cut off in between sends again under the same Message-ID, and never loses one.
 */
export async function sendNextMail(tx: Tx, sending: Sending): Promise<SendOutcome> {
  const mail = await holdNextMail(tx, sending.now());
  if (!mail) return 'none';
  const to = (await sending.audience()).person(mail.personId)?.email ?? null;
  if (to === null) {
    await markRefused(tx, mail.id, NO_ADDRESS, null);
    return 'failed';
  }
  const { id, subject, text, html } = mail;
  try {
    await sending.mailer.send({
      id,
      to,
      subject,
      text,
      html,
      preferences: `${sending.base}${PREFERENCES_PATH}`,
    });
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    return noteFailure(tx, mail, error, sending.now());
  }
  await markSent(tx, id, sending.now());
  return 'sent';
}

async function noteFailure(tx: Tx, mail: WaitingMail, failure: MailFailure, now: Date): Promise<SendOutcome> {
  if (failure.about === 'server') {
    const { failures } = await mailServerState(tx);
    const next = nextServerTry(failures + 1, now);
    await noteServerFailure(tx, failure.message, now, next);
    await postpone(tx, mail.id, next);
    return 'server';
  }
  await noteServerAnswers(tx, null);
  const attempts = mail.attempts + 1;
  const givesUp = failure.permanent || attempts >= deliveryLimits.mail_attempts;
  await markRefused(tx, mail.id, failure.message, givesUp ? null : nextMailTry(attempts, now));
  return givesUp ? 'failed' : 'refused';
}
