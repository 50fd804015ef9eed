import { z } from 'zod';
import type { Clock } from '../../kernel/clock.ts';
import { messages } from '../../kernel/i18n.ts';
import type { Job, JobTools } from '../../kernel/jobs.ts';
import { linkBase } from '../../kernel/link-base.ts';
import { pushIsPossible } from '../../kernel/outward.ts';
import { currentCalendar, isWorkingDay } from '../calendar/index.ts';
import { type HandedOut, handOut as handOutWaiting } from './commands/hand-out.ts';
import { makeDigests } from './commands/make-digests.ts';
import { type SendOutcome, sendNextMail } from './commands/send-next-mail.ts';
import { type Pushed, sendPushes as sendDuePushes } from './commands/send-pushes.ts';
import { deliveryLimits } from './limits.ts';
import { audienceOf } from './queries/audience.ts';
import { forgetMails, mailServerState, noteServerAnswers } from './store/mail.ts';
import { pushKeys } from './store/push.ts';

const m = messages({
  hand_out: { vi: 'Chuyển thông báo thành thư và thông báo đẩy', en: 'Turn notices into emails and pushes' },
  digest: { vi: 'Soạn bản tin sáng', en: 'Write the morning digest' },
  send_mail: { vi: 'Gửi thư điện tử', en: 'Send emails' },
  send_push: { vi: 'Gửi thông báo đẩy', en: 'Send pushes' },
  clean_up: { vi: 'Dọn thư đã gửi', en: 'Clean up sent emails' },
});

// Run by the clock alone: no payload, so nothing to check.
const payload = z.custom<never>();
const EVERY_MINUTE = { payload, every: '* * * * *', graceMinutes: 10 } as const;

export const handOut: Job<never> = {
  ...EVERY_MINUTE,
  name: 'notices_hand_out',
  title: m.hand_out,
  async run(_payload, { tenant, outward }) {
    const ways = { mailBase: mailBase(tenant, outward), push: pushIsPossible(outward) };
    const sum = { notices: 0, mails: 0, pushes: 0 };
    for (;;) {
      const done: HandedOut = await tenant.db.transaction((tx) =>
        handOutWaiting(tx, tenant.machineClock.now(), tenant.clock.today(), ways),
      );
      sum.notices += done.notices;
      sum.mails += done.mails;
      sum.pushes += done.pushes;
      if (done.notices < deliveryLimits.handed_out_at_once) return sum;
    }
  },
};

function mailBase(tenant: JobTools['tenant'], outward: JobTools['outward']): string | null {
  return outward.mailer === null ? null : linkBase(tenant, outward);
}

/** True while a run that begins now may go on. */
function withinARun(clock: Clock): () => boolean {
  const end = clock.now().getTime() + deliveryLimits.run_seconds * 1000;
  return () => clock.now().getTime() < end;
}

/** Asks at the first call and answers the same after it. */
function askedOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

/** At half past seven on working days. Days off bring no digest, and the next working day's holds what came meanwhile. */
export const digest: Job<never> = {
  name: 'notices_digest',
  payload,
  every: '30 7 * * *',
  graceMinutes: 60,
  catchUpMinutes: 300,
  title: m.digest,
  async run(_payload, { tenant, outward }) {
    const base = mailBase(tenant, outward);
    const { db, clock, machineClock } = tenant;
    const day = clock.today();
    if (base === null || !isWorkingDay(await currentCalendar(db), day)) return { digests: 0 };
    return makeDigests(db, { day, now: clock.now(), machineNow: machineClock.now(), base });
  },
};

export const sendMail: Job<never> = {
  ...EVERY_MINUTE,
  name: 'notices_send_mail',
  title: m.send_mail,
  async run(_payload, { tenant, outward }) {
    const base = mailBase(tenant, outward);
    const { mailer } = outward;
    if (base === null || mailer === null) return undefined;
    const { db, clock, machineClock } = tenant;
    const { nextTryAt } = await mailServerState(db);
    const counts = { sent: 0, refused: 0, failed: 0, server: 0, none: 0 };
    if (nextTryAt !== null && nextTryAt > machineClock.now()) return undefined;
    const audience = askedOnce(() => audienceOf(db, clock.today()));
    const sending = { mailer, base, audience, now: () => machineClock.now() };
    let outcome: SendOutcome = 'sent';
    const inTime = withinARun(machineClock);
    for (let n = 0; n < deliveryLimits.mails_a_run && inTime(); n++) {
      if (outcome === 'none' || outcome === 'server') break;
      outcome = await db.transaction((tx) => sendNextMail(tx, sending));
      counts[outcome]++;
    }
    if (counts.sent > 0 && outcome !== 'server')
      await db.transaction((tx) => noteServerAnswers(tx, machineClock.now()));
    const { sent, refused, failed } = counts;
    return { sent, refused, failed };
  },
};

export const sendPushes: Job<never> = {
  ...EVERY_MINUTE,
  name: 'notices_send_push',
  title: m.send_push,
  async run(_payload, { tenant, outward }) {
    if (!pushIsPossible(outward)) return undefined;
    const { db, clock, machineClock } = tenant;
    const subject = linkBase(tenant, outward);
    const keys = await db.transaction((tx) => pushKeys(tx, machineClock.now()));
    const audience = askedOnce(() => audienceOf(db, clock.today()));
    const sum = { sent: 0, ended: 0, failed: 0 };
    const inTime = withinARun(machineClock);
    for (let held = 0; held < deliveryLimits.pushes_a_run && inTime(); ) {
      const done: Pushed = await db.transaction((tx) =>
        sendDuePushes(tx, {
          gate: outward.push,
          keys,
          subject,
          now: machineClock.now(),
          audience,
        }),
      );
      if (done.held === 0) break;
      held += done.held;
      sum.sent += done.sent;
      sum.ended += done.ended;
      sum.failed += done.failed;
    }
    return sum;
  },
};

const DAY_MS = 86_400_000;

export const cleanUp: Job<never> = {
  name: 'notices_clean_up',
  payload,
  every: '20 3 * * *',
  catchUpMinutes: 600,
  title: m.clean_up,
  async run(_payload, { tenant }) {
    const now = tenant.machineClock.now().getTime();
    const before = (days: number): Date => new Date(now - days * DAY_MS);
    const { mails_kept_days, failed_mails_kept_days } = deliveryLimits;
    const removed = await tenant.db.transaction((tx) =>
      forgetMails(tx, before(mails_kept_days), before(failed_mails_kept_days)),
    );
    return { removed };
  },
};

export const jobs: readonly Job<never>[] = [handOut, digest, sendMail, sendPushes, cleanUp];
