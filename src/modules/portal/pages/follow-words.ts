import { messages } from '../../../kernel/i18n.ts';

export const f = messages({
  title: { vi: 'Theo dõi tin công khai qua thư điện tử', en: 'Follow what is made public by email' },
  lead: {
    vi: 'Khi xã công khai nội dung mới hoặc sửa nội dung cũ, bạn nhận được thư: mỗi ngày nhiều nhất một thư, không cần tài khoản.',
    en: 'When the commune makes something public or changes it you get an email: at most one a day, without an account.',
  },
  email: { vi: 'Địa chỉ thư điện tử', en: 'Email address' },
  email_hint: {
    vi: 'Ví dụ lan@gmail.com. Địa chỉ chỉ dùng để gửi thư này và được xóa khi bạn ngừng nhận.',
    en: 'For example lan@gmail.com. It is used for these emails only, and deleted when you stop them.',
  },
  commune: { vi: 'Xã, phường, thị trấn', en: 'Commune' },
  choose: { vi: 'Chọn…', en: 'Choose…' },
  topics: { vi: 'Nội dung', en: 'Topics' },
  everything: { vi: 'Tất cả nội dung', en: 'Everything' },
  send: { vi: 'Gửi thư xác nhận', en: 'Send the confirmation email' },
  leave_empty: { vi: 'Để trống ô này', en: 'Leave this empty' },
  next: {
    vi: 'Sau khi bấm, mở hộp thư và bấm vào đường dẫn trong thư để xác nhận. Chưa xác nhận thì không có thư nào được gửi tiếp, và sau {n} ngày địa chỉ được xóa.',
    en: 'After that open your mailbox and follow the link in the email to confirm. Without it nothing more is sent, and after {n} days the address is deleted.',
  },
  no_mail: {
    vi: 'Cổng này chưa gửi được thư điện tử. Có thể theo dõi bằng nguồn tin Atom hoặc RSS:',
    en: 'This portal cannot send email yet. You can follow its Atom and RSS feeds:',
  },
  all_feeds: { vi: 'Mọi xã', en: 'All communes' },
  wrong: { vi: 'Chưa gửi được', en: 'Not sent yet' },
  sent_title: { vi: 'Xin mở hộp thư của bạn', en: 'Please open your mailbox' },
  sent: {
    vi: 'Nếu địa chỉ đúng, trong vài phút sẽ có thư với đường dẫn để xác nhận. Không thấy thư thì xem cả mục thư rác.',
    en: 'If the address is right, an email with a link to confirm arrives within minutes. If not, look into the spam folder too.',
  },
  sent_again: {
    vi: 'Mỗi địa chỉ nhận nhiều nhất {n} thư xác nhận một tuần, để không ai làm phiền người khác bằng trang này.',
    en: 'An address gets at most {n} confirmation emails a week, so that nobody can annoy others with this page.',
  },
  confirm_title: { vi: 'Xác nhận theo dõi', en: 'Confirm' },
  confirm_lead: {
    vi: 'Địa chỉ {email} sẽ nhận thư khi có tin mới về:',
    en: '{email} gets an email when there is news about:',
  },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  confirm_not: {
    vi: 'Nếu không phải bạn đăng ký, chỉ cần đóng trang này.',
    en: 'If it was not you who subscribed, just close this page.',
  },
  confirmed_title: { vi: 'Đã xác nhận', en: 'Confirmed' },
  confirmed: {
    vi: 'Từ nay, ngày nào có tin mới thì bạn nhận một thư vào buổi sáng. Mỗi thư có đường dẫn để ngừng nhận.',
    en: 'From now on you get one email on the morning of a day with news. Each email has a link to stop.',
  },
  stop_title: { vi: 'Ngừng nhận thư', en: 'Stop the emails' },
  stop_lead: {
    vi: 'Bấm nút dưới đây thì {email} không nhận thư nữa và được xóa khỏi hệ thống cùng mọi lựa chọn.',
    en: 'With the button below {email} gets no more emails and is deleted with all that was chosen.',
  },
  stop: { vi: 'Ngừng nhận và xóa địa chỉ', en: 'Stop and delete the address' },
  stopped_title: { vi: 'Đã ngừng và đã xóa địa chỉ', en: 'Stopped, and the address is deleted' },
  stopped: {
    vi: 'Không còn thư nào được gửi. Muốn nhận lại, bạn đăng ký như lần đầu.',
    en: 'No more emails are sent. To get them again, subscribe as at first.',
  },
  topic: { vi: '{unit}: {section}', en: '{unit}: {section}' },
});
