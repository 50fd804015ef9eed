import { messages } from '../../../kernel/i18n.ts';

/** Words of “Có đúng không?”. */
export const s = messages({
  title: { vi: 'Có đúng không?', en: 'Is it true?' },
  ask_place: {
    vi: 'Xã báo đã niêm yết ở {where}. Bạn đến đó có thấy không?',
    en: 'The commune says that it hangs at {where}. Did you see it there?',
  },
  ask_item: {
    vi: 'Nội dung trên trang này có đúng với những gì bạn biết không?',
    en: 'Is what this page says true, as far as you know?',
  },
  no_account: {
    vi: 'Không cần tài khoản, không hỏi tên. Chúng tôi không lưu bạn là ai.',
    en: 'No account, no name. Who you are is not kept.',
  },
  seen: { vi: 'Tôi có thấy', en: 'I saw it' },
  not_seen: { vi: 'Không thấy', en: 'Not there' },
  wrong: { vi: 'Sai nội dung', en: 'It is wrong' },
  right: { vi: 'Đúng', en: 'True' },
  add: { vi: 'Viết thêm hoặc gửi ảnh (không bắt buộc)', en: 'Add words or a photo (optional)' },
  words: { vi: 'Bạn thấy thế nào?', en: 'What did you see?' },
  words_hint: {
    vi: 'Ví dụ: bảng ở nhà văn hóa trống, số tiền khác với bảng ở ủy ban. Đừng ghi tên hay số điện thoại của ai.',
    en: 'For example: the board is empty, the sum differs from the one at the office. Please write nobody’s name or telephone number.',
  },
  photo: { vi: 'Ảnh chụp bảng', en: 'Photo of the board' },
  photo_hint: {
    vi: 'Ảnh jpg, png hoặc webp, tối đa {n} MB. Nơi chụp ghi trong ảnh sẽ được xóa.',
    en: 'jpg, png or webp, at most {n} MB. The place written inside the photo is removed.',
  },
  then_press: { vi: 'Rồi bấm một nút dưới đây để gửi.', en: 'Then press one of the buttons below to send.' },
  leave_empty: { vi: 'Để trống ô này', en: 'Leave this field empty' },
  about: { vi: 'Về: {title}', en: 'About: {title}' },
});
