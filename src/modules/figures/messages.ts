import { messages } from '../../kernel/i18n.ts';
import type { AskedPeriod, Direction, NumberKind, RollUp, Via } from './domain/figure.ts';

export const kindNames = messages({
  count: { vi: 'Số đếm', en: 'Count' },
  amount: { vi: 'Số lượng', en: 'Amount' },
  rate: { vi: 'Tỷ lệ', en: 'Rate' },
  date: { vi: 'Ngày', en: 'Date' },
  text: { vi: 'Bằng chữ', en: 'Words' },
} satisfies Record<NumberKind, { vi: string; en: string }>);

export const directionNames = messages({
  up: { vi: 'Càng cao càng tốt', en: 'Higher is better' },
  down: { vi: 'Càng thấp càng tốt', en: 'Lower is better' },
  none: { vi: 'Không xét', en: 'Neither' },
} satisfies Record<Direction, { vi: string; en: string }>);

export const rollUpNames = messages({
  sum: { vi: 'Cộng các đơn vị và các kỳ', en: 'Added over units and periods' },
  rate: { vi: 'Cộng tử số, cộng mẫu số rồi chia', en: 'Numerators and denominators added, then divided' },
  last: { vi: 'Cộng các đơn vị, lấy kỳ mới nhất', en: 'Added over units, the latest period counts' },
  none: { vi: 'Không tổng hợp', en: 'Not added up' },
} satisfies Record<RollUp, { vi: string; en: string }>);

export const periodNames = messages({
  month: { vi: 'tháng', en: 'month' },
  quarter: { vi: 'quý', en: 'quarter' },
  half: { vi: '6 tháng', en: 'half-year' },
  year: { vi: 'năm', en: 'year' },
  window: { vi: 'từ {from} đến {to}', en: '{from} to {to}' },
} satisfies Record<AskedPeriod['kind'], { vi: string; en: string }>);

export const viaNames = messages({
  page: { vi: 'nhập trên trang', en: 'entered on the page' },
  sheet: { vi: 'từ bảng tính', en: 'from a spreadsheet' },
  api: { vi: 'phần mềm khác gửi', en: 'sent by another program' },
  import: { vi: 'nhập từ tệp', en: 'imported from a file' },
} satisfies Record<Via, { vi: string; en: string }>);

