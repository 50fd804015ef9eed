import { messages } from '../../kernel/i18n.ts';

export const m = messages({
  title: { vi: 'Thông báo', en: 'Notices' },
  lead: {
    vi: 'Những gì gửi đến đơn vị của bạn hoặc riêng bạn. Đánh dấu đã đọc chỉ có tác dụng với riêng bạn.',
    en: 'What was sent to your units or to you alone. Marking a notice as read counts for you alone.',
  },
  tabs: { vi: 'Chọn thông báo', en: 'Choose notices' },
  unread: { vi: 'Chưa đọc', en: 'Unread' },
  all: { vi: 'Tất cả', en: 'All' },
  count_more: { vi: '{n}+', en: '{n}+' },
  col_when: { vi: 'Lúc', en: 'When' },
  col_kind: { vi: 'Loại', en: 'Kind' },
  col_words: { vi: 'Nội dung', en: 'Notice' },
  col_unit: { vi: 'Gửi đến', en: 'Sent to' },
  to_you: { vi: 'Riêng bạn', en: 'You alone' },
  col_mark: { vi: 'Đánh dấu', en: 'Mark' },
  col_state: { vi: 'Trạng thái', en: 'State' },
  is_unread: { vi: 'chưa đọc', en: 'unread' },
  mark: { vi: 'Đánh dấu đã đọc', en: 'Mark as read' },
  mark_all: { vi: 'Đánh dấu tất cả đã đọc', en: 'Mark all as read' },
  marked: { vi: 'Đã đánh dấu là đã đọc.', en: 'Marked as read.' },
  marked_all: { vi: 'Đã đánh dấu mọi thông báo là đã đọc.', en: 'Every notice is marked as read.' },
  none_unread: { vi: 'Không còn thông báo chưa đọc', en: 'Nothing unread' },
  none: { vi: 'Chưa có thông báo nào', en: 'No notices yet' },
  none_what: {
    vi: 'Khi có kế hoạch mới, việc bị trả lại hoặc việc chờ xác nhận, thông báo sẽ hiện ở đây.',
    en: 'New plans, returned work and work awaiting acceptance will appear here.',
  },
  no_post: {
    vi: 'Bạn chưa giữ chức vụ ở đơn vị nào nên chưa nhận thông báo. Nhờ người quản trị giao chức vụ cho bạn.',
    en: 'You hold no post in a unit, so no notices reach you. Ask the administrator to grant you a post.',
  },
  see_all: { vi: 'Xem tất cả thông báo', en: 'See all notices' },
  shown: { vi: '{n} thông báo trên trang này', en: 'Notices on this page: {n}' },
});
