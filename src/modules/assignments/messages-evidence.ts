import { messages } from '../../kernel/i18n.ts';

/** Words of what proves work: the form that sends it, the list of what there is, the rule that is published. */
export const m = messages({
  evidence: { vi: 'Minh chứng', en: 'Evidence' },
  count: { vi: '{n} minh chứng', en: 'Pieces: {n}' },
  none: { vi: 'Chưa có minh chứng nào.', en: 'No evidence yet.' },
  needed: { vi: 'Để báo hoàn thành cần có', en: 'To report as done, this is needed' },
  add: { vi: 'Thêm minh chứng', en: 'Add evidence' },
  send: { vi: 'Gửi minh chứng', en: 'Send evidence' },
  added: { vi: 'Đã thêm {n} minh chứng.', en: 'Evidence added: {n}.' },
  already: { vi: 'Đã có sẵn, không thêm lại: {names}.', en: 'Here already, not added again: {names}.' },

  photos: { vi: 'Ảnh', en: 'Photos' },
  photos_hint: {
    vi: 'Chụp ngay hoặc chọn trong máy, được nhiều ảnh; vị trí ghi trong ảnh bị xóa trước khi lưu',
    en: 'Take or choose photos, several at once; the place written in them is removed before they are kept',
  },
  keep_location: {
    vi: 'Lưu vị trí chụp ghi trong ảnh làm dữ liệu của minh chứng',
    en: 'Keep the place written in the photos as data of the evidence',
  },
  files: { vi: 'Tệp văn bản, bản quét', en: 'Documents, scans' },
  files_hint: {
    vi: 'PDF, Word, Excel, CSV, TXT hoặc ảnh quét',
    en: 'PDF, Word, Excel, CSV, TXT or a scanned picture',
  },
  link: { vi: 'Đường dẫn', en: 'Link' },
  link_hint: {
    vi: 'Trang đã đăng, ví dụ https://anthi.hungyen.gov.vn/…',
    en: 'The page where it was published, for example https://anthi.hungyen.gov.vn/…',
  },
  what_it_shows: { vi: 'Minh chứng cho điều gì', en: 'What it shows' },

  posting: { vi: 'Ghi nơi và thời gian niêm yết', en: 'Say where and when it was posted' },
  posting_place: { vi: 'Niêm yết ở', en: 'Posted at' },
  posting_place_hint: {
    vi: 'Ví dụ: bảng tin trụ sở UBND xã, nhà văn hóa thôn Đông',
    en: 'For example the board of the commune’s office',
  },
  posting_from: { vi: 'Từ ngày', en: 'From' },
  posting_to: { vi: 'Đến ngày', en: 'Until' },
  posting_to_hint: { vi: 'Để trống nếu còn niêm yết', en: 'Leave empty while it still hangs' },
  posting_file: { vi: 'Ảnh hoặc biên bản niêm yết', en: 'Its picture or record' },
  minutes: { vi: 'Ghi biên bản cuộc họp', en: 'Give the minutes of the meeting' },
  held_on: { vi: 'Ngày họp', en: 'Day of the meeting' },
  held_at: { vi: 'Nơi họp', en: 'Place' },
  attendants: { vi: 'Số người dự', en: 'How many took part' },
  minutes_file: { vi: 'Tệp biên bản', en: 'File of the minutes' },
  place_needed: { vi: 'Nhập nơi niêm yết hoặc nơi họp.', en: 'Enter the place.' },
  attendants_needed: {
    vi: 'Nhập số người dự, là số nguyên từ 1.',
    en: 'Enter how many took part, a whole number from 1.',
  },
  minutes_file_needed: { vi: 'Chọn tệp biên bản.', en: 'Choose the file of the minutes.' },
  files_again: {
    vi: 'Chưa tệp nào được lưu; trình duyệt không giữ tệp đã chọn, hãy chọn lại tất cả rồi gửi.',
    en: 'No file was kept; browsers forget chosen files, so choose them all again and send.',
  },

  too_heavy: {
    vi: 'Các tệp đã chọn nặng hơn {limit} MB nên sẽ không gửi được; hãy bớt tệp và gửi làm nhiều lần.',
    en: 'The chosen files are heavier than {limit} MB and cannot be sent; choose fewer and send them in turns.',
  },

  at_place: { vi: 'tại {place}', en: 'at {place}' },
  posted_since: { vi: 'niêm yết từ {from}', en: 'posted since {from}' },
  posted_between: { vi: 'niêm yết từ {from} đến {to}', en: 'posted from {from} to {to}' },
  meeting_held: { vi: 'họp ngày {date}, {n} người dự', en: 'held on {date}, took part: {n}' },
  added_by: { vi: '{who} thêm lúc {at}', en: 'added by {who} at {at}' },
  taken_at: { vi: 'máy ảnh ghi lúc {at}', en: 'taken at {at}, says the camera' },
  doubt_future: {
    vi: 'giờ chụp sau giờ tải lên, cần kiểm tra',
    en: 'taken after the upload, to be checked',
  },
  doubt_old: {
    vi: 'chụp trước khi tải lên hơn một năm, cần kiểm tra',
    en: 'taken more than a year before the upload, to be checked',
  },
  location: { vi: 'vị trí chụp {latitude}; {longitude}', en: 'taken at {latitude}; {longitude}' },
  size: { vi: '{n} {unit}', en: '{n} {unit}' },
  kind_file: { vi: 'Tệp', en: 'File' },
  kind_photo: { vi: 'Ảnh', en: 'Photo' },
  kind_link: { vi: 'Đường dẫn', en: 'Link' },
  kind_posting: { vi: 'Niêm yết', en: 'Posting' },
  kind_minutes: { vi: 'Biên bản họp', en: 'Minutes' },

  withdraw: { vi: 'Rút', en: 'Withdraw' },
  withdraw_this: { vi: 'Rút minh chứng này', en: 'Withdraw this evidence' },
  withdraw_what: {
    vi: 'Minh chứng vẫn xem lại được cùng lý do rút, nhưng không còn được tính.',
    en: 'It can still be read, with the reason, but no longer counts.',
  },
  withdraw_reason: { vi: 'Lý do rút', en: 'Reason' },
  withdrawn_done: { vi: 'Đã rút minh chứng.', en: 'The evidence was withdrawn.' },
  withdrawn_list: { vi: 'Đã rút ({n})', en: 'Withdrawn ({n})' },
  withdrawn_by: { vi: '{who} rút lúc {at}: {reason}', en: 'withdrawn by {who} at {at}: {reason}' },

  rule_title: { vi: 'Minh chứng nào là đủ', en: 'Which evidence is enough' },
  rule_lead: {
    vi: 'Báo hoàn thành chỉ được ghi khi mỗi loại sản phẩm của nhiệm vụ có đủ minh chứng; minh chứng đã rút không được tính.',
    en: 'Work can be reported as done only when each type of product of the task has enough evidence; withdrawn evidence does not count.',
  },
  rule_product: { vi: 'Sản phẩm', en: 'Product' },
  rule_enough: { vi: 'Đủ khi có một trong', en: 'Enough is any of' },
});
