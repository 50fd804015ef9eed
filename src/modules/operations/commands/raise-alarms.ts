import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import { needsSomebody } from '../domain/job-state.ts';
import { alarmBegan, alarmEnded, operationEvents } from '../events.ts';
import { jobStatuses } from '../queries/jobs.ts';

/**
 * Begins an alarm for each job that needs somebody and has none, ends those of jobs that are well again, and tells other
 * rooms of both. `machineNow` is the machine's time; the events carry the tenant's.
 */
export async function raiseAlarms(
  context: CommandContext,
  tx: Tx,
  machineNow: Date,
): Promise<{ began: number; ended: number }> {
  const statuses = await jobStatuses(tx, machineNow);
  const open = await tx.rows(query({ id: 'uuid', job: 'text' } as const)`
    select id, job from operations_alarm where ended_at is null for update`);
  const known = new Map(open.map((alarm) => [alarm.job, alarm.id]));
  const counts = { began: 0, ended: 0 };
  for (const { job, state } of statuses) {
    const alarmId = known.get(job.name);
    const subject = { type: 'job', id: job.name };
    if (needsSomebody(state) && alarmId === undefined) {
      await tx.run(sql`insert into operations_alarm (id, job, state, began_at)
        values (${newId()}, ${job.name}, ${state}, ${machineNow})`);
      await audit(tx, context, operationEvents.alarm_began, { subject, after: { state } });
      await alarmBegan.emit(context, tx, { job: job.name, title: job.title, state });
      counts.began++;
    }
    if (!needsSomebody(state) && alarmId !== undefined) {
      await tx.run(sql`update operations_alarm set ended_at = ${machineNow} where id = ${alarmId}`);
      await audit(tx, context, operationEvents.alarm_ended, { subject });
      await alarmEnded.emit(context, tx, { job: job.name });
      counts.ended++;
    }
  }
  return counts;
}
