import { z } from 'zod';
import { systemActor } from '../../kernel/authz.ts';
import { messages } from '../../kernel/i18n.ts';
import { newId } from '../../kernel/ids.ts';
import type { Job } from '../../kernel/jobs.ts';
import { remindPeriods } from './commands/remind.ts';
import { takeDueSnapshots } from './commands/take-snapshot.ts';

const m = messages({
  remind: { vi: 'Nhắc mở kỳ và sắp hết hạn kỳ báo cáo', en: 'Tell of periods that open and close' },
  snapshot: { vi: 'Chốt số liệu cuối kỳ báo cáo', en: 'Take the cut-offs of reporting periods' },
});

/** Each working morning, before people open their digest. */
const remind: Job<never> = {
  name: 'periods_remind',
  // Run by the clock alone: no payload, so nothing to check.
  payload: z.custom<never>(),
  every: '5 7 * * *',
  catchUpMinutes: 600,
  title: m.remind,
  async run(_payload, { tenant }) {
    const { db, clock } = tenant;
    const context = { actor: systemActor, now: clock.now(), requestId: newId() };
    return { told: await db.transaction((tx) => remindPeriods(context, tx)) };
  },
};

/** First some minutes after midnight; each hour it looks again, so that a night in which nothing ran is made up for. */
const snapshot: Job<never> = {
  name: 'periods_snapshot',
  payload: z.custom<never>(),
  every: '10 * * * *',
  catchUpMinutes: 1440,
  graceMinutes: 120,
  title: m.snapshot,
  async run(_payload, { tenant }) {
    const { db, clock } = tenant;
    const context = { actor: systemActor, now: clock.now(), requestId: newId() };
    return { taken: await takeDueSnapshots(context, db) };
  },
};

export const jobs: readonly Job<never>[] = [remind, snapshot];
