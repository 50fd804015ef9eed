import { messages } from '../../kernel/i18n.ts';

/** A village head's phone: one screen, one photo. */
export const m = messages({
  title: { vi: 'Niêm yết tại thôn', en: 'Posting in the village' },
  list_title: { vi: 'Việc niêm yết', en: 'What to post' },
  list_lead: { vi: 'Bấm vào một việc, chụp ảnh, xong.', en: 'Open one, take a photo, done.' },
  nothing: { vi: 'Không có gì phải niêm yết hoặc gỡ', en: 'Nothing to post or take down' },
  nothing_what: {
    vi: 'Khi xã công bố nội dung mới, việc sẽ hiện ở đây.',
    en: 'What the commune publishes appears here.',
  },
  no_place: { vi: 'Chưa có điểm niêm yết nào giao cho bạn', en: 'No posting place is yours' },
  no_place_what: {
    vi: 'Xã khai điểm niêm yết của thôn trước. Báo công chức văn phòng của xã.',
    en: 'The commune names the places of the village first.',
  },
  need_post: { vi: 'Cần niêm yết', en: 'To be posted' },
  need_prove: { vi: 'Cần ảnh minh chứng', en: 'Needs a photo' },
  need_take_down: { vi: 'Cần gỡ', en: 'To be taken down' },
  need_done: { vi: 'Đã xong', en: 'Done' },
  before: { vi: 'trước khi hết ngày {date}', en: 'by {date}' },
  what: { vi: 'Niêm yết', en: 'What' },
  where: { vi: 'Nơi niêm yết', en: 'Where' },
  keep: { vi: 'Giữ đến hết ngày {date}', en: 'Keep it until {date}' },
  keep_always: { vi: 'Giữ suốt thời gian nội dung còn hiệu lực', en: 'Keep it for as long as it holds' },
  sheet: { vi: 'Tải phiếu niêm yết (PDF)', en: 'The sheet (PDF)' },
  names: {
    vi: 'Bản này có tên người: chỉ niêm yết trên giấy, không đăng lên mạng; chụp ảnh từ xa, không cần rõ từng tên.',
    en: 'It holds names: on paper only; take the photo from afar.',
  },
  photo: { vi: 'Ảnh chụp bảng niêm yết', en: 'Photo of the board' },
  photo_hint: { vi: 'Chụp cả bảng và tờ niêm yết.', en: 'The whole board with the sheet.' },
  photo_removed: { vi: 'Ảnh chụp sau khi gỡ', en: 'Photo after taking it down' },
  day: { vi: 'Ngày niêm yết', en: 'Day it was hung' },
  other_day: { vi: 'Niêm yết từ hôm trước?', en: 'Hung on an earlier day?' },
  note: { vi: 'Ghi chú', en: 'Note' },
  note_hint: {
    vi: 'Bắt buộc khi treo trước ngày xã công bố trên hệ thống.',
    en: 'Needed when it hung before the commune published it here.',
  },
  send: { vi: 'Gửi ảnh', en: 'Send the photo' },
  photo_needed: { vi: 'Chụp hoặc chọn một ảnh.', en: 'Take or choose a photo.' },
  received: { vi: 'Đã nhận lúc {at}.', en: 'Received at {at}.' },
  next: { vi: 'Việc niêm yết khác', en: 'Other postings' },
  remove: { vi: 'Đã gỡ bản niêm yết…', en: 'It was taken down…' },
  removed_day: { vi: 'Ngày gỡ', en: 'Day of removal' },
  remove_reason: { vi: 'Vì sao gỡ', en: 'Why' },
  remove_send: { vi: 'Gửi việc gỡ', en: 'Send the removal' },
  received_removal: { vi: 'Đã nhận việc gỡ lúc {at}.', en: 'The removal was received at {at}.' },
  received_alarm: {
    vi: 'Đã nhận việc gỡ lúc {at}. Đây là gỡ sớm: lãnh đạo và Mặt trận đã được báo.',
    en: 'The removal was received at {at}. It is too early: leaders and the Front are told.',
  },

  js_making: { vi: 'Đang thu nhỏ ảnh…', en: 'Making the photo small…' },
  js_sending: { vi: 'Đang gửi ảnh…', en: 'Sending the photo…' },
  js_waiting: {
    vi: 'Đang chờ mạng. Ảnh đã giữ trong máy, sẽ tự gửi khi có mạng; có thể đóng trang và mở lại sau.',
    en: 'Waiting for the network. The photo is kept on this phone and is sent when the line is back.',
  },
  js_sign_in: {
    vi: 'Phiên đăng nhập đã hết. Ảnh vẫn giữ trong máy: đăng nhập lại rồi mở trang này để gửi.',
    en: 'You are signed out. The photo is kept on this phone: sign in and open this page again.',
  },
  js_refused: { vi: 'Máy chủ không nhận: {why}', en: 'Refused: {why}' },
  js_waiting_more: { vi: 'Còn {n} ảnh chờ gửi.', en: 'Photos waiting: {n}.' },
});
