import { z } from 'zod';
import { messages } from '../../kernel/i18n.ts';
import type { Job } from '../../kernel/jobs.ts';
import { idleSince } from './authenticate.ts';
import { lockLimits } from './domain/lockout.ts';
import { forgetFailures } from './store/people.ts';
import { deleteExpiredSessions } from './store/sessions.ts';

const m = messages({
  cleanUp: { vi: 'Dọn phiên đăng nhập đã hết hạn', en: 'Clean up ended sessions' },
});

/** Hourly: sessions that open nothing any more, and wrong passwords of another day. */
export const cleanUp: Job<never> = {
  name: 'identity_clean_up',
  // Run by the clock alone: no payload, so nothing to check.
  payload: z.custom<never>(),
  every: '17 * * * *',
  title: m.cleanUp,
  async run(_payload, { tenant }) {
    const now = tenant.clock.now();
    const before = new Date(now.getTime() - lockLimits.forget_hours * 3_600_000);
    const counts = await tenant.db.transaction(async (tx) => ({
      sessions: await deleteExpiredSessions(tx, now, idleSince(now)),
      accounts: await forgetFailures(tx, before),
    }));
    return counts;
  },
};

export const jobs: readonly Job<never>[] = [cleanUp];
