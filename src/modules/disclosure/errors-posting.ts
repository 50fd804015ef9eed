import { errorsByConstraint } from '../../kernel/db/database.ts';
import { errors } from '../../kernel/errors.ts';

export const postingErrors = errors('disclosure', {
  place_not_found: {
    status: 404,
    vi: 'Không tìm thấy điểm niêm yết này.',
    en: 'This posting place was not found.',
    remedy: {
      vi: 'Mở lại danh sách điểm niêm yết của đơn vị.',
      en: 'Open the unit’s list of posting places again.',
    },
  },
  place_of_other: {
    status: 422,
    vi: 'Điểm niêm yết này không thuộc đơn vị có mục công khai.',
    en: 'The posting place does not belong to the unit of the item.',
    remedy: { vi: 'Chọn điểm của chính đơn vị.', en: 'Choose a place of the unit itself.' },
  },
  place_not_standing: {
    status: 422,
    vi: 'Điểm “{name}” không hoạt động vào ngày {date}.',
    en: '“{name}” did not stand on {date}.',
    remedy: {
      vi: 'Chọn điểm khác, hoặc sửa ngày của điểm niêm yết.',
      en: 'Choose another place, or correct the days of the place.',
    },
  },
  place_in_use: {
    status: 409,
    vi: 'Tại “{name}” còn {n} mục chưa hết thời gian niêm yết.',
    en: 'Items that must still hang at “{name}”: {n}.',
    remedy: {
      vi: 'Ghi việc gỡ của từng mục, hoặc chọn ngày đóng sau ngày cuối cùng.',
      en: 'Record the removal of each, or close the place after the last day.',
    },
  },
  place_days_crossed: {
    status: 422,
    vi: 'Ngày cuối phải từ ngày đầu trở đi.',
    en: 'The last day may not be before the first.',
    remedy: { vi: 'Kiểm tra lại hai ngày.', en: 'Check both days.' },
  },
  place_own_portal: {
    status: 422,
    vi: 'Cổng công khai của chính sản phẩm do hệ thống giữ.',
    en: 'The product keeps its own portal place by itself.',
    remedy: {
      vi: 'Thêm trang thông tin điện tử khác thì ghi địa chỉ của trang đó.',
      en: 'For another site enter its address.',
    },
  },
  place_village: {
    status: 422,
    vi: 'Thôn được chọn không thuộc đơn vị này.',
    en: 'The chosen village does not belong to the unit.',
    remedy: { vi: 'Chọn một thôn của đơn vị.', en: 'Choose a village of the unit.' },
  },
  place_village_needed: {
    status: 422,
    vi: 'Nhà văn hóa và điểm sinh hoạt cộng đồng cần ghi rõ thôn, tổ dân phố.',
    en: 'A village hall or community point needs its village.',
    remedy: { vi: 'Chọn thôn, tổ dân phố của điểm này.', en: 'Choose the village of the place.' },
  },
  place_located_half: {
    status: 422,
    vi: 'Vị trí cần có cả vĩ độ và kinh độ.',
    en: 'A location needs latitude and longitude.',
    remedy: { vi: 'Điền cả hai hoặc để trống cả hai.', en: 'Fill in both or neither.' },
  },
  too_many_places: {
    status: 422,
    vi: 'Đơn vị đã có {n} điểm niêm yết, là mức nhiều nhất.',
    en: 'The unit has {n} posting places, which is the most.',
    remedy: { vi: 'Đóng các điểm không còn dùng.', en: 'Close places that are not used any more.' },
  },
  changed_place: {
    status: 409,
    vi: 'Trong lúc bạn sửa, {name} đã thay đổi điểm niêm yết này.',
    en: 'While you were writing, {name} changed this posting place.',
    remedy: { vi: 'Tải lại trang rồi sửa lại.', en: 'Reload the page and change it again.' },
  },
  posting_not_found: {
    status: 404,
    vi: 'Không tìm thấy lần niêm yết này.',
    en: 'This posting was not found.',
    remedy: { vi: 'Mở lại trang của mục công khai.', en: 'Open the item again.' },
  },
  posting_address_unfit: {
    status: 422,
    vi: 'Địa chỉ của bài đăng không dùng được.',
    en: 'The address of the entry cannot be used.',
    remedy: {
      vi: 'Dán địa chỉ bắt đầu bằng https://, không kèm tên đăng nhập hay mật khẩu.',
      en: 'Paste an address that begins with https://, without a user name or password.',
    },
  },
  posted_ahead: {
    status: 422,
    vi: 'Ngày {date} chưa đến.',
    en: '{date} has not come yet.',
    remedy: { vi: 'Ghi ngày đã niêm yết.', en: 'Enter the day on which it was hung.' },
  },
  posted_before_version: {
    status: 422,
    vi: 'Ngày niêm yết {date} trước ngày công bố bản này, {published}.',
    en: 'The day of posting, {date}, is before this version was published, {published}.',
    remedy: {
      vi: 'Nếu đã niêm yết bản giấy từ trước thì ghi rõ ở phần ghi chú; nếu không thì sửa ngày.',
      en: 'If the paper hung before, say so in the note; otherwise correct the day.',
    },
  },
  posting_needs_address: {
    status: 422,
    vi: 'Đăng trên trang thông tin điện tử cần có địa chỉ của bài.',
    en: 'An entry on a website needs its address.',
    remedy: {
      vi: 'Dán địa chỉ bài đăng, bắt đầu bằng http:// hoặc https://.',
      en: 'Paste the address of the entry, beginning with http:// or https://.',
    },
  },
  portal_by_itself: {
    status: 422,
    vi: 'Cổng công khai của chính sản phẩm do hệ thống tự đăng.',
    en: 'The product’s own portal shows it by itself.',
    remedy: { vi: 'Không cần làm gì thêm cho điểm này.', en: 'Nothing has to be done for this place.' },
  },
  request_key_reused: {
    status: 409,
    vi: 'Mã gửi này đã dùng cho một lần niêm yết khác.',
    en: 'This request key was used for another posting.',
    remedy: { vi: 'Tải lại trang rồi gửi lại.', en: 'Reload the page and send again.' },
  },
  removed_already: {
    status: 409,
    vi: 'Lần niêm yết này đã gỡ ngày {date}.',
    en: 'This posting was taken down on {date}.',
    remedy: { vi: 'Tải lại trang để xem.', en: 'Reload the page to see it.' },
  },
  removed_before_posted: {
    status: 422,
    vi: 'Ngày gỡ {date} trước ngày niêm yết.',
    en: 'The day of removal, {date}, is before the posting.',
    remedy: { vi: 'Kiểm tra lại ngày gỡ.', en: 'Check the day of removal.' },
  },
  no_loudspeaker: {
    status: 422,
    vi: 'Nhật ký phát thanh chỉ ghi cho loa truyền thanh.',
    en: 'A log of broadcasts belongs to a loudspeaker.',
    remedy: { vi: 'Với điểm khác, thêm ảnh hoặc biên bản.', en: 'For another place add a photo or minutes.' },
  },
  broadcast_outside: {
    status: 422,
    vi: 'Ngày phát {date} không thuộc thời gian của lần niêm yết.',
    en: '{date} is outside the days of this posting.',
    remedy: { vi: 'Kiểm tra lại ngày phát.', en: 'Check the day of the broadcast.' },
  },
  broadcast_twice: {
    status: 409,
    vi: 'Lần phát vào ngày và giờ này đã được ghi.',
    en: 'A broadcast of this day and time is recorded already.',
    remedy: {
      vi: 'Không cần ghi lại; kiểm tra giờ nếu là lần phát khác.',
      en: 'Nothing more to do; check the time if it is another one.',
    },
  },
  too_many_broadcasts: {
    status: 422,
    vi: 'Nhật ký đã có {n} lần phát, là mức nhiều nhất.',
    en: 'The log has {n} entries, which is the most.',
    remedy: { vi: 'Không cần ghi thêm.', en: 'No more entries are needed.' },
  },
  proof_missing: {
    status: 422,
    vi: 'Chưa có minh chứng nào.',
    en: 'There is no proof.',
    remedy: { vi: 'Thêm ảnh, biên bản hoặc tệp.', en: 'Add a photo, minutes or a file.' },
  },
  say_unknown: {
    status: 404,
    vi: 'Không tìm thấy nội dung này trên cổng công khai.',
    en: 'This was not found on the portal.',
    remedy: { vi: 'Mở lại trang của nội dung.', en: 'Open the page of the item again.' },
  },
  say_too_long: {
    status: 422,
    vi: 'Lời phản ánh dài quá {limit} ký tự.',
    en: 'What you wrote is longer than {limit} characters.',
    remedy: { vi: 'Viết ngắn lại.', en: 'Write less.' },
  },
  check_not_found: {
    status: 404,
    vi: 'Không tìm thấy việc kiểm tra này.',
    en: 'This check was not found.',
    remedy: { vi: 'Mở lại trang của mục công khai.', en: 'Open the item again.' },
  },
  check_answered: {
    status: 409,
    vi: '{name} đã trả lời việc này ngày {date}.',
    en: '{name} answered this on {date}.',
    remedy: { vi: 'Tải lại trang để xem câu trả lời.', en: 'Reload the page to read the answer.' },
  },
  answer_unfit: {
    status: 422,
    vi: 'Câu trả lời cần có từ 5 đến 2.000 ký tự.',
    en: 'The answer needs 5 to 2,000 characters.',
    remedy: { vi: 'Viết để người dân đọc hiểu.', en: 'Write it so that citizens understand.' },
  },
  not_corrected: {
    status: 422,
    vi: 'Chưa có bản đính chính nào sau phản ánh này.',
    en: 'No correction was recorded after this was said.',
    remedy: {
      vi: 'Đính chính nội dung trước, hoặc chọn kết quả khác.',
      en: 'Record the correction first, or choose another outcome.',
    },
  },
});

errorsByConstraint({
  disclosure_broadcast_once: postingErrors.broadcast_twice,
  // Two phones that chose the same key for different papers at the same moment.
  disclosure_posting_request_once: postingErrors.request_key_reused,
});
