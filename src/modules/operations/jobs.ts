import { z } from 'zod';
import { systemActor } from '../../kernel/authz.ts';
import { newId } from '../../kernel/ids.ts';
import { forgetRuns } from '../../kernel/job-runs.ts';
import type { Job } from '../../kernel/jobs.ts';
import { raiseAlarms } from './commands/raise-alarms.ts';
import { m } from './messages.ts';

// Run by the clock alone: no payload, so nothing to check.
const payload = z.custom<never>();

export const watch: Job<never> = {
  name: 'operations_watch',
  payload,
  every: '*/10 * * * *',
  title: m.job_watch,
  run(_payload, { tenant }) {
    const context = { actor: systemActor, now: tenant.clock.now(), requestId: newId() };
    return tenant.db.transaction((tx) => raiseAlarms(context, tx, tenant.machineClock.now()));
  },
};

export const cleanUp: Job<never> = {
  name: 'operations_clean_up',
  payload,
  every: '40 3 * * *',
  catchUpMinutes: 600,
  title: m.job_clean_up,
  run: async (_payload, { tenant }) => ({
    removed: await forgetRuns(tenant.db, tenant.machineClock.now()),
  }),
};

export const jobs: readonly Job<never>[] = [watch, cleanUp];
