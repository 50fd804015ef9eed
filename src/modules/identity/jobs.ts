import { z } from 'zod';
import type { Job } from '../../kernel/jobs.ts';
import { idleSince } from './authenticate.ts';
import { lockLimits } from './domain/lockout.ts';
import { forgetFailures } from './store/people.ts';
import { deleteExpiredSessions } from './store/sessions.ts';

/** Hourly: sessions that open nothing any more, and wrong passwords of another day. */
export const cleanUp: Job<never> = {
  name: 'identity_clean_up',
  // Run by the clock alone: no payload, so nothing to check.
  payload: z.custom<never>(),
  every: '17 * * * *',
  async run(_payload, { tenant, log }) {
    const now = tenant.clock.now();
    const before = new Date(now.getTime() - lockLimits.forget_hours * 3_600_000);
    const counts = await tenant.db.transaction(async (tx) => ({
      sessions: await deleteExpiredSessions(tx, now, idleSince(now)),
      accounts: await forgetFailures(tx, before),
    }));
    log.info(counts, 'old sessions and failures cleaned up');
  },
};

export const jobs: readonly Job<never>[] = [cleanUp];
