import { messages } from '../../kernel/i18n.ts';

/** Words of the page on which a person chooses how notices arrive. */
export const mp = messages({
  title: { vi: 'Cách nhận thông báo', en: 'How notices reach you' },
  lead: {
    vi: 'Mọi thông báo luôn có ở trang Thông báo. Ở đây bạn chọn thông báo nào được gửi thêm qua thư điện tử hoặc đẩy lên trình duyệt.',
    en: 'Every notice is always on the page of notices. Here you choose which are also sent by email or pushed to a browser.',
  },
  change: { vi: 'Cách nhận thông báo', en: 'How notices reach you' },
  account: { vi: 'Tài khoản', en: 'Account' },
  mail_to: { vi: 'Thư gửi đến {address}.', en: 'Emails go to {address}.' },
  mail_off: {
    vi: 'Hệ thống chưa được thiết lập gửi thư điện tử, nên hiện không thư nào được gửi. Lựa chọn của bạn vẫn được giữ.',
    en: 'This installation has no mail server yet, so no email is sent. What you choose is kept.',
  },
  mail_no_address: {
    vi: 'Tài khoản của bạn chưa có địa chỉ thư điện tử nhận được thư. Nhờ người quản trị ghi địa chỉ thì mới có thư.',
    en: 'Your account has no email address at which anything can arrive. Ask the administrator to enter one.',
  },
  by_topic: { vi: 'Theo từng loại', en: 'By topic' },
  col_topic: { vi: 'Loại thông báo', en: 'Topic' },
  col_email: { vi: 'Thư điện tử', en: 'Email' },
  col_push: { vi: 'Đẩy lên trình duyệt', en: 'Push' },
  email_none: { vi: 'Không gửi thư', en: 'No email' },
  email_digest: { vi: 'Trong bản tin sáng', en: 'In the morning digest' },
  email_now: { vi: 'Việc cần làm ngay thì gửi ngay', en: 'Urgent ones at once' },
  urgent_are: { vi: 'Việc cần làm ngay: {kinds}', en: 'Urgent: {kinds}' },
  email_of: { vi: 'Thư điện tử về {topic}', en: 'Email about {topic}' },
  push_of: { vi: 'Đẩy lên trình duyệt về {topic}', en: 'Push about {topic}' },
  push_yes: { vi: 'Có', en: 'Yes' },
  digest_when: {
    vi: 'Bản tin sáng gửi lúc 7 giờ 30 các ngày làm việc: thông báo mới chưa đọc, việc đến hạn trong ngày và việc quá hạn của đơn vị bạn. Không có gì mới thì không có thư.',
    en: 'The morning digest leaves at 7:30 on working days: new unread notices, and your units’ work that is due that day or late. When there is nothing, there is no email.',
  },
  lang: { vi: 'Ngôn ngữ của thư và thông báo đẩy', en: 'Language of emails and pushes' },
  lang_vi: { vi: 'Tiếng Việt', en: 'Vietnamese' },
  lang_en: { vi: 'Tiếng Anh', en: 'English' },
  save: { vi: 'Lưu lựa chọn', en: 'Save' },
  saved: { vi: 'Đã lưu cách nhận thông báo.', en: 'Saved.' },
  push_title: { vi: 'Thông báo đẩy', en: 'Pushes' },
  push_about: {
    vi: 'Khi bật, trình duyệt báo tin cả lúc bạn không mở Dân Biết. Chỉ bật trên máy của riêng bạn: ai cầm máy cũng đọc được tin hiện ra.',
    en: 'When on, the browser tells you also while Dân Biết is closed. Only switch it on where nobody else uses the machine: whoever holds it reads what appears.',
  },
  push_impossible: {
    vi: 'Thông báo đẩy cần trang này được mở qua địa chỉ https; người vận hành hệ thống chưa đặt địa chỉ đó.',
    en: 'Pushes need this site to be served at an https address, which its operator has not set yet.',
  },
  push_needs_script: {
    vi: 'Trình duyệt này không hỗ trợ thông báo đẩy hoặc đang tắt JavaScript.',
    en: 'This browser offers no pushes, or JavaScript is off.',
  },
  push_denied: {
    vi: 'Trình duyệt đang chặn thông báo của trang này. Cho phép lại trong phần cài đặt của trình duyệt rồi tải lại trang.',
    en: 'The browser blocks notifications of this site. Allow them in its settings, then reload the page.',
  },
  push_failed: {
    vi: 'Trình duyệt không bật được thông báo đẩy. Thử lại sau.',
    en: 'The browser could not switch pushes on. Try again later.',
  },
  push_here: { vi: 'Trình duyệt này đang bật thông báo đẩy.', en: 'Pushes are on in this browser.' },
  push_on: { vi: 'Bật trên trình duyệt này', en: 'Switch on in this browser' },
  push_added: { vi: 'Đã bật thông báo đẩy trên trình duyệt này.', en: 'Pushes are on in this browser.' },
  push_removed: { vi: 'Đã tắt thông báo đẩy trên trình duyệt đó.', en: 'Pushes are off in that browser.' },
  browsers: { vi: 'Trình duyệt đang bật', en: 'Browsers' },
  col_browser: { vi: 'Trình duyệt', en: 'Browser' },
  col_since: { vi: 'Bật từ', en: 'On since' },
  col_last: { vi: 'Lần đẩy gần nhất', en: 'Last push' },
  never: { vi: 'chưa có', en: 'none yet' },
  last_failed: { vi: 'không đẩy được', en: 'failed' },
  remove: { vi: 'Tắt', en: 'Switch off' },
});
