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
  thanks: { vi: 'Cảm ơn bạn đã báo', en: 'Thank you for telling' },
  thanks_again: { vi: 'Hôm nay bạn đã báo rồi', en: 'You have said so today' },
  heard_seen: { vi: 'Bạn báo: có thấy.', en: 'You said: seen.' },
  heard_not_seen: { vi: 'Bạn báo: không thấy.', en: 'You said: not there.' },
  heard_wrong: { vi: 'Bạn báo: sai nội dung.', en: 'You said: wrong.' },
  next_seen: {
    vi: 'Câu trả lời được cộng vào số người đã thấy.',
    en: 'Your answer is counted among those who saw it.',
  },
  next_check: {
    vi: '{name} sẽ đi kiểm tra và trả lời ngay trên trang của nội dung này.',
    en: '{name} will check and answer on the page of this entry.',
  },
  again: {
    vi: 'Mỗi máy trả lời một lần trong ngày cho mỗi nơi, nên lần này không tính thêm.',
    en: 'Each device answers once a day for each place, so this one is not counted again.',
  },
  back_item: { vi: 'Về trang nội dung', en: 'Back to the entry' },
  back_unit: { vi: 'Về trang của xã', en: 'Back to the commune' },
  about: { vi: 'Về: {title}', en: 'About: {title}' },
});
