import { messages } from '../../kernel/i18n.ts';

export const m = messages({
  job_open: { vi: 'Mở các mục công khai đến kỳ', en: 'Open the items of disclosure that have begun' },
  job_expire: {
    vi: 'Gỡ tên người khỏi cổng công khai khi hết thời gian',
    en: 'Take names off the portal at the end of their time',
  },
  job_remind: { vi: 'Nhắc việc công khai', en: 'Remind units of disclosure' },
});
