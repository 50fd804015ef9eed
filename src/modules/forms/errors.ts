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
    vi: 'Biểu {form} đã được xác nhận đủ; số vừa nhập làm sai kiểm tra: {check}',
    en: 'The sheet {form} was said to be complete, and the new number breaks a check: {check}',
    remedy: {
      vi: 'Mở biểu, bấm “Sửa lại biểu” để sửa các ô rồi xác nhận lại.',
      en: 'Open the sheet, press “Correct the sheet”, correct the cells and confirm again.',
    },
  },
  lacks_complete: {
    status: 422,
    vi: 'Biểu {form} đã được xác nhận đủ nên không để trống ô nào.',
    en: 'The sheet {form} was said to be complete, so that none of its cells is left empty.',
    remedy: {
      vi: 'Mở biểu, bấm “Sửa lại biểu” để sửa các ô rồi xác nhận lại.',
      en: 'Open the sheet, press “Correct the sheet”, correct the cells and confirm again.',
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
  changed_meanwhile: {
    status: 409,
    vi: 'Trong lúc bạn nhập, ô này đã thay đổi. {said}',
    en: 'While you were entering, this cell changed. {said}',
    remedy: {
      vi: 'Nội dung bạn nhập vẫn còn bên dưới; so với số mới rồi lưu lại.',
      en: 'What you entered stands below; compare it with what is new and save again.',
    },
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
  code_taken: {
    status: 409,
    vi: 'Đã có biểu mẫu mang mã này.',
    en: 'There is a form with this code already.',
    remedy: { vi: 'Mở biểu đó, hoặc đặt mã khác.', en: 'Open that form, or choose another code.' },
  },
  too_many_forms: {
    status: 422,
    vi: 'Đã có {limit} biểu mẫu, không tạo thêm được.',
    en: 'There are {limit} forms already; no more can be made.',
    remedy: { vi: 'Thôi dùng bớt biểu; hỏi người quản trị.', en: 'End some forms; ask the administrator.' },
  },
  unknown_owner: {
    status: 422,
    vi: 'Không có cơ quan ra biểu đang hoạt động như đã chọn.',
    en: 'The agency chosen for the form is not active.',
    remedy: { vi: 'Chọn lại cơ quan.', en: 'Choose the agency again.' },
  },
  no_draft: {
    status: 409,
    vi: 'Biểu mẫu này không có bản nháp.',
    en: 'This form has no draft.',
    remedy: {
      vi: 'Mở lại biểu và bấm “Soạn phiên bản mới”.',
      en: 'Open the form again and press “New version”.',
    },
  },
  draft_exists: {
    status: 409,
    vi: 'Biểu mẫu này đã có một bản nháp.',
    en: 'This form has a draft already.',
    remedy: { vi: 'Sửa tiếp bản nháp đó.', en: 'Go on with that draft.' },
  },
  draft_changed: {
    status: 409,
    vi: '{name} vừa lưu bản nháp này lúc bạn đang sửa.',
    en: '{name} saved this draft while you were changing it.',
    remedy: {
      vi: 'Xem bản mới ở trang khác, rồi lưu lại phần bạn đã nhập.',
      en: 'Look at the new one in another page, then save again what you entered.',
    },
  },
  spec_problems: {
    status: 422,
    vi: 'Chưa ban hành được: biểu còn {count} chỗ chưa đúng.',
    en: 'The form cannot be published yet: problems in it: {count}.',
    remedy: { vi: 'Sửa các chỗ được nêu ở phần xem trước.', en: 'Correct what the preview names.' },
  },
  asked_elsewhere: {
    status: 422,
    vi: 'Biểu này hỏi lại những gì đã có ở chỗ khác ({count}).',
    en: 'This form asks again what is asked elsewhere ({count}).',
    remedy: {
      vi: 'Xem các chỗ được nêu; nếu vẫn cần, đánh dấu đã xem rồi ban hành.',
      en: 'Look at what is named; if it is needed all the same, say that you have seen it and publish.',
    },
  },
  from_too_early: {
    status: 422,
    vi: 'Phiên bản mới phải bắt đầu từ ngày {from} trở đi.',
    en: 'The new version begins on {from} at the earliest.',
    remedy: {
      vi: 'Chọn ngày sau; báo cáo của các kỳ đã khóa và của phiên bản trước giữ nguyên biểu cũ.',
      en: 'Choose a later day: periods that are locked and those of the version before keep the old form.',
    },
  },
  still_awaited: {
    status: 422,
    vi: 'Ngày thôi dùng không được trước ngày {from}.',
    en: 'The last day of the form cannot be before {from}.',
    remedy: {
      vi: 'Chọn ngày sau: kỳ đã khóa giữ nguyên biểu của kỳ đó.',
      en: 'Choose a later day: locked periods keep their forms.',
    },
  },
  catalog_unfit: {
    status: 422,
    vi: 'Không nạp được biểu có sẵn: {problem}.',
    en: 'The shipped forms cannot be loaded: {problem}.',
    remedy: {
      vi: 'Nạp danh mục chỉ tiêu trước; kiểm tra đơn vị và nhóm đơn vị.',
      en: 'Load the catalogue of figures first; check units and groups.',
    },
  },
  file_not_ours: {
    status: 422,
    vi: 'Tệp “{place}” không phải biểu Excel tải về từ Dân Biết.',
    en: 'The file “{place}” is no Excel form downloaded from Dân Biết.',
    remedy: {
      vi: 'Tải biểu Excel về, nhập vào đó rồi tải lên.',
      en: 'Download the Excel form, fill it in and upload it.',
    },
  },
  file_no_sheet: {
    status: 422,
    vi: 'Tệp không còn trang “{place}”.',
    en: 'The file has no sheet “{place}” any more.',
    remedy: {
      vi: 'Tải lại biểu Excel; không xóa hoặc đổi tên trang.',
      en: 'Download the Excel form again; do not remove or rename its sheets.',
    },
  },
  file_moved: {
    status: 422,
    vi: 'Dòng hoặc cột của biểu đã bị thêm, xóa hoặc sửa: ô {place} không còn như lúc tải về.',
    en: 'Rows or columns were added, removed or changed: the cell {place} is not what it was.',
    remedy: {
      vi: 'Tải lại biểu Excel và chỉ nhập vào các ô nền vàng.',
      en: 'Download the Excel form again and fill in only the yellow cells.',
    },
  },
  import_not_found: {
    status: 404,
    vi: 'Không tìm thấy tệp đã tải lên này.',
    en: 'This uploaded file was not found.',
    remedy: { vi: 'Tải tệp lên lại.', en: 'Upload the file again.' },
  },
  import_decided: {
    status: 409,
    vi: 'Tệp này đã được ghi hoặc đã bỏ.',
    en: 'This file was written or discarded already.',
    remedy: {
      vi: 'Mở lại biểu để xem; muốn ghi nữa thì tải tệp lên lại.',
      en: 'Open the form to see; upload the file again to write once more.',
    },
  },
  import_stale: {
    status: 409,
    vi: 'Số liệu đã thay đổi sau khi bạn xem trước.',
    en: 'Figures have changed since you looked at the preview.',
    remedy: { vi: 'Xem lại bản xem trước rồi ghi.', en: 'Look at the preview again, then write.' },
  },
  import_has_problems: {
    status: 422,
    vi: 'Chưa ghi được: {count} ô cần sửa.',
    en: 'The file cannot be written yet: cells to correct: {count}.',
    remedy: {
      vi: 'Sửa các ô được nêu trong tệp rồi tải lên lại.',
      en: 'Correct the cells named in the file and upload it again.',
    },
  },
  file_too_large: {
    status: 413,
    vi: 'Tệp lớn hơn {limit} MB.',
    en: 'The file is larger than {limit} MB.',
    remedy: {
      vi: 'Bỏ hình ảnh trong tệp rồi tải lên lại.',
      en: 'Remove pictures from the file and upload it again.',
    },
  },
  no_file: {
    status: 422,
    vi: 'Bạn chưa chọn tệp.',
    en: 'No file was chosen.',
    remedy: { vi: 'Chọn tệp Excel (.xlsx).', en: 'Choose an Excel file (.xlsx).' },
  },
  one_workbook_a_unit: {
    status: 422,
    vi: 'Biểu này mỗi đơn vị một bảng, nên mỗi đơn vị một tệp Excel.',
    en: 'Each unit fills a table of this form, so each has a workbook of its own.',
    remedy: {
      vi: 'Mở biểu của từng đơn vị rồi tải về.',
      en: 'Open the sheet of a unit and download it there.',
    },
  },
  no_table: {
    status: 422,
    vi: 'Không tìm thấy bảng nào có tiêu đề cột trong tệp “{place}”.',
    en: 'The file “{place}” has no table with column headings.',
    remedy: {
      vi: 'Tiêu đề cột cần ít nhất hai cột; tốt nhất có dòng số thứ tự cột (1), (2), (3)… ngay dưới.',
      en: 'Headings need at least two columns, best with a row of column numbers (1), (2), (3)… right below.',
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

errorsByConstraint({
  forms_sheet_checks_hold: formErrors.check_broken,
  forms_form_code_once: formErrors.code_taken,
  forms_version_one_draft: formErrors.draft_exists,
});
