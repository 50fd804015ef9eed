import { z } from 'zod';
import { systemActor } from '../../kernel/authz.ts';
import { newId } from '../../kernel/ids.ts';
import type { Job } from '../../kernel/jobs.ts';
import { prepareReports } from './commands/prepare-reports.ts';
import { m } from './messages.ts';

/** Each morning, so that on the day after a cut-off every unit finds its report prepared before work begins. */
const prepare: Job<never> = {
  name: 'reports_prepare',
  // Run by the clock alone: no payload, so nothing to check.
  payload: z.custom<never>(),
  every: '15 6 * * *',
  catchUpMinutes: 600,
  title: m.job_prepare,
  async run(_payload, { tenant }) {
    const { db, clock } = tenant;
    const context = { actor: systemActor, now: clock.now(), requestId: newId() };
    return { reports: await db.transaction((tx) => prepareReports(context, tx)) };
  },
};

export const jobs: readonly Job<never>[] = [prepare];
