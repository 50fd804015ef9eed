import { z } from 'zod';
import { systemActor } from '../../kernel/authz.ts';
import { newId } from '../../kernel/ids.ts';
import type { Job } from '../../kernel/jobs.ts';
import { remindUnits } from './commands/remind.ts';
import { m } from './messages.ts';

/** Each morning at 7, before people open their digest; days off are left out by the command, which asks the calendar. */
const remind: Job<never> = {
  name: 'unitplans_remind',
  // Run by the clock alone: no payload, so nothing to check.
  payload: z.custom<never>(),
  every: '0 7 * * *',
  catchUpMinutes: 600,
  title: m.job_remind,
  async run(_payload, { tenant }) {
    const { db, clock } = tenant;
    const context = { actor: systemActor, now: clock.now(), requestId: newId() };
    return { units: await db.transaction((tx) => remindUnits(context, tx)) };
  },
};

export const jobs: readonly Job<never>[] = [remind];
