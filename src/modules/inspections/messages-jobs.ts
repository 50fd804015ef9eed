import { messages } from '../../kernel/i18n.ts';

export const m = messages({
  job_announce: {
    vi: 'Thông báo cuộc kiểm tra đột xuất khi đến ngày',
    en: 'Tell units of unannounced inspections whose day has begun',
  },
  job_remind: { vi: 'Nhắc khắc phục tồn tại qua kiểm tra', en: 'Remind units of remedies' },
});
