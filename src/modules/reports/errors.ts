import { errorsByConstraint } from '../../kernel/db/database.ts';
import { errors } from '../../kernel/errors.ts';

export const reportErrors = errors('reports', {
  not_found: {
    status: 404,
    vi: 'Không tìm thấy báo cáo này.',
    en: 'This report was not found.',
    remedy: { vi: 'Mở lại từ trang “Báo cáo”.', en: 'Open it again from “Reports”.' },
  },
  not_owed: {
    status: 409,
    vi: 'Đơn vị không phải lập báo cáo này cho kỳ đã chọn.',
    en: 'The unit owes no such report for this period.',
    remedy: {
      vi: 'Chỉ đơn vị có phần việc trong kế hoạch mới phải báo cáo. Mở trang “Báo cáo” để xem các kỳ phải báo cáo.',
      en: 'Only units with work in the plan report. Open “Reports” to see what is owed.',
    },
  },
  not_open: {
    status: 409,
    vi: 'Chưa lập được báo cáo này. {reason}',
    en: 'This report cannot be begun yet. {reason}',
    remedy: { vi: 'Quay lại khi kỳ đã mở.', en: 'Come back when the period has opened.' },
  },
  not_writable: {
    status: 409,
    vi: 'Báo cáo đã gửi nên không sửa được nữa.',
    en: 'The report has been submitted and can no longer be changed.',
    remedy: {
      vi: 'Cần sửa thì đề nghị nơi nhận trả lại báo cáo.',
      en: 'To correct it, ask whoever received it to return it.',
    },
  },
  changed_meanwhile: {
    status: 409,
    vi: 'Người khác vừa lưu phần này. Nội dung bạn nhập vẫn còn trong biểu mẫu.',
    en: 'Someone else has just saved this part. What you typed is still in the form.',
    remedy: {
      vi: 'Xem nội dung người kia đã lưu, sửa lại nếu cần rồi lưu lần nữa.',
      en: 'Read what the other person saved, correct if needed, and save again.',
    },
  },
  incomplete: {
    status: 422,
    vi: 'Chưa gửi được vì báo cáo còn {n} chỗ thiếu.',
    en: 'The report cannot be submitted yet. Gaps: {n}.',
    remedy: {
      vi: 'Viết từng phần còn trống và trả lời từng chỉ tiêu; không có thì ghi “Không có” hoặc “không có số liệu” kèm lý do.',
      en: 'Write each empty part and answer each figure; where there is nothing, say so with the reason.',
    },
  },
  not_approved: {
    status: 409,
    vi: 'Người đứng đầu đơn vị chưa xác nhận báo cáo.',
    en: 'The head of the unit has not confirmed the report.',
    remedy: {
      vi: 'Trình người đứng đầu đơn vị xác nhận rồi gửi.',
      en: 'Have the head of the unit confirm it, then submit.',
    },
  },
  changed_since_approval: {
    status: 409,
    vi: 'Nội dung báo cáo đã thay đổi sau khi {name} xác nhận.',
    en: 'The report has changed since {name} confirmed it.',
    remedy: {
      vi: 'Xem lại và xác nhận lần nữa rồi gửi.',
      en: 'Read it again, confirm it once more, then submit.',
    },
  },
  before_cut_off: {
    status: 409,
    vi: 'Kỳ chưa chốt số liệu: báo cáo xác nhận và gửi được từ ngày {date}.',
    en: 'The cut-off has not come: the report can be confirmed and submitted from {date}.',
    remedy: {
      vi: 'Trong lúc chờ, cứ nhập số liệu và soạn lời báo cáo.',
      en: 'Meanwhile go on entering figures and writing.',
    },
  },
  window_closed: {
    status: 409,
    vi: 'Lúc này không nhận báo cáo. {reason}',
    en: 'Reports are not taken now. {reason}',
    remedy: {
      vi: 'Đề nghị cơ quan thường trực mở lại kỳ hoặc gia hạn.',
      en: 'Ask the standing agency to reopen the period or to extend it.',
    },
  },
  future_day: {
    status: 422,
    vi: 'Ngày {date} chưa đến.',
    en: '{date} has not come yet.',
    remedy: { vi: 'Ghi ngày đã ký báo cáo.', en: 'Enter the day on which it was signed.' },
  },
  not_submitted: {
    status: 409,
    vi: 'Chỉ chấp nhận hoặc trả lại được báo cáo đang chờ xem xét.',
    en: 'Only a report that awaits its reader can be accepted or returned.',
    remedy: { vi: 'Tải lại trang để xem trạng thái mới.', en: 'Reload the page to see its state.' },
  },
  own_report: {
    status: 403,
    vi: 'Người gửi báo cáo không tự chấp nhận được.',
    en: 'Whoever submitted a report cannot accept it.',
    remedy: {
      vi: 'Nhờ người khác ở nơi nhận báo cáo chấp nhận.',
      en: 'Somebody else of those who receive it must accept.',
    },
  },
  reason_needed: {
    status: 422,
    vi: 'Chưa nhập lý do.',
    en: 'The reason is missing.',
    remedy: {
      vi: 'Ghi rõ điều cần sửa để đơn vị biết phải làm gì.',
      en: 'Say what has to be corrected, so that the unit knows what to do.',
    },
  },
  cell_not_found: {
    status: 404,
    vi: 'Không tìm thấy ô số liệu này.',
    en: 'This cell was not found.',
    remedy: { vi: 'Mở lại từ trang “Tổng hợp số liệu”.', en: 'Open it again from “Totals”.' },
  },
  not_added_up: {
    status: 409,
    vi: 'Chỉ tiêu này không cộng từ các đơn vị nên không có số để điều chỉnh.',
    en: 'This figure is not added up over units, so there is nothing to adjust.',
    remedy: {
      vi: 'Số của đơn vị sai thì đề nghị đơn vị sửa.',
      en: 'Where a unit is wrong, ask it to correct what it said.',
    },
  },
  number_needed: {
    status: 422,
    vi: 'Điều chỉnh phải là một số.',
    en: 'An adjustment has to be a number.',
    remedy: {
      vi: 'Đơn vị không có số liệu thì để nguyên lý do của đơn vị, không điều chỉnh.',
      en: 'Where the unit has no data, leave its reason as it stands.',
    },
  },
  adjusted_to_same: {
    status: 422,
    vi: 'Số này bằng đúng số đang được tính.',
    en: 'This is exactly the number that counts already.',
    remedy: {
      vi: 'Nhập số khác, hoặc rút điều chỉnh nếu đơn vị đã sửa đúng.',
      en: 'Enter another number, or withdraw the adjustment if the unit has corrected its own.',
    },
  },
  adjustment_changed: {
    status: 409,
    vi: 'Người khác vừa điều chỉnh hoặc rút điều chỉnh ô này. Nội dung bạn nhập vẫn còn trong biểu mẫu.',
    en: 'Someone else has just adjusted this cell or withdrawn it. What you typed is still in the form.',
    remedy: {
      vi: 'Xem điều chỉnh mới bên dưới; nếu vẫn cần thì lưu lần nữa.',
      en: 'Read the new adjustment below; if yours is still needed, save it again.',
    },
  },
});

errorsByConstraint({
  reports_event_not_own: reportErrors.own_report,
  reports_adjustment_after_once: reportErrors.adjustment_changed,
  reports_adjustment_first: reportErrors.adjustment_changed,
});