export const m = messages({
  title: { vi: 'Chỉ tiêu', en: 'Catalogue of figures' },
  lead: {
    vi: 'Mỗi chỉ tiêu được định nghĩa một lần cho cả địa bàn và nhập một lần cho mỗi kỳ; mọi biểu mẫu và báo cáo dùng lại số liệu đó.',
    en: 'Each figure is defined once for the whole jurisdiction and entered once for each period; every form and report uses the same value.',
  },
  count_shown: {
    vi: 'Chỉ tiêu {from}–{to} trong {n}',
    en: 'Figures {from}–{to} of {n}',
  },
  define: { vi: 'Tạo chỉ tiêu', en: 'Define a figure' },
  burden: { vi: 'Gánh nặng báo cáo', en: 'Reporting burden' },
  search: { vi: 'Tên hoặc mã', en: 'Name or code' },
  any: { vi: 'Tất cả', en: 'All' },
  content: { vi: 'Nội dung PAPI', en: 'PAPI content' },
  part: { vi: 'Nội dung thành phần', en: 'Part' },
  owner: { vi: 'Cơ quan chủ trì', en: 'Lead agency' },
  period_kind: { vi: 'Kỳ', en: 'Period' },
  period_window: { vi: 'khoảng thời gian riêng', en: 'own window' },
  number_kind: { vi: 'Loại số liệu', en: 'Kind of number' },
  asked_of: { vi: 'Đơn vị nhập', en: 'Unit that enters' },
  col_code: { vi: 'Mã', en: 'Code' },
  col_name: { vi: 'Chỉ tiêu', en: 'Figure' },
  col_measure: { vi: 'Đơn vị tính', en: 'Unit of measure' },
  col_content: { vi: 'Nội dung', en: 'Content' },
  col_enters: { vi: 'Ai nhập', en: 'Who enters' },
  col_periods: { vi: 'Kỳ nhập', en: 'Periods' },
  col_direction: { vi: 'Chiều tốt', en: 'Direction' },
  col_roll_up: { vi: 'Cách tổng hợp', en: 'How it adds up' },
  col_target: { vi: 'Mục tiêu', en: 'Target' },
  col_source: { vi: 'Căn cứ', en: 'Source' },
  col_note: { vi: 'Ghi chú', en: 'Note' },
  col_numerator: { vi: 'Tử số', en: 'Numerator' },
  col_denominator: { vi: 'Mẫu số', en: 'Denominator' },
  col_evidence: { vi: 'Minh chứng', en: 'Evidence' },
  none_found: { vi: 'Không có chỉ tiêu nào khớp', en: 'No figure matches' },
  none_found_text: { vi: 'Bỏ bớt điều kiện lọc.', en: 'Remove some filters.' },
  none_yet: { vi: 'Chưa có chỉ tiêu nào', en: 'No figure is defined yet' },
  none_yet_text: {
    vi: 'Cơ quan thường trực hoặc cơ quan chủ trì tạo chỉ tiêu tại đây, hoặc nạp danh mục có sẵn bằng lệnh figures define.',
    en: 'The standing agency or a lead agency defines figures here, or loads the catalogue with the command figures define.',
  },
  ended: { vi: 'không hỏi sau {date}', en: 'asked no more after {date}' },
  share: { vi: '{measure} · {part} / {whole}', en: '{measure} · {part} / {whole}' },
  percent: { vi: '{n}%', en: '{n}%' },
  number: { vi: '{n}', en: '{n}' },
  tier_kind: { vi: '{kind} ({tier})', en: '{kind} ({tier})' },
  export_title: { vi: 'Danh mục chỉ tiêu báo cáo', en: 'Catalogue of figures' },
  export_note: { vi: 'Theo danh mục ngày {date}.', en: 'As the catalogue stood on {date}.' },
  what: { vi: 'Định nghĩa', en: 'Definition' },
  change: { vi: 'Thay đổi', en: 'Change' },
  measure_decimals: { vi: '{measure}, {n} chữ số sau dấu phẩy', en: '{measure}, {n} decimals' },
  at_most: { vi: 'Mức tối đa', en: 'Maximum' },
  rate_is_part: { vi: 'Tử số là một phần của mẫu số', en: 'The numerator is a part of the denominator' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  cumulative: { vi: 'Lũy kế từ đầu năm', en: 'Counted from the beginning of the year' },
  evidence_wanted: { vi: 'Cần minh chứng', en: 'Evidence is wanted' },
  asked_until: { vi: 'Không hỏi các kỳ kết thúc sau ngày', en: 'Asked no more for periods that end after' },
  values: { vi: 'Số liệu qua các kỳ', en: 'Values over the periods' },
  values_lead: {
    vi: 'Các đơn vị bạn được xem. Bấm vào một ô để xem ai nhập, các lần sửa, ghi chú và minh chứng.',
    en: 'The units you may see. A cell opens to who entered it, its changes, remarks and evidence.',
  },
  values_none: {
    vi: 'Chưa có kỳ báo cáo nào của chỉ tiêu này',
    en: 'No reporting period of this figure yet',
  },
  values_none_text: {
    vi: 'Kỳ báo cáo được tạo tại trang Kỳ báo cáo.',
    en: 'Periods are made on the page of reporting periods.',
  },
  units_none: { vi: 'Không có đơn vị nào bạn được xem', en: 'There is no unit whose values you may see' },
  units_none_text: {
    vi: 'Số liệu của các đơn vị khác do cơ quan chủ trì và cơ quan thường trực xem.',
    en: 'Values of other units are read by the lead agency and the standing agency.',
  },
  col_unit: { vi: 'Đơn vị', en: 'Unit' },
  col_course: { vi: 'Diễn biến', en: 'Course' },
  total: { vi: 'Tổng các đơn vị đang xem', en: 'All units shown' },
  total_of: { vi: '{value} ({n} đơn vị)', en: '{value} (units: {n})' },
  course_of: { vi: 'Diễn biến của {unit}', en: 'Course of {unit}' },
  late: { vi: 'muộn', en: 'late' },
  entered_for: { vi: 'nhập thay', en: 'entered for it' },
  empty_cell: { vi: '–', en: '–' },
  no_data: { vi: 'không có số liệu', en: 'no data' },
  history: { vi: 'Các lần thay đổi định nghĩa', en: 'Changes of the definition' },
  history_first: { vi: 'Tạo chỉ tiêu', en: 'Defined' },
  history_changed: { vi: 'Thay đổi: {parts}', en: 'Changed: {parts}' },
  from_to: { vi: '“{before}” thành “{after}”', en: '“{before}” became “{after}”' },
  periods_of: { vi: 'Kỳ theo', en: 'Periods by' },
});
