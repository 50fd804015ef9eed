import { auditEvents } from '../../kernel/audit.ts';
import { roomEvent } from '../../kernel/events.ts';
import type { Message } from '../../kernel/i18n.ts';

export const operationEvents = auditEvents('operations', {
  alarm_began: { vi: 'Tác vụ tự động cần được xem', en: 'A scheduled job needs somebody' },
  alarm_ended: { vi: 'Tác vụ tự động chạy lại bình thường', en: 'A scheduled job is well again' },
});

/** A scheduled job that needs somebody. */
export interface JobAlarm {
  /** Name of the job in the program. */
  readonly job: string;
  /** What people call it. */
  readonly title: Message | undefined;
  readonly state: 'late' | 'failed' | 'never';
}

export const alarmBegan = roomEvent<JobAlarm>('operations.alarmBegan');
export const alarmEnded = roomEvent<Pick<JobAlarm, 'job'>>('operations.alarmEnded');
