import { errors } from '../../kernel/errors.ts';

export const subscriptionErrors = errors('portal.subscription', {
  no_topic: {
    status: 422,
    vi: 'Chưa chọn xã hoặc nội dung nào để theo dõi.',
    en: 'No commune or topic was chosen.',
    remedy: { vi: 'Chọn xã và ít nhất một nội dung.', en: 'Choose a commune and at least one topic.' },
  },
  not_an_email: {
    status: 422,
    vi: 'Địa chỉ thư điện tử không đúng.',
    en: 'This is no email address.',
    remedy: {
      vi: 'Gõ đủ tên, dấu @ và tên miền, ví dụ lan@gmail.com.',
      en: 'Type name, @ and domain, for example lan@gmail.com.',
    },
  },
  no_mail: {
    status: 503,
    vi: 'Cổng này hiện không gửi được thư điện tử.',
    en: 'This portal cannot send email at the moment.',
    remedy: {
      vi: 'Dùng nguồn tin Atom hoặc RSS ở trang của xã, hoặc thử lại sau.',
      en: 'Use the Atom or RSS feed on the commune’s page, or try later.',
    },
  },
  too_many: {
    status: 503,
    vi: 'Đang có quá nhiều người đăng ký.',
    en: 'Too many people are subscribing at the moment.',
    remedy: { vi: 'Thử lại sau một giờ.', en: 'Try again in an hour.' },
  },
  too_many_topics: {
    status: 422,
    vi: 'Một địa chỉ theo dõi được nhiều nhất {n} nội dung.',
    en: 'One address can follow at most {n} topics.',
    remedy: {
      vi: 'Chọn “Tất cả” của xã thay cho từng nội dung.',
      en: 'Choose “everything” of the commune instead of single topics.',
    },
  },
  link_gone: {
    status: 404,
    vi: 'Đường dẫn này không còn dùng được.',
    en: 'This link no longer works.',
    remedy: {
      vi: 'Nếu bạn đã ngừng nhận thư thì không phải làm gì nữa. Muốn theo dõi lại, hãy đăng ký ở trang /theo-doi.',
      en: 'If you have stopped the emails, nothing more is needed. To follow again, subscribe at /theo-doi.',
    },
  },
});
