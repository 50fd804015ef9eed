import { z } from 'zod';
import { forgetAnswers } from './http/answered-once.ts';
import { messages } from './i18n.ts';
import type { Job } from './jobs.ts';

const m = messages({
  forget: {
    vi: 'Dọn câu trả lời đã quá hạn lưu của giao diện lập trình',
    en: 'Forget old answers of the API',
  },
});

/** Nightly: answers kept under an Idempotency-Key beyond the declared time. */
export const forgetAnswersJob: Job<never> = {
  name: 'kernel_forget_answers',
  // Run by the clock alone: no payload, so nothing to check.
  payload: z.custom<never>(),
  every: '41 2 * * *',
  title: m.forget,
  async run(_payload, { tenant }) {
    const now = tenant.clock.now();
    return { answers: await tenant.db.transaction((tx) => forgetAnswers(tx, now)) };
  },
};
