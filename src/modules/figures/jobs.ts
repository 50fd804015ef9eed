import { z } from 'zod';
import { messages } from '../../kernel/i18n.ts';
import type { Job } from '../../kernel/jobs.ts';
import { forgetRequests } from './store-requests.ts';

const m = messages({
  forget: {
    vi: 'Dọn câu trả lời đã quá hạn lưu của giao diện số liệu',
    en: 'Forget old answers of the figures API',
  },
});

/** Answers kept under an Idempotency-Key beyond the declared time. */
const forget: Job<never> = {
  name: 'figures_forget_requests',
  // Run by the clock alone: no payload, so nothing to check.
  payload: z.custom<never>(),
  every: '41 2 * * *',
  title: m.forget,
  async run(_payload, { tenant }) {
    const now = tenant.clock.now();
    return { requests: await tenant.db.transaction((tx) => forgetRequests(tx, now)) };
  },
};

export const jobs: readonly Job<never>[] = [forget];
