import { z } from 'zod';
import { holdsAtTop } from '../../../../kernel/authz.ts';
import { messages } from '../../../../kernel/i18n.ts';
import { kind, name, topic, v } from '../kind.ts';

const m = messages({
  topic: { vi: 'Vận hành hệ thống', en: 'Operations of the system' },
  jobName: { vi: 'Tác vụ tự động có trục trặc', en: 'A scheduled job in trouble' },
  late: {
    vi: 'Tác vụ tự động “{job}” đã không chạy đúng giờ.',
    en: 'The scheduled job “{job}” did not run on time.',
  },
  failed: { vi: 'Tác vụ tự động “{job}” chạy bị lỗi.', en: 'The scheduled job “{job}” failed.' },
  never: {
    vi: 'Tác vụ tự động “{job}” đã đến giờ mà chưa chạy lần nào.',
    en: 'The scheduled job “{job}” was due and has never run.',
  },
});

export const operationsTopic = topic({
  name: m.topic,
  concerns: holdsAtTop('admin'),
  kinds: {
    job_failed: kind({
      facts: z.strictObject({ v, vi: name, en: name, state: z.enum(['late', 'failed', 'never']) }),
      name: m.jobName,
      urgent: true,
      sentence: ({ vi, en, state }) => ({ message: m[state], params: { job: { vi, en } } }),
    }),
  },
});
