import { errorsByConstraint } from '../../kernel/db/database.ts';
import { errors } from '../../kernel/errors.ts';

export const urgingErrors = errors('urging', {
  not_found: {
    status: 404,
    vi: 'Không tìm thấy đợt đôn đốc này.',
    en: 'This urging was not found.',
    remedy: { vi: 'Mở lại trang Đôn đốc.', en: 'Open the page of urgings again.' },
  },
  draft_not_found: {
    status: 404,
    vi: 'Không tìm thấy bản soạn này; có thể đã gửi, hoặc đã quá 7 ngày.',
    en: 'This draft was not found; it may have been sent, or be older than 7 days.',
    remedy: {
      vi: 'Chọn lại các phần việc cần đôn đốc.',
      en: 'Choose the assignments to be urged again.',
    },
  },
  already_sent: {
    status: 409,
    vi: 'Đợt đôn đốc này đã được gửi.',
    en: 'This urging has been sent already.',
    remedy: { vi: 'Mở trang Đôn đốc để xem.', en: 'Open the page of urgings to see it.' },
  },
  nothing_chosen: {
    status: 422,
    vi: 'Chưa chọn phần việc nào.',
    en: 'No assignment was chosen.',
    remedy: {
      vi: 'Đánh dấu các phần việc cần đôn đốc, hoặc chọn tất cả phần việc khớp với bộ lọc.',
      en: 'Tick the assignments to be urged, or choose all that match the filters.',
    },
  },
  too_many: {
    status: 422,
    vi: 'Bộ lọc có hơn {limit} phần việc, nhiều hơn số gửi được trong một đợt.',
    en: 'More than {limit} assignments match, more than one urging can hold.',
    remedy: {
      vi: 'Thêm điều kiện lọc (nội dung, đơn vị, trạng thái) rồi gửi thành nhiều đợt.',
      en: 'Add a filter (content, unit, state) and send several urgings.',
    },
  },
  nothing_to_urge: {
    status: 409,
    vi: 'Không còn phần việc nào cần đôn đốc trong những việc đã chọn.',
    en: 'Nothing of what was chosen is to be urged any more.',
    remedy: {
      vi: 'Xem lý do của từng việc bên dưới, hoặc chọn lại.',
      en: 'See the reason for each below, or choose again.',
    },
  },
  words_needed: {
    status: 422,
    vi: 'Chưa nhập nội dung đôn đốc.',
    en: 'The words of the urging are missing.',
    remedy: {
      vi: 'Ghi ngắn gọn đơn vị cần làm gì.',
      en: 'Say briefly what the units are to do.',
    },
  },
  request_words_needed: {
    status: 422,
    vi: 'Chưa nhập lời đề nghị gửi các tổ chức ngoài cơ quan hành chính.',
    en: 'The request to the bodies outside the executive is missing.',
    remedy: {
      vi: 'Mặt trận Tổ quốc, đoàn thể và HĐND được đề nghị bằng lời riêng, không dùng lời đôn đốc.',
      en: 'The Front, its members and the Council are asked in words of their own, never urged.',
    },
  },
  answer_day_past: {
    status: 422,
    vi: 'Hạn trả lời phải sau hôm nay.',
    en: 'The day for the answer must be after today.',
    remedy: { vi: 'Chọn một ngày sau hôm nay.', en: 'Choose a day after today.' },
  },
  too_many_today: {
    status: 429,
    vi: 'Hôm nay bạn đã gửi {limit} đợt đôn đốc.',
    en: 'You have sent {limit} urgings today.',
    remedy: {
      vi: 'Gộp các đơn vị vào một đợt, hoặc gửi vào ngày làm việc tiếp theo.',
      en: 'Put the units into one urging, or send it on the next working day.',
    },
  },
});

errorsByConstraint({ urging_round_pkey: urgingErrors.already_sent });
