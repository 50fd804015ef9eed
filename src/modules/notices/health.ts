import { formatInstant, startOfVietnamDay, vietnamDate } from '../../kernel/dates.ts';
import type { HealthReport, HealthSource, Said } from '../../kernel/health.ts';
import { pushIsPossible } from '../../kernel/outward.ts';
import { deliveryLimits } from './limits.ts';
import { mo } from './messages-mail-page.ts';
import { type MailCounts, type MailServerState, mailCounts, mailServerState } from './store/mail.ts';
import { pushCounts } from './store/push.ts';

const MINUTE_MS = 60_000;

function mailSentence(
  counts: MailCounts,
  server: MailServerState,
  now: Date,
): Pick<HealthReport, 'level'> & { readonly sentence: Said } {
  if (server.failingSince !== null) {
    const params = { since: formatInstant(server.failingSince), answer: server.lastError ?? '' };
    return { level: 'bad', sentence: { message: mo.server_failing, params } };
  }
  if (counts.failed > 0)
    return { level: 'look', sentence: { message: mo.mail_failed, params: { n: counts.failed } } };
  const { oldestWaiting } = counts;
  const isSlow =
    oldestWaiting !== null &&
    now.getTime() - oldestWaiting.getTime() > deliveryLimits.slow_mail_minutes * MINUTE_MS;
  return isSlow
    ? {
        level: 'look',
        sentence: {
          message: mo.mail_slow,
          params: { n: counts.waiting, since: formatInstant(oldestWaiting) },
        },
      }
    : { level: 'well', sentence: { message: mo.mail_well } };
}

/** How emails leave: the server, what waits, what failed. */
export const mailHealth: HealthSource = {
  name: 'mail',
  title: mo.mail_title,
  async check(db, now, outward) {
    const counts = await mailCounts(db, startOfVietnamDay(vietnamDate(now)));
    const facts = [
      { term: mo.server, value: outward.mailer?.server ?? { message: mo.not_set } },
      { term: mo.sent_today, value: String(counts.sentToday) },
      { term: mo.waiting, value: String(counts.waiting) },
      { term: mo.failed, value: String(counts.failed) },
    ];
    const link = { href: '/van-hanh/thu', text: mo.see };
    if (outward.mailer === null) return { level: 'off', sentence: { message: mo.off }, facts, link };
    return { ...mailSentence(counts, await mailServerState(db), now), facts, link };
  },
};

/** How pushes leave. */
export const pushHealth: HealthSource = {
  name: 'push',
  title: mo.push_title,
  async check(db, _now, outward) {
    const counts = await pushCounts(db);
    const facts = [
      { term: mo.browsers, value: String(counts.browsers) },
      { term: mo.waiting, value: String(counts.waiting) },
    ];
    if (!pushIsPossible(outward)) return { level: 'off', sentence: { message: mo.push_off }, facts };
    return counts.failing > 0
      ? {
          level: 'look',
          sentence: { message: mo.push_failing, params: { n: counts.failing } },
          facts,
        }
      : { level: 'well', sentence: { message: mo.push_well }, facts };
  },
};
