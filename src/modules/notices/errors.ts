import { errors } from '../../kernel/errors.ts';

export const noticeErrors = errors('notices', {
  not_found: {
    status: 404,
    vi: 'Không tìm thấy thông báo này.',
    en: 'This notice was not found.',
    remedy: { vi: 'Mở lại trang Thông báo.', en: 'Open the page of notices again.' },
  },
  push_impossible: {
    status: 409,
    vi: 'Hệ thống chưa dùng được thông báo đẩy.',
    en: 'This installation offers no pushes.',
    remedy: {
      vi: 'Người vận hành cần đặt địa chỉ https của hệ thống (PUBLIC_URL).',
      en: 'Its operator must set its https address (PUBLIC_URL).',
    },
  },
  push_refused: {
    status: 422,
    vi: 'Không nhận được đăng ký thông báo đẩy của trình duyệt này.',
    en: 'The push subscription of this browser cannot be taken.',
    remedy: {
      vi: 'Dùng bản mới của Chrome, Edge, Firefox hoặc Safari rồi bật lại.',
      en: 'Use a recent Chrome, Edge, Firefox or Safari and switch it on again.',
    },
  },
  too_many_browsers: {
    status: 409,
    vi: 'Bạn đã bật thông báo đẩy trên {n} trình duyệt.',
    en: 'Pushes are on in {n} of your browsers already.',
    remedy: {
      vi: 'Tắt ở trình duyệt không còn dùng rồi bật lại ở đây.',
      en: 'Switch one off that you no longer use, then try again.',
    },
  },
  browser_not_found: {
    status: 404,
    vi: 'Không tìm thấy trình duyệt này trong các trình duyệt của bạn.',
    en: 'This is not one of your browsers.',
    remedy: { vi: 'Mở lại trang Cách nhận thông báo.', en: 'Open the page of preferences again.' },
  },
});
