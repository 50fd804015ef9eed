import { errors } from '../../kernel/errors.ts';

export const portalErrors = errors('portal', {
  says_enough: {
    status: 429,
    vi: 'Hôm nay mạng bạn đang dùng đã gửi rất nhiều câu trả lời.',
    en: 'Very many answers have come from your network today.',
    remedy: {
      vi: 'Xin trả lời vào ngày mai, hoặc gọi số điện thoại của xã.',
      en: 'Please answer tomorrow, or call the commune.',
    },
  },
  trap: {
    status: 422,
    vi: 'Chưa gửi được câu trả lời.',
    en: 'The answer was not sent.',
    remedy: {
      vi: 'Máy của bạn đã tự điền vào một ô ẩn. Quay lại trang, bấm thẳng vào nút trả lời.',
      en: 'Your device filled a hidden field by itself. Go back and press the button again.',
    },
  },
});
