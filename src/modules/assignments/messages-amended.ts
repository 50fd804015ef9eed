import { messages } from '../../kernel/i18n.ts';

/** Words of work after its plan was amended or withdrawn. */
export const ma = messages({
  own_changes: { vi: 'Thay đổi với {unit}', en: 'What changes for {unit}' },
  counts: { vi: 'Phần việc: {what}.', en: 'Assignments: {what}.' },
  counts_asked: { vi: 'Nội dung đề nghị: {what}.', en: 'What is asked: {what}.' },
  count_added: { vi: 'thêm {n}', en: '{n} added' },
  count_moved: { vi: 'đổi hạn {n}', en: '{n} with a new due date' },
  count_changed: { vi: 'sửa nội dung {n}', en: '{n} changed' },
  count_dropped: { vi: 'bỏ {n}', en: '{n} dropped' },
  own_table: { vi: 'Cũ và mới với đơn vị', en: 'Old and new for the unit' },
  own_work: { vi: 'Phần việc của đơn vị có thay đổi', en: 'Assignments of the unit that changed' },
  became: { vi: 'Thành', en: 'Becomes' },
  became_added: { vi: 'việc mới', en: 'new' },
  became_dropped: { vi: 'bỏ', en: 'dropped' },
  became_changed: { vi: 'có sửa đổi', en: 'changed' },
  confirm: { vi: 'Đã nhận', en: 'Confirm that it was read' },
  confirm_what: {
    vi: 'Xác nhận đơn vị đã đọc các thay đổi này. Cơ quan thường trực thấy ai xác nhận và lúc nào.',
    en: 'Say that the unit has read these changes. The standing agency sees who confirmed and when.',
  },
  task_col: { vi: 'Nhiệm vụ', en: 'Task' },
  confirmed_now: {
    vi: 'Đã xác nhận đơn vị nhận sửa đổi.',
    en: 'It is noted that the unit read the amendment.',
  },
  confirmed_by: { vi: '{name} xác nhận đã nhận lúc {time}', en: 'Confirmed by {name}, {time}' },
  not_confirmed: { vi: 'chưa xác nhận', en: 'not confirmed' },
  receipts: { vi: 'Đơn vị xác nhận đã nhận', en: 'Units that confirmed' },
  receipts_note: { vi: '{done}/{all} đơn vị', en: '{done} of {all} units' },
  unit_changes: { vi: 'Thay đổi', en: 'Changes' },
  waiting: {
    vi: 'Kế hoạch “{plan}” có sửa đổi lần {n}: đơn vị bạn chưa xác nhận đã nhận.',
    en: 'The plan “{plan}” has amendment {n}, which your unit has not confirmed yet.',
  },
  open_change: { vi: 'Xem thay đổi', en: 'See the changes' },
  signed: { vi: 'Số {number}, ngày {date}, {signer} ký', en: '{number}, {date}, signed by {signer}' },
  all_changes: { vi: 'Toàn bộ thay đổi', en: 'All changes' },
  no_changes: { vi: 'Không có thay đổi nào.', en: 'Nothing changed.' },
  paper_word: { vi: 'Văn bản (Word)', en: 'Paper (Word)' },
  paper_pdf: { vi: 'Văn bản (PDF)', en: 'Paper (PDF)' },
  dropped_notice: {
    vi: 'Phần việc này đã được bỏ khỏi kế hoạch ngày {date}: {reason}',
    en: 'This assignment was dropped from the plan on {date}: {reason}',
  },
  withdrawn_notice: {
    vi: 'Kế hoạch của nhiệm vụ này đã bị thu hồi ngày {date}.',
    en: 'The plan of this task was withdrawn on {date}.',
  },

  against: { vi: 'So với', en: 'Against' },
  against_current: { vi: 'So với kế hoạch hiện hành', en: 'Against the plan in force' },
  against_first: { vi: 'So với bản gốc', en: 'Against the original' },
  kicker_current: {
    vi: 'so với kế hoạch hiện hành (phiên bản {n})',
    en: 'against the plan in force (version {n})',
  },
  kicker_first: {
    vi: 'so với bản gốc: nhiệm vụ và hạn như khi ban hành lần đầu; việc đã bỏ tính là “không áp dụng”',
    en: 'against the original: tasks and due dates as first issued; what was dropped counts as not applicable',
  },
  difference: { vi: 'So với bản gốc: {what}.', en: 'Against the original: {what}.' },
  no_difference: { vi: 'không khác', en: 'no difference' },
  diff_added: { vi: '+{n} nhiệm vụ', en: '+{n} tasks' },
  diff_dropped: { vi: '−{n} nhiệm vụ', en: '−{n} tasks' },
  diff_later: { vi: '{n} phần việc lùi hạn', en: '{n} assignments due later' },
  diff_earlier: { vi: '{n} phần việc sớm hạn hơn', en: '{n} assignments due earlier' },

  years: { vi: 'Qua các năm', en: 'Over the years' },
  this_year: { vi: 'năm {year} (đang xem)', en: '{year} (this page)' },
  year: { vi: 'năm {year}', en: '{year}' },
  year_result: {
    vi: '{accepted}/{total} phần việc đã chấp nhận, {late} chậm hạn',
    en: '{accepted} of {total} assignments accepted, {late} late',
  },
});
