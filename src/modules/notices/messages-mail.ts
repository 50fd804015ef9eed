import { messages } from '../../kernel/i18n.ts';

/** Words of emails and pushes. */
export const mm = messages({
  product: { vi: 'Dân Biết', en: 'Dân Biết' },
  greeting: { vi: 'Kính gửi {name},', en: 'Dear {name},' },
  notice_subject: { vi: '{kind}: {words}', en: '{kind}: {words}' },
  digest_subject: { vi: 'Bản tin sáng {date}: {parts}', en: 'Morning digest {date}: {parts}' },
  part_new: { vi: '{n} thông báo mới', en: 'new notices: {n}' },
  part_due: { vi: '{n} phần việc đến hạn hôm nay', en: 'assignments due today: {n}' },
  part_late: { vi: '{n} phần việc quá hạn', en: 'late assignments: {n}' },
  title_new: { vi: 'Thông báo mới ({n})', en: 'New notices ({n})' },
  title_due: { vi: 'Đến hạn hôm nay ({n})', en: 'Due today ({n})' },
  title_late: { vi: 'Quá hạn ({n})', en: 'Late ({n})' },
  line_due: { vi: '{code}. {words} ({unit})', en: '{code}. {words} ({unit})' },
  line_late: {
    vi: '{code}. {words} ({unit}), hạn {date}, quá hạn {n} ngày làm việc',
    en: '{code}. {words} ({unit}), due on {date}, working days late: {n}',
  },
  more: { vi: 'Còn {n} dòng nữa, xem tại', en: 'Further lines: {n}, see' },
  open: { vi: 'Xem tại', en: 'Open at' },
  why: {
    vi: 'Thư này do hệ thống Dân Biết gửi tự động; xin không trả lời thư.',
    en: 'This email was sent by the system Dân Biết; please do not answer it.',
  },
  change: { vi: 'Đổi cách nhận thông báo tại', en: 'Change how notices reach you at' },
});
