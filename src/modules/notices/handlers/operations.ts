import type { CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { reachablePeople } from '../../identity/index.ts';
import { settleNotices } from '../commands/settle.ts';
import { tellPeople } from '../commands/tell-people.ts';

/** What operations tells of; stated here because that room stands beside this one, not under it. */
interface JobInTrouble {
  readonly job: string;
  readonly title: Message | undefined;
  readonly state: 'late' | 'failed' | 'never';
}

/** Told to the administrators of the whole jurisdiction alone: their colleagues can do nothing about it. */
async function onAlarmBegan(context: CommandContext, tx: Tx, alarm: JobInTrouble): Promise<void> {
  const people = await reachablePeople(tx, vietnamDate(context.now));
  const { vi, en } = alarm.title ?? { vi: alarm.job, en: alarm.job };
  await tellPeople(context, tx, {
    kind: 'job_failed',
    subject: { type: 'job', id: alarm.job },
    people: people.flatMap(({ personId, actor }) => {
      const post = actor.posts.find((one) => one.role === 'admin' && one.lineage.length === 1);
      const facts = { v: 1, vi, en, state: alarm.state } as const;
      return post ? [{ personId, unitId: post.unitId, facts, link: '/van-hanh' }] : [];
    }),
  });
}

async function onAlarmEnded(
  context: CommandContext,
  tx: Tx,
  alarm: Pick<JobInTrouble, 'job'>,
): Promise<void> {
  await settleNotices(context, tx, 'job_failed', alarm.job);
}

/** What administrators are told of the jobs of the clock. */
export const operationsHandlers = { onAlarmBegan, onAlarmEnded } as const;
