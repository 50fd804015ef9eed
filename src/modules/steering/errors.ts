import { errorsByConstraint } from '../../kernel/db/database.ts';
import { errors } from '../../kernel/errors.ts';

export const steeringErrors = errors('steering', {
  not_found: {
    status: 404,
    vi: 'Không tìm thấy yêu cầu giải trình này.',
    en: 'This request to explain was not found.',
    remedy: { vi: 'Mở lại danh sách yêu cầu giải trình.', en: 'Open the list of requests again.' },
  },
  no_plan: {
    status: 404,
    vi: 'Chưa có kế hoạch nào được ban hành.',
    en: 'No plan has been issued yet.',
    remedy: { vi: 'Ban hành kế hoạch trước.', en: 'Issue a plan first.' },
  },
  no_such_cell: {
    status: 404,
    vi: 'Không có ô này trên bảng điều hành, hoặc bạn không xem được đơn vị này.',
    en: 'The board has no such cell, or you do not see this unit.',
    remedy: { vi: 'Mở lại bảng điều hành và chọn ô cần xem.', en: 'Open the board again and choose a cell.' },
  },
  may_not_ask: {
    status: 403,
    vi: 'Bạn không yêu cầu đơn vị này giải trình được.',
    en: 'You may not ask this unit to explain.',
    remedy: {
      vi: 'Lãnh đạo cấp trên và cơ quan thường trực yêu cầu giải trình; không ai yêu cầu chính đơn vị mình.',
      en: 'Leaders above the unit and the standing agency ask; nobody asks their own unit.',
    },
  },
  outside_body: {
    status: 409,
    vi: 'Mặt trận Tổ quốc, đoàn thể và Hội đồng nhân dân không phải giải trình với Ủy ban nhân dân.',
    en: 'The Front, its members and the People’s Council owe a People’s Committee no explanation.',
    remedy: {
      vi: 'Gửi lời đề nghị qua trang Đôn đốc.',
      en: 'Send a request in kind words from the page of urgings.',
    },
  },
  already_asked: {
    status: 409,
    vi: 'Đơn vị đang được yêu cầu giải trình về nội dung này, chưa xong.',
    en: 'The unit has been asked about this already, and it is not settled.',
    remedy: {
      vi: 'Mở yêu cầu đang có ở cuối trang để xem hoặc trả lời tiếp.',
      en: 'Open the request that stands at the end of the page.',
    },
  },
  too_many_today: {
    status: 429,
    vi: 'Hôm nay bạn đã gửi {limit} yêu cầu giải trình.',
    en: 'You have sent {limit} requests today.',
    remedy: {
      vi: 'Điều liên quan đến nhiều đơn vị thì gửi một đợt đôn đốc.',
      en: 'What concerns many units is better urged in one round.',
    },
  },
  not_now: {
    status: 409,
    vi: 'Yêu cầu này vừa có diễn biến mới, không ghi thêm như vậy được nữa.',
    en: 'Something was recorded about this request meanwhile, so this can no longer be said.',
    remedy: { vi: 'Đọc lại diễn biến bên dưới rồi trả lời.', en: 'Read what was said below, then answer.' },
  },
  own_answer: {
    status: 403,
    vi: 'Bạn là người đã giải trình nên không tự chấp nhận hoặc trả lại.',
    en: 'You gave this explanation, so you do not decide about it.',
    remedy: {
      vi: 'Để lãnh đạo khác hoặc cơ quan thường trực xem xét.',
      en: 'Leave it to another leader or the standing agency.',
    },
  },
  words_needed: {
    status: 422,
    vi: 'Chưa ghi nội dung.',
    en: 'The words are missing.',
    remedy: { vi: 'Ghi ngắn gọn, rõ việc.', en: 'Write briefly and to the point.' },
  },
});

errorsByConstraint({ steering_answer_once: steeringErrors.not_now });
