import { messages } from '../../kernel/i18n.ts';

/** Words of the page of a whole month and of its sheet. */
export const m = messages({
  title: { vi: 'Việc tháng {month}', en: 'Work of {month}' },
  open: { vi: 'Ghi việc cả tháng', en: 'Record a whole month' },
  open_of_unit: { vi: 'Việc từng tháng', en: 'Work by month' },
  lead: {
    vi: 'Ghi mọi việc của tháng trên một màn hình; dòng nào không đổi thì để nguyên.',
    en: 'Record all work of the month on one screen; leave as it is what did not change.',
  },
  lead_read: {
    vi: 'Việc đến hạn hoặc đang làm trong tháng.',
    en: 'Work due or in hand in the month.',
  },
  month: { vi: 'Tháng', en: 'Month' },
  scope: { vi: 'Việc nào', en: 'Which work' },
  scope_month: { vi: 'Của tháng này', en: 'Of this month' },
  scope_all: { vi: 'Mọi việc chưa xong', en: 'All that is not done' },
  as_sheet: { vi: 'Tải biểu Excel để điền', en: 'Download a sheet to fill in' },
  read_sheet: { vi: 'Nhập biểu đã điền', en: 'Upload the filled sheet' },
  none: { vi: 'Không có việc nào trong tháng này.', en: 'There is no work in this month.' },
  none_what: {
    vi: 'Chọn tháng khác, hoặc xem mọi việc chưa xong của đơn vị.',
    en: 'Choose another month, or see all of the unit’s work that is not done.',
  },
  too_many: {
    vi: 'Chỉ hiện {n} việc đến hạn sớm nhất.',
    en: 'Only the {n} due first are shown.',
  },

  col_record: { vi: 'Ghi', en: 'Record' },
  col_day: { vi: 'Ngày', en: 'Day' },
  col_day_sheet: { vi: 'Ngày thực hiện', en: 'Day it happened' },
  col_words: { vi: 'Nội dung', en: 'Words' },
  col_quantity: { vi: 'Số lượng', en: 'Quantity' },
  col_id: { vi: 'Mã dòng (không sửa)', en: 'Row id (do not change)' },
  col_revision: { vi: 'Lần sửa (không sửa)', en: 'Revision (do not change)' },
  no_change: { vi: 'không đổi', en: 'no change' },
  what_start: { vi: 'đang làm', en: 'in progress' },
  what_claim: { vi: 'báo hoàn thành', en: 'report as done' },
  day_empty: { vi: 'trống là hôm nay', en: 'empty is today' },
  quantity_empty: { vi: 'số lượng', en: 'quantity' },
  last: { vi: 'gần nhất: {words}', en: 'last: {words}' },
  evidence_count: { vi: 'minh chứng: {n}', en: 'evidence: {n}' },
  add_evidence: { vi: 'Thêm minh chứng', en: 'Add evidence' },
  save: { vi: 'Lưu cả tháng', en: 'Save the month' },
  save_hint: {
    vi: 'Lưu tất cả hoặc không dòng nào: có dòng sai thì chưa dòng nào được ghi.',
    en: 'All or nothing is saved: while a row is wrong, none is recorded.',
  },
  saved: {
    vi: 'Đã ghi {n} phần việc: {claimed} báo hoàn thành, {started} đang làm.',
    en: 'Recorded: {n}. Reported as done: {claimed}; in progress: {started}.',
  },
  row_problem: { vi: '“{words}”: {problem}', en: '“{words}”: {problem}' },
  month_of: { vi: 'tháng {month}', en: '{month}' },

  what_unknown: {
    vi: 'Không hiểu “{what}”. Chọn một mục trong danh sách.',
    en: '“{what}” is not known. Choose from the list.',
  },
  what_needed: {
    vi: 'Đã nhập nội dung nhưng chưa chọn ghi gì.',
    en: 'Something was typed, but not what is to be recorded.',
  },
  note_long: { vi: 'Nội dung dài quá {n} ký tự.', en: 'The words are longer than {n} characters.' },

  sheet_title: { vi: '{unit}: việc tháng {month}', en: '{unit}: work of {month}' },
  sheet_name: { vi: 'Tháng {month}', en: 'Month {month}' },
  guide: { vi: 'Hướng dẫn', en: 'How to fill' },
  made_on: { vi: 'Biểu tải về ngày {date}.', en: 'Downloaded on {date}.' },
  how_1: {
    vi: 'Cách điền: chỉ điền các ô trắng ở cột Ghi, Ngày thực hiện, Nội dung, Số lượng. Dòng không đổi thì để “{no_change}”.',
    en: 'How to fill: only the white cells under Record, Day, Words and Quantity. Leave “{no_change}” where nothing changed.',
  },
  how_2: {
    vi: 'Cột Ghi chọn trong danh sách: “{start}” hoặc “{claim}”. Ngày để trống là ngày nhập biểu.',
    en: 'Record is chosen from the list: “{start}” or “{claim}”. An empty day is the day of the upload.',
  },
  how_3: {
    vi: '“{claim}” cần đủ minh chứng đã tải lên trang của phần việc trước khi nhập biểu.',
    en: '“{claim}” needs enough evidence on the assignment’s page before the sheet is uploaded.',
  },
  how_4: {
    vi: 'Không thêm hoặc bớt dòng, cột. Điền xong, nhập lại tại trang “Việc tháng {month}”.',
    en: 'Add or remove no rows or columns. When it is filled, upload it on the page of {month}.',
  },

  import_title: { vi: 'Nhập biểu việc tháng', en: 'Upload a month’s sheet' },
  import_lead: {
    vi: 'Biểu được đọc và cho xem trước; chưa ghi gì cho đến khi bạn xác nhận.',
    en: 'The sheet is read and shown first; nothing is recorded until you confirm.',
  },
  file: { vi: 'Biểu Excel đã điền', en: 'The filled Excel sheet' },
  file_hint: {
    vi: 'Tệp .xlsx tải về từ trang việc tháng',
    en: 'The .xlsx file from the page of the month',
  },
  back: { vi: 'Về trang việc tháng', en: 'Back to the month' },
  upload: { vi: 'Đọc biểu', en: 'Read the sheet' },
  preview_title: { vi: 'Xem trước: {file}', en: 'Preview: {file}' },
  will_record: { vi: 'Sẽ ghi: {n} dòng', en: 'To be recorded: {n}' },
  unchanged: { vi: 'Không đổi: {n} dòng', en: 'No change: {n}' },
  conflicts: { vi: 'Người khác đã sửa: {n} dòng', en: 'Changed by somebody else: {n}' },
  errors: { vi: 'Sai: {n} chỗ', en: 'Wrong: {n}' },
  errors_title: { vi: 'Chỗ phải sửa trong biểu', en: 'What must be put right in the sheet' },
  place: { vi: 'trang tính “{sheet}”, ô {cell}', en: 'sheet “{sheet}”, cell {cell}' },
  blocked: {
    vi: 'Còn {n} chỗ sai nên chưa ghi được. Sửa trong biểu rồi nhập lại.',
    en: '{n} must be put right first. Mend the sheet and upload it again.',
  },
  changes_title: { vi: 'Sẽ ghi', en: 'To be recorded' },
  conflicts_title: { vi: 'Người khác đã sửa từ lúc tải biểu', en: 'Changed since the sheet was made' },
  conflicts_what: {
    vi: 'Các dòng này không được ghi khi xác nhận. Mở phần việc để xem rồi ghi riêng nếu vẫn cần.',
    en: 'These rows are not recorded. Open the assignment and record it there if still needed.',
  },
  confirm: { vi: 'Ghi {n} phần việc', en: 'Record {n}' },
  confirm_some: {
    vi: 'Ghi {n} phần việc, bỏ qua {k} dòng người khác đã sửa',
    en: 'Record {n}, leave out {k}',
  },
  nothing: { vi: 'Biểu không có gì để ghi.', en: 'The sheet holds nothing to record.' },
  discard: { vi: 'Bỏ biểu này', en: 'Discard this sheet' },
  discard_explain: {
    vi: 'Biểu được bỏ, không ghi gì. Tệp đã tải lên vẫn được giữ.',
    en: 'The sheet is laid aside and nothing is recorded. The file stays kept.',
  },
  discarded: { vi: 'Đã bỏ biểu.', en: 'The sheet was discarded.' },
  decided_confirmed: { vi: 'Biểu này đã được ghi.', en: 'This sheet has been recorded.' },
  decided_discarded: { vi: 'Biểu này đã bỏ.', en: 'This sheet was discarded.' },
  duplicate: { vi: 'Phần việc này đã có ở ô {cell}.', en: 'This assignment stands already at {cell}.' },
  foreign: {
    vi: 'Dòng không thuộc biểu đã tải về, hoặc của đơn vị khác.',
    en: 'This row is not of the downloaded sheet, or of another unit.',
  },
  row_added: { vi: 'Dòng tự thêm không được nhận.', en: 'Rows added by hand are not taken.' },
});
