import { z } from 'zod';
import type { CommandContext } from '../../kernel/audit.ts';
import { systemActor } from '../../kernel/authz.ts';
import { newId } from '../../kernel/ids.ts';
import type { Job } from '../../kernel/jobs.ts';
import type { Tenant } from '../../kernel/tenants.ts';
import { announceBegun } from './commands/arrange.ts';
import { remindRemedies } from './commands/remind-remedies.ts';
import { m } from './messages-jobs.ts';

const contextOf = ({ clock }: Tenant): CommandContext => ({
  actor: systemActor,
  now: clock.now(),
  requestId: newId(),
});

// Run by the clock alone: no payload, so nothing to check.
const payload = z.custom<never>();

/** After midnight, when the day of an unannounced inspection has begun. */
const announce: Job<never> = {
  name: 'inspections_announce',
  payload,
  every: '6 0 * * *',
  catchUpMinutes: 1440,
  title: m.job_announce,
  async run(_payload, { tenant }) {
    return { inspections: await tenant.db.transaction((tx) => announceBegun(contextOf(tenant), tx)) };
  },
};

/** Each morning, before people open their digest; days off are left out by the command, which asks the calendar. */
const remind: Job<never> = {
  name: 'inspections_remind',
  payload,
  every: '15 7 * * *',
  catchUpMinutes: 600,
  title: m.job_remind,
  async run(_payload, { tenant }) {
    return { told: await tenant.db.transaction((tx) => remindRemedies(contextOf(tenant), tx)) };
  },
};

export const jobs: readonly Job<never>[] = [announce, remind];
