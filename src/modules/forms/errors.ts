import { errorsByConstraint } from '../../kernel/db/database.ts';
import { errors } from '../../kernel/errors.ts';

export const formErrors = errors('forms', {
  not_found: {
    status: 404,
    vi: 'Không tìm thấy biểu mẫu này.',
    en: 'This form was not found.',
    remedy: { vi: 'Mở lại trang Biểu mẫu.', en: 'Open the page of forms again.' },
  },
  no_version: {
    status: 404,
    vi: 'Biểu mẫu này chưa có phiên bản nào dùng cho kỳ {period}.',
    en: 'This form has no version for the period {period}.',
    remedy: {
      vi: 'Chọn kỳ khác, hoặc hỏi cơ quan ra biểu.',
      en: 'Choose another period, or ask the agency that made the form.',
    },
  },
  unknown_cell: {
    status: 422,
    vi: 'Biểu không có ô “{cell}”.',
    en: 'The form has no cell “{cell}”.',
    remedy: { vi: 'Tải lại trang để lấy biểu hiện hành.', en: 'Load the page again for the form in force.' },
  },
  cell_not_entered: {
    status: 422,
    vi: 'Ô “{cell}” không nhập được: ô này được tính hoặc lấy từ kỳ khác.',
    en: 'The cell “{cell}” is not entered: it is computed or taken from another period.',
    remedy: { vi: 'Nhập các ô mà ô này tính từ đó.', en: 'Enter the cells it is computed from.' },
  },
  cell_twice: {
    status: 422,
    vi: 'Ô “{cell}” có hai lần trong một lần lưu.',
    en: 'The cell “{cell}” stands twice in one save.',
    remedy: { vi: 'Giữ lại một.', en: 'Keep one of the two.' },
  },
  value_wrong: {
    status: 422,
    vi: '{wrong}',
    en: '{wrong}',
    remedy: {
      vi: 'Ghi số như 1.234,5; ngày như 24/06/2024; không có thì ghi “không có số liệu: lý do”.',
      en: 'Write a number as 1,234.5, a date as 24/06/2024; where there is none, “no data: the reason”.',
    },
  },
  rate_parts_disagree: {
    status: 422,
    vi: 'Tử số và mẫu số phải cùng có số, hoặc cùng “không có số liệu”.',
    en: 'Numerator and denominator are both numbers, or both “no data”.',
    remedy: { vi: 'Kiểm tra cả hai ô.', en: 'Check both cells.' },
  },
  breaks_complete: {
    status: 422,
    vi: 'Biểu này đã được xác nhận đủ; số vừa nhập làm sai kiểm tra: {check}',
    en: 'This sheet was said to be complete, and the new number breaks a check: {check}',
    remedy: {
      vi: 'Bấm “Sửa lại biểu” để sửa các ô rồi xác nhận lại.',
      en: 'Press “Correct the sheet”, correct the cells and confirm again.',
    },
  },
  lacks_complete: {
    status: 422,
    vi: 'Biểu này đã được xác nhận đủ nên không để trống ô nào.',
    en: 'This sheet was said to be complete, so that none of its cells is left empty.',
    remedy: {
      vi: 'Bấm “Sửa lại biểu” để sửa các ô rồi xác nhận lại.',
      en: 'Press “Correct the sheet”, correct the cells and confirm again.',
    },
  },
  sheet_lacking: {
    status: 422,
    vi: 'Chưa xác nhận được: còn {count} ô chưa nhập.',
    en: 'The sheet is not complete: {count} cells are empty.',
    remedy: {
      vi: 'Nhập các ô còn trống; ô không có số liệu thì ghi “không có số liệu: lý do”.',
      en: 'Enter the empty cells; where there is no number write “no data: the reason”.',
    },
  },
  check_broken: {
    status: 422,
    vi: 'Chưa xác nhận được: số liệu trong biểu chưa khớp nhau.',
    en: 'The sheet cannot be confirmed: its numbers do not add up.',
    remedy: { vi: 'Sửa các ô được nêu rồi xác nhận lại.', en: 'Correct the cells named and confirm again.' },
  },
  cells_refused: {
    status: 422,
    vi: 'Chưa xác nhận được: {count} ô không lưu được.',
    en: 'The sheet cannot be confirmed: {count} cells could not be saved.',
    remedy: { vi: 'Sửa các ô được nêu rồi xác nhận lại.', en: 'Correct the cells named and confirm again.' },
  },
  not_complete: {
    status: 409,
    vi: 'Biểu này chưa được xác nhận, hoặc vừa được sửa lại.',
    en: 'This sheet is not confirmed, or was just reopened.',
    remedy: { vi: 'Tải lại trang.', en: 'Load the page again.' },
  },
  not_allowed: {
    status: 403,
    vi: 'Bạn không có quyền làm việc này với biểu mẫu.',
    en: 'You may not do this with the form.',
    remedy: {
      vi: 'Cơ quan ra biểu và cơ quan thường trực được tạo và sửa biểu mẫu; đơn vị xác nhận biểu của mình.',
      en: 'The agency of the form and the standing agency make and change it; a unit confirms its own sheets.',
    },
  },
  window_closed: {
    status: 422,
    vi: 'Kỳ này không nhận số liệu. {reason}',
    en: 'Figures of this period are not taken. {reason}',
    remedy: {
      vi: 'Mở trang Kỳ báo cáo để xem các ngày, hoặc đề nghị gia hạn.',
      en: 'See the days on the page of reporting periods, or ask for an extension.',
    },
  },
  not_asked: {
    status: 422,
    vi: 'Biểu này không giao cho {unit} nhập ở kỳ này.',
    en: '{unit} is not asked for this form in this period.',
    remedy: {
      vi: 'Xem biểu giao cho ai, kỳ nào tại trang Biểu mẫu.',
      en: 'See on the page of forms who fills it and when.',
    },
  },
  too_many_cells: {
    status: 413,
    vi: 'Có {count} ô, nhiều hơn {limit} ô nhận được trong một lần.',
    en: 'There are {count} cells, more than the {limit} that one save takes.',
    remedy: { vi: 'Chia thành nhiều lần.', en: 'Send them in parts.' },
  },
});

errorsByConstraint({ forms_sheet_checks_hold: formErrors.check_broken });
