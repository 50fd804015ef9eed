import { z } from 'zod';
import { vietnamDate } from '../../kernel/dates.ts';
import { messages } from '../../kernel/i18n.ts';
import type { Job } from '../../kernel/jobs.ts';
import { linkBase } from '../../kernel/link-base.ts';
import { gatherNews as gather } from './commands/gather-news.ts';
import { type PortalSending, type PortalSent, sendNextPortalMail } from './commands/send-next-mail.ts';
import { subscriptionLimits } from './limits-data.ts';
import { mailPause } from './store/mail-pause.ts';
import { deleteStale } from './store/subscribers.ts';

const m = messages({
  gather: {
    vi: 'Tìm tin công khai mới cho người theo dõi',
    en: 'Find what is new for followers of the portal',
  },
  send: { vi: 'Gửi thư cho người theo dõi cổng công khai', en: 'Send emails to followers of the portal' },
  clean_up: {
    vi: 'Xóa địa chỉ theo dõi chưa được xác nhận',
    en: 'Delete addresses of followers that nobody confirmed',
  },
});

// Run by the clock alone: no payload, so nothing to check.
const payload = z.custom<never>();
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Each day, also on days off: citizens read at home. */
export const gatherNews: Job<never> = {
  name: 'portal_gather_news',
  payload,
  every: '15 6 * * *',
  graceMinutes: 60,
  catchUpMinutes: 600,
  title: m.gather,
  async run(_payload, { tenant, outward }) {
    if (outward.mailer === null) return undefined;
    const machineNow = tenant.machineClock.now();
    const until = new Date(tenant.clock.now().getTime() - subscriptionLimits.held_back_minutes * MINUTE_MS);
    const day = vietnamDate(machineNow);
    return { waiting: await gather(tenant.db, tenant.publicDb, { day, until, machineNow }) };
  },
};

export const sendMail: Job<never> = {
  name: 'portal_send_mail',
  payload,
  every: '* * * * *',
  graceMinutes: 10,
  title: m.send,
  async run(_payload, { tenant, outward }) {
    const { mailer } = outward;
    if (mailer === null) return undefined;
    const { db, publicDb, clock, machineClock } = tenant;
    const pause = await mailPause(db);
    if (pause !== undefined && pause.nextTryAt > machineClock.now()) return undefined;
    const sending: PortalSending = {
      db,
      publicDb,
      mailer,
      base: linkBase(tenant, outward),
      now: () => clock.now(),
      machineNow: () => machineClock.now(),
    };
    const counts = { sent: 0, refused: 0 };
    const end = machineClock.now().getTime() + subscriptionLimits.run_seconds * 1000;
    let outcome: PortalSent = 'sent';
    for (let n = 0; n < subscriptionLimits.mails_a_run && machineClock.now().getTime() < end; n++) {
      outcome = await sendNextPortalMail(sending);
      if (outcome === 'none' || outcome === 'server') break;
      if (outcome !== 'nothing_new') counts[outcome]++;
    }
    return counts;
  },
};

export const cleanUp: Job<never> = {
  name: 'portal_clean_up',
  payload,
  every: '40 3 * * *',
  catchUpMinutes: 600,
  title: m.clean_up,
  async run(_payload, { tenant }) {
    const before = (days: number): Date => new Date(tenant.machineClock.now().getTime() - days * DAY_MS);
    const { confirm_days, key_days } = subscriptionLimits;
    return tenant.db.transaction((tx) =>
      deleteStale(tx, { asked: before(confirm_days), keys: before(key_days) }),
    );
  },
};

export const jobs: readonly Job<never>[] = [gatherNews, sendMail, cleanUp];
