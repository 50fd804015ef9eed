import { errors } from './errors.ts';

/** What can go wrong with any request, whatever it asks for. */
export const kernelErrors = errors('kernel', {
  invalid_input: {
    status: 422,
    vi: 'Thông tin gửi lên chưa hợp lệ.',
    en: 'What was sent is not valid.',
    remedy: { vi: 'Sửa các mục được nêu rồi gửi lại.', en: 'Correct the fields named and send again.' },
  },
  sign_in_needed: {
    status: 401,
    vi: 'Bạn cần đăng nhập để xem trang này.',
    en: 'You need to sign in to see this page.',
    remedy: { vi: 'Đăng nhập rồi mở lại trang.', en: 'Sign in, then open the page again.' },
  },
  forbidden: {
    status: 403,
    vi: 'Bạn không có quyền làm việc này.',
    en: 'You may not do this.',
    remedy: {
      vi: 'Nếu đây là việc của bạn, hãy nhờ người quản trị kiểm tra chức vụ của bạn.',
      en: 'If this is your work, ask the administrator to check your post.',
    },
  },
  not_found: {
    status: 404,
    vi: 'Không tìm thấy trang hoặc nội dung này.',
    en: 'This page or item was not found.',
    remedy: { vi: 'Kiểm tra lại đường dẫn hoặc tìm theo tên.', en: 'Check the address, or search by name.' },
  },
  stale_form: {
    status: 403,
    vi: 'Biểu mẫu đã cũ hoặc được gửi từ nơi khác.',
    en: 'The form is out of date or was sent from another place.',
    remedy: { vi: 'Tải lại trang rồi gửi lại.', en: 'Reload the page and send again.' },
  },
  too_large: {
    status: 413,
    vi: 'Dữ liệu gửi lên lớn hơn {limit} MB.',
    en: 'What was sent is larger than {limit} MB.',
    remedy: {
      vi: 'Chia nhỏ hoặc bớt nội dung rồi gửi lại.',
      en: 'Split it or make it smaller and send again.',
    },
  },
  unsupported_body: {
    status: 415,
    vi: 'Định dạng dữ liệu gửi lên không được hỗ trợ.',
    en: 'The format of what was sent is not supported.',
    remedy: {
      vi: 'Gửi bằng biểu mẫu trên trang; phần mềm khác gửi dạng JSON.',
      en: 'Use the form on the page; other programs send JSON.',
    },
  },
  too_many_requests: {
    status: 429,
    vi: 'Bạn gửi quá nhiều yêu cầu trong thời gian ngắn.',
    en: 'You have sent too many requests in a short time.',
    remedy: { vi: 'Đợi {seconds} giây rồi thử lại.', en: 'Wait {seconds} seconds, then try again.' },
  },
  key_unfit: {
    status: 400,
    vi: 'Idempotency-Key cần từ 8 đến 200 ký tự.',
    en: 'The Idempotency-Key has 8 to 200 characters.',
    remedy: { vi: 'Dùng một mã ngẫu nhiên cho mỗi lần gửi.', en: 'Use a random one for each request.' },
  },
  key_reused: {
    status: 422,
    vi: 'Idempotency-Key này đã dùng cho một nội dung khác.',
    en: 'This Idempotency-Key was used for another content.',
    remedy: {
      vi: 'Mỗi lần gửi nội dung mới dùng một mã mới.',
      en: 'Use a new key for every new content.',
    },
  },
  as_of_unreadable: {
    status: 422,
    vi: 'Không đọc được ngày cần xem, hoặc ngày đó chưa đến.',
    en: 'The day to read is not a date, or has not come yet.',
    remedy: {
      vi: 'Nhập ngày/tháng/năm không muộn hơn hôm nay, ví dụ 24/06/2024; trong địa chỉ là as_of=2024-06-24.',
      en: 'Enter day/month/year, not later than today, for example 24/06/2024; in an address as_of=2024-06-24.',
    },
  },
  conflict: {
    status: 409,
    vi: 'Nội dung này vừa được người khác thay đổi.',
    en: 'Someone else has just changed this.',
    remedy: {
      vi: 'Tải lại trang để xem bản mới rồi làm lại.',
      en: 'Reload the page to see the new version, then try again.',
    },
  },
  unexpected: {
    status: 500,
    vi: 'Hệ thống gặp lỗi ngoài dự kiến; chưa có gì được lưu. Mã: {requestId}.',
    en: 'Something unexpected went wrong; nothing was saved. Reference: {requestId}.',
    remedy: {
      vi: 'Thử lại; nếu vẫn lỗi, gửi mã này cho người quản trị.',
      en: 'Try again; if it happens again, send the reference to the administrator.',
    },
  },
});
