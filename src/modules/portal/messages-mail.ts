import { messages } from '../../kernel/i18n.ts';

export const mm = messages({
  hello: { vi: 'Chào bạn,', en: 'Hello,' },
  confirm_subject: {
    vi: 'Xác nhận theo dõi tin công khai',
    en: 'Confirm that you want news of what is made public',
  },
  confirm_what: {
    vi: 'Có người, có lẽ là bạn, muốn địa chỉ này nhận thư khi có tin mới về:',
    en: 'Somebody, probably you, asked that this address gets an email when there is news about:',
  },
  confirm_do: {
    vi: 'Nếu đúng, mở đường dẫn sau và bấm “Xác nhận”. Đường dẫn có hiệu lực {n} ngày:',
    en: 'If so, open this link and press “Confirm”. It works for {n} days:',
  },
  confirm_not: {
    vi: 'Nếu không phải bạn, xin bỏ qua thư này: địa chỉ sẽ tự được xóa sau {n} ngày và không có thư nào nữa.',
    en: 'If it was not you, ignore this email: the address is deleted by itself after {n} days and no email follows.',
  },
  topic: { vi: '{unit}: {section}', en: '{unit}: {section}' },
  everything: { vi: 'tất cả nội dung', en: 'everything' },
  news_subject: { vi: 'Tin công khai mới: {title}', en: 'Made public: {title}' },
  news_subject_many: {
    vi: 'Tin công khai mới: {title} và {n} tin khác',
    en: 'Made public: {title}, and others ({n})',
  },
  news_what: { vi: 'Có tin mới ở những nội dung bạn theo dõi:', en: 'There is news in what you follow:' },
  line_new: { vi: 'Mới: {title} ({unit}, {section})', en: 'New: {title} ({unit}, {section})' },
  line_changed: { vi: 'Thay đổi: {title} ({unit}, {section})', en: 'Changed: {title} ({unit}, {section})' },
  line_withdrawn: { vi: 'Đã rút: {title} ({unit}, {section})', en: 'Withdrawn: {title} ({unit}, {section})' },
  more: { vi: 'Còn nữa; xem tất cả tại:', en: 'There is more; all of it is at:' },
  why: {
    vi: 'Bạn nhận thư này vì đã đăng ký theo dõi; mỗi ngày nhiều nhất một thư.',
    en: 'You get this email because you subscribed; at most one a day.',
  },
  stop: {
    vi: 'Ngừng nhận thư và xóa địa chỉ này:',
    en: 'Stop the emails and delete this address:',
  },
});
