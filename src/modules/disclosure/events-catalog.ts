import { auditEvents } from '../../kernel/audit.ts';
import { roomEvent } from '../../kernel/events.ts';

export const catalogEvents = auditEvents('disclosure', {
  obligations_followed: { vi: 'Áp dụng nội dung phải công khai', en: 'Obligations followed' },
  obligation_ended: { vi: 'Thôi áp dụng nội dung phải công khai', en: 'Obligation followed no more' },
  obligation_declared: { vi: 'Khai báo nội dung công khai riêng', en: 'Own obligation declared' },
  obligation_changed: { vi: 'Sửa nội dung công khai riêng', en: 'Own obligation changed' },
  web_decided: { vi: 'Quyết định về thông tin cá nhân trên mạng', en: 'Personal data on the web decided' },
});

/** What the web shows of the names of one obligation changed: what is public of its items must follow. */
export const webChanged = roomEvent<{ readonly code: string }>('disclosure.web_changed');
