import { messages } from '../../kernel/i18n.ts';

/** Words around Excel files of forms. */
export const fm = messages({
  form_file: { vi: 'Tệp Excel có biểu', en: 'Excel file with the form' },
  form_file_hint: {
    vi: 'Một trang có bảng: tiêu đề cột (có thể nhiều tầng, gộp ô) và, tốt nhất, dòng số thứ tự cột (1), (2), (3)…',
    en: 'A sheet with a table: headings, perhaps merged on several levels, best with a row of column numbers (1), (2), (3)…',
  },
  form_lead: {
    vi: 'Đưa biểu Excel đang dùng vào: phần mềm đọc tiêu đề cột, dòng, đơn vị tính và cách tính cột; bạn xem trước rồi mới tạo.',
    en: 'Bring in an Excel form in use: headings, rows, units of measure and sums of columns are read; you look at them before anything is made.',
  },
  form_confirm: { vi: 'Tạo biểu từ những gì đã đọc', en: 'Make the form from what was read' },
  read_from: { vi: 'Đọc từ tệp {file}, trang “{sheet}”', en: 'Read from {file}, sheet “{sheet}”' },
  remarks: { vi: 'Đã đọc như sau', en: 'What was read' },
  upload: { vi: 'Tải lên', en: 'Upload' },
  back: { vi: 'Không lưu, quay lại', en: 'Go back without saving' },
  discard: { vi: 'Bỏ tệp này', en: 'Discard this file' },
  discard_what: {
    vi: 'Tệp đã tải lên không dùng nữa; số liệu và biểu mẫu không đổi.',
    en: 'The file is used no more; figures and forms do not change.',
  },
  was_discarded: { vi: 'Đã bỏ tệp.', en: 'The file was discarded.' },
  sheet_upload: { vi: 'Nhập từ Excel', en: 'Enter from Excel' },
  sheet_lead: {
    vi: 'Tải lên biểu Excel đã tải về từ Dân Biết và đã nhập. Bạn xem trước từng ô thay đổi rồi mới ghi.',
    en: 'Upload the Excel form that you downloaded from Dân Biết and filled in. You see each changed cell before anything is written.',
  },
  sheet_file: { vi: 'Biểu Excel đã nhập', en: 'Filled Excel form' },
  sheet_file_hint: {
    vi: 'Tệp .xlsx tải về từ trang nhập biểu; chưa có thì bấm “Tải về Excel”.',
    en: 'The .xlsx from the page of the sheet; press “Download Excel” to get it.',
  },
  sheet_title: { vi: 'Xem trước tệp {file}', en: 'Preview of {file}' },
  sheet_older: {
    vi: 'Tệp này làm từ phiên bản cũ của biểu. Các ô được đối chiếu theo mã ô của phiên bản đang dùng.',
    en: 'The file was made from an older version of the form. Its cells are matched by their keys.',
  },
  sheet_nothing: { vi: 'Tệp không thay đổi ô nào.', en: 'The file changes no cell.' },
  sheet_counts: { vi: '{n} ô thay đổi, {wrong} ô cần sửa.', en: 'Cells changed: {n}; to correct: {wrong}.' },
  cell: { vi: 'Ô trong tệp', en: 'Cell of the file' },
  what: { vi: 'Số liệu', en: 'What it is' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  before: { vi: 'Đang có', en: 'Stands now' },
  after: { vi: 'Trong tệp', en: 'In the file' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  will_save: { vi: 'sẽ ghi', en: 'will be written' },
  will_save_late: { vi: 'sẽ ghi, là nhập muộn', en: 'will be written, as late' },
  same: { vi: 'đã như vậy', en: 'says so already' },
  waiting: { vi: 'Thiếu tử số hoặc mẫu số.', en: 'The numerator or denominator is missing.' },
  conflict: {
    vi: '{who} đã đổi thành {value} sau khi bạn tải tệp về.',
    en: '{who} changed it to {value} after you downloaded the file.',
  },
  emptied: { vi: 'trống', en: 'empty' },
  broken: { vi: 'Số liệu chưa khớp sau khi ghi', en: 'What would not add up' },
  broken_what: {
    vi: 'Vẫn ghi được; cần sửa trước khi xác nhận biểu đã đủ.',
    en: 'It can be written all the same; correct it before the sheet is confirmed.',
  },
  write: { vi: 'Ghi {n} ô', en: 'Write the cells ({n})' },
  written: { vi: 'Đã ghi {n} ô từ tệp Excel.', en: 'Cells written from the Excel file: {n}.' },
  to_sheet: { vi: 'Mở biểu', en: 'Open the sheet' },
});
