import { auditEvents } from '../../kernel/audit.ts';

export const noticeEvents = auditEvents('notices', {
  told: { vi: 'Thông báo cho đơn vị', en: 'Units notified' },
});
