import { errors } from '../../kernel/errors.ts';

export const noticeErrors = errors('notices', {
  not_found: {
    status: 404,
    vi: 'Không tìm thấy thông báo này.',
    en: 'This notice was not found.',
    remedy: { vi: 'Mở lại trang Thông báo.', en: 'Open the page of notices again.' },
  },
});
