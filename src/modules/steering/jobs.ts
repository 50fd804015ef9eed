import { z } from 'zod';
import { systemActor } from '../../kernel/authz.ts';
import { newId } from '../../kernel/ids.ts';
import type { Job } from '../../kernel/jobs.ts';
import { currentCalendar, isWorkingDay } from '../calendar/index.ts';
import { writeBriefs } from './commands/write-briefs.ts';
import { isFirstOfWeek } from './domain/weeks.ts';
import { mb } from './messages-brief.ts';

/** On the first working day of each week, before people open their email. */
const weeklyBrief: Job<never> = {
  name: 'steering_weekly_brief',
  // Run by the clock alone: no payload, so nothing to check.
  payload: z.custom<never>(),
  every: '0 7 * * *',
  graceMinutes: 60,
  catchUpMinutes: 300,
  title: mb.job,
  async run(_payload, { tenant }) {
    const { db, clock } = tenant;
    const calendar = await currentCalendar(db);
    const today = clock.today();
    if (!isFirstOfWeek(today, (day) => isWorkingDay(calendar, day))) return { briefs: 0 };
    return writeBriefs({ actor: systemActor, now: clock.now(), requestId: newId() }, db, today);
  },
};

export const jobs: readonly Job<never>[] = [weeklyBrief];
