import { auditEvents } from '../../kernel/audit.ts';

export const noticeEvents = auditEvents('notices', {
  told: { vi: 'Thông báo cho đơn vị, cho người', en: 'Units and persons notified' },
  preference_changed: { vi: 'Đổi cách nhận thông báo', en: 'Ways of being notified changed' },
  browser_added: { vi: 'Bật thông báo đẩy trên một trình duyệt', en: 'Pushes switched on in a browser' },
  browser_removed: { vi: 'Tắt thông báo đẩy trên một trình duyệt', en: 'Pushes switched off in a browser' },
  mails_retried: { vi: 'Cho gửi lại các thư không gửi được', en: 'Failed emails tried anew' },
  mails_dropped: { vi: 'Bỏ các thư không gửi được', en: 'Failed emails given up' },
});
