import { errors } from '../../kernel/errors.ts';

export const portalErrors = errors('portal', {
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
