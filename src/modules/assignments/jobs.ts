import { z } from 'zod';
import { systemActor } from '../../kernel/authz.ts';
import { messages } from '../../kernel/i18n.ts';
import { newId } from '../../kernel/ids.ts';
import type { Job } from '../../kernel/jobs.ts';
import { currentCalendar, isWorkingDay } from '../calendar/index.ts';
import { remindClocks } from './commands/remind-clocks.ts';

const m = messages({
  remind: {
    vi: 'Nhắc việc quá hạn xác nhận, quá hạn làm lại',
    en: 'Remind of late answers and late second tries',
  },
});

/** Each working morning, before people open their digest. Days off need no reminder, and the next working day brings it. */
const remind: Job<never> = {
  name: 'assignments_remind_clocks',
  // Run by the clock alone: no payload, so nothing to check.
  payload: z.custom<never>(),
  every: '10 7 * * *',
  catchUpMinutes: 600,
  title: m.remind,
  async run(_payload, { tenant }) {
    const { db, clock } = tenant;
    if (!isWorkingDay(await currentCalendar(db), clock.today())) return undefined;
    const context = { actor: systemActor, now: clock.now(), requestId: newId() };
    return { clocks: await db.transaction((tx) => remindClocks(context, tx)) };
  },
};

export const jobs: readonly Job<never>[] = [remind];
