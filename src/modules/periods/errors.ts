import { errorsByConstraint } from '../../kernel/db/database.ts';
import { errors } from '../../kernel/errors.ts';

export const periodErrors = errors('periods', {
  not_found: {
    status: 404,
    vi: 'Không tìm thấy kỳ báo cáo này.',
    en: 'This reporting period was not found.',
    remedy: { vi: 'Mở lại trang Kỳ báo cáo.', en: 'Open the page of reporting periods again.' },
  },
  exists: {
    status: 409,
    vi: 'Kỳ {code} đã có.',
    en: 'The period {code} exists already.',
    remedy: {
      vi: 'Mở kỳ đó; nếu ngày của kỳ chưa đúng, hãy sửa và nêu lý do.',
      en: 'Open it; if its days are wrong, correct them and give the reason.',
    },
  },
  nothing_to_make: {
    status: 409,
    vi: 'Không có kỳ nào để tạo thêm: các kỳ đã chọn đều có rồi.',
    en: 'There is no period to make: all that were chosen exist already.',
    remedy: {
      vi: 'Chọn loại kỳ khác, hoặc mở danh sách để sửa kỳ đã có.',
      en: 'Choose other kinds, or open the list to correct one that exists.',
    },
  },
  plan_says_nothing: {
    status: 422,
    vi: 'Không đọc được kỳ báo cáo nào trong kế hoạch này.',
    en: 'No reporting period could be read in this plan.',
    remedy: {
      vi: 'Tạo kỳ theo năm hoặc tạo từng kỳ; ghi hạn đúng như lời của kế hoạch.',
      en: 'Make the periods of the year, or one by one, with the due days as the plan says them.',
    },
  },
  days_contradict: {
    status: 422,
    vi: 'Các ngày của kỳ chưa khớp với nhau.',
    en: 'The days of the period contradict each other.',
    remedy: { vi: 'Sửa các ngày được nêu rồi gửi lại.', en: 'Correct the days named and send again.' },
  },
  days_fixed: {
    status: 422,
    vi: 'Kỳ riêng lấy ngày đầu và ngày cuối làm mã nên không sửa được hai ngày này.',
    en: 'A window of its own is named by its first and last day, which cannot be changed.',
    remedy: {
      vi: 'Tạo kỳ khác với ngày đúng.',
      en: 'Make another period with the right days.',
    },
  },
  changed_meanwhile: {
    status: 409,
    vi: 'Kỳ này vừa được người khác sửa; bạn đang xem các ngày mới nhất bên dưới.',
    en: 'Somebody else has just corrected this period; the days that stand now are shown below.',
    remedy: {
      vi: 'So lại với điều bạn muốn sửa, rồi gửi lại nếu vẫn cần.',
      en: 'Compare them with what you wanted to correct, and send again if it is still needed.',
    },
  },
  nothing_corrected: {
    status: 422,
    vi: 'Bạn chưa sửa ngày nào.',
    en: 'No day was corrected.',
    remedy: { vi: 'Sửa ngày cần sửa, hoặc quay lại.', en: 'Correct a day, or go back.' },
  },
  extension_not_open: {
    status: 409,
    vi: 'Lúc này không xin gia hạn được: kỳ chưa mở hoặc đã khóa.',
    en: 'No extension can be asked for now: the period has not opened, or is locked.',
    remedy: {
      vi: 'Kỳ đã khóa thì đề nghị cơ quan thường trực mở lại.',
      en: 'For a locked period, ask the standing agency to reopen it.',
    },
  },
  extension_day: {
    status: 422,
    vi: 'Gia hạn phải đến một ngày sau {after} và không quá ngày khóa kỳ {lock}.',
    en: 'An extension must end after {after} and not after the lock {lock}.',
    remedy: {
      vi: 'Chọn ngày trong khoảng đó; cần lâu hơn thì đề nghị cơ quan thường trực sửa ngày khóa kỳ.',
      en: 'Choose a day in between; for a longer time, ask the standing agency to correct the lock.',
    },
  },
  extension_past: {
    status: 422,
    vi: 'Ngày gia hạn đã qua.',
    en: 'The day of the extension has passed.',
    remedy: { vi: 'Chọn hôm nay hoặc một ngày sau.', en: 'Choose today or a later day.' },
  },
  extension_waiting: {
    status: 409,
    vi: 'Đơn vị đã có một đề nghị gia hạn đang chờ trả lời.',
    en: 'The unit has an extension that awaits an answer.',
    remedy: {
      vi: 'Chờ trả lời rồi mới đề nghị tiếp.',
      en: 'Wait for the answer before asking again.',
    },
  },
  extension_not_found: {
    status: 404,
    vi: 'Không tìm thấy đề nghị gia hạn này.',
    en: 'This extension was not found.',
    remedy: { vi: 'Mở lại trang của kỳ.', en: 'Open the page of the period again.' },
  },
  extension_answered: {
    status: 409,
    vi: 'Đề nghị gia hạn này đã được trả lời.',
    en: 'This extension has been answered already.',
    remedy: { vi: 'Mở lại trang của kỳ để xem.', en: 'Open the page of the period to see it.' },
  },
  extension_own: {
    status: 403,
    vi: 'Người đề nghị gia hạn không tự duyệt được.',
    en: 'Whoever asked for an extension cannot approve it.',
    remedy: {
      vi: 'Nhờ người khác ở cơ quan thường trực hoặc lãnh đạo trả lời.',
      en: 'Somebody else of the standing agency, or a leader, must answer.',
    },
  },
  refusal_needs_reason: {
    status: 422,
    vi: 'Chưa nêu lý do từ chối.',
    en: 'The reason for the refusal is missing.',
    remedy: { vi: 'Ghi lý do để đơn vị biết.', en: 'Write the reason, so that the unit knows.' },
  },
  not_past_due: {
    status: 409,
    vi: 'Kỳ còn trong hạn ({due}) nên chưa cần mở lại.',
    en: 'The period is still in time ({due}) and need not be reopened.',
    remedy: {
      vi: 'Đơn vị cần thêm ngày thì xin gia hạn.',
      en: 'A unit that needs more days asks for an extension.',
    },
  },
  reopening_day: {
    status: 422,
    vi: 'Mở lại phải đến hôm nay hoặc một ngày sau, nhiều nhất {days} ngày kể từ hôm nay.',
    en: 'A reopening must last until today or later, at most {days} days from today.',
    remedy: { vi: 'Chọn ngày trong khoảng đó.', en: 'Choose a day in between.' },
  },
  reopening_over: {
    status: 409,
    vi: 'Lần mở lại này đã kết thúc.',
    en: 'This reopening is over.',
    remedy: { vi: 'Mở lại trang của kỳ để xem.', en: 'Open the page of the period to see it.' },
  },
});

errorsByConstraint({
  periods_period_code_once: periodErrors.exists,
  periods_extension_answer_pkey: periodErrors.extension_answered,
  periods_extension_answer_not_own: periodErrors.extension_own,
  periods_reopening_end_pkey: periodErrors.reopening_over,
});
