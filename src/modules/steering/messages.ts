import { messages } from '../../kernel/i18n.ts';
import type { Level } from './domain/cell.ts';
import type { AskState } from './domain/explanation.ts';

export const m = messages({
  title: { vi: 'Điều hành', en: 'Overview' },
  withdrawn: { vi: '{title} (đã thu hồi)', en: '{title} (withdrawn)' },
  as_of: { vi: 'tính đến hết {date}', en: 'as of {date}' },
  lead_report: {
    vi: 'Còn {days} ngày làm việc đến hạn {period} (hết {date}): {missing}/{owed} đơn vị chưa gửi.',
    en: '{period} is due in {days} working days (end of {date}): {missing} of {owed} units have not sent it.',
  },
  lead_report_late: {
    vi: '{period} đã quá hạn ({date}): {missing}/{owed} đơn vị chưa gửi.',
    en: '{period} was due on {date}: {missing} of {owed} units have not sent it.',
  },
  none: { vi: 'Chưa có kế hoạch nào được ban hành.', en: 'No plan has been issued yet.' },
  none_what: {
    vi: 'Bảng điều hành hiện ra khi kế hoạch đầu tiên được ban hành.',
    en: 'The board appears when the first plan is issued.',
  },
  open_plans: { vi: 'Mở danh sách kế hoạch', en: 'Open the plans' },
  list: { vi: 'Phần việc', en: 'Assignments' },
  meeting: { vi: 'Toàn màn hình', en: 'Full screen' },
  meeting_end: { vi: 'Thoát toàn màn hình', en: 'Leave full screen' },
  group_all: { vi: 'Tất cả', en: 'All' },
  group_label: { vi: 'Nhóm đơn vị', en: 'Group of units' },
  group_more: { vi: 'Nhóm khác ({n})', en: 'Other groups ({n})' },
  number: { vi: '{n}', en: '{n}' },
  percent: { vi: '{n}%', en: '{n}%' },
  of: { vi: '/ {total}', en: '/ {total}' },

  stat_overdue: { vi: 'Phần việc quá hạn', en: 'Overdue' },
  stat_overdue_text: { vi: '{change} Nhiều nhất: {units}.', en: '{change} Most: {units}.' },
  stat_overdue_none: { vi: 'Không đơn vị nào quá hạn.', en: 'No unit is overdue.' },
  stat_accepted: { vi: 'Đã chấp nhận', en: 'Accepted' },
  stat_accepted_text: {
    vi: '{n} phần việc đã được chấp nhận, {waiting} chờ xác nhận. {change}',
    en: 'Accepted: {n}; awaiting acceptance: {waiting}. {change}',
  },
  stat_checks: { vi: 'Điều dân thấy khác, chưa trả lời', en: 'Seen otherwise by citizens, unanswered' },
  stat_checks_none: {
    vi: 'Mọi điều người dân báo đều đã được trả lời.',
    en: 'Everything that citizens reported has been answered.',
  },
  stat_checks_text: {
    vi: '{change} Quá hạn trả lời: {late}. Lâu nhất từ {date}.',
    en: '{change} Answer overdue: {late}. The oldest is of {date}.',
  },
  more_than: { vi: 'Tăng {n} so với tuần trước.', en: 'Up {n} in a week.' },
  less_than: { vi: 'Giảm {n} so với tuần trước.', en: 'Down {n} in a week.' },
  same_as: { vi: 'Như tuần trước.', en: 'As a week ago.' },
  points_more: {
    vi: 'Tăng {n} điểm % trong tuần.',
    en: 'Up {n} percentage points in a week.',
  },
  points_less: {
    vi: 'Giảm {n} điểm % trong tuần.',
    en: 'Down {n} percentage points in a week.',
  },
  trend_table: { vi: 'Số liệu tám tuần của ba con số', en: 'Eight weeks of the three numbers' },
  col_day: { vi: 'Hết ngày', en: 'End of' },

  heat_title: { vi: 'Đơn vị theo tám nội dung', en: 'Units by the eight contents' },
  heat_note: {
    vi: 'đã chấp nhận/phải làm · nhiều quá hạn xếp trước · mỗi ô mở ra việc cụ thể',
    en: 'accepted of all · most overdue first · each cell opens its facts',
  },
  nothing_here: { vi: 'Không có phần việc nào.', en: 'No assignment here.' },

  missed: { vi: 'Sắp lỡ', en: 'About to be missed' },
  missed_report: { vi: '{period}, hạn {date}', en: '{period}, due {date}' },
  missed_report_n: { vi: '{missing}/{owed} chưa gửi', en: '{missing} of {owed} not sent' },
  missed_work: { vi: 'Phần việc sắp đến hạn', en: 'Assignments due soon' },
  missed_soon: { vi: 'Mục công khai sắp đến hạn', en: 'Disclosure items due soon' },
  missed_late: { vi: 'Mục công khai đã quá hạn', en: 'Disclosure items overdue' },
  missed_none: { vi: 'Không có gì sắp lỡ.', en: 'Nothing is about to be missed.' },
  leads: { vi: 'Quá hạn theo chủ trì', en: 'Overdue by lead agency' },
  leads_none: { vi: 'Không có việc quá hạn.', en: 'Nothing is overdue.' },
  checks: { vi: 'Dân thấy khác, chưa trả lời', en: 'Seen otherwise by citizens' },
  checks_line: { vi: '{title} · hạn {date}', en: '{title} · due {date}' },
  checks_none: { vi: 'Không còn điều nào chờ trả lời.', en: 'Nothing waits for an answer.' },
  findings: { vi: 'Tồn tại chưa khắc phục', en: 'Findings not remedied' },
  findings_none: { vi: 'Không có tồn tại nào đang mở.', en: 'No finding is open.' },
  week: { vi: 'Thay đổi từ tuần trước', en: 'Since last week' },
  week_accepted: { vi: 'Được chấp nhận thêm', en: 'Newly accepted' },
  week_overdue: { vi: 'Quá hạn', en: 'Overdue' },
  week_worse: { vi: 'Quá hạn tăng', en: 'More overdue' },
  week_better: { vi: 'Quá hạn giảm', en: 'Less overdue' },
  week_board: { vi: 'Bảng ngày {date}', en: 'The board of {date}' },
  asks: { vi: 'Yêu cầu giải trình', en: 'Requests to explain' },
  asks_none: { vi: 'Không có yêu cầu nào đang mở.', en: 'No request is open.' },
  all_n: { vi: 'tất cả {n}', en: 'all {n}' },
  open_all: { vi: 'xem tất cả', en: 'see all' },
  plus: { vi: '+{n}', en: '+{n}' },
  minus: { vi: '−{n}', en: '−{n}' },

  map_title: { vi: 'Bản đồ quá hạn, đến hết {date}', en: 'The map of what is overdue, end of {date}' },
  map_note: {
    vi: 'chọn một đơn vị để xem việc cụ thể',
    en: 'choose a unit to see its facts',
  },
  map_overdue: { vi: 'Quá hạn', en: 'Overdue' },
  map_value: { vi: '{n} quá hạn', en: '{n} overdue' },

  median_title: { vi: 'Đơn vị bạn cạnh mức giữa', en: 'Your unit beside the middle' },
  median_note: {
    vi: 'mức giữa (trung vị) của các đơn vị cùng loại; không nêu tên đơn vị nào',
    en: 'the median of units of the same kind; no unit is named',
  },
  col_content: { vi: 'Nội dung', en: 'Content' },
  col_own: { vi: 'Đơn vị bạn: đã chấp nhận', en: 'Your unit: accepted' },
  col_median: { vi: 'Mức giữa: đã chấp nhận', en: 'Median: accepted' },
  col_own_overdue: { vi: 'Đơn vị bạn: quá hạn', en: 'Your unit: overdue' },
  col_median_overdue: { vi: 'Mức giữa: quá hạn', en: 'Median: overdue' },
  all_contents: { vi: 'Tất cả', en: 'All' },

  file: { vi: 'dieu-hanh', en: 'board' },
  col_unit: { vi: 'Đơn vị', en: 'Unit' },
  col_code: { vi: 'Mã đơn vị', en: 'Unit code' },
  col_dimension: { vi: 'Nội dung số', en: 'Content number' },
  col_total: { vi: 'Phải làm', en: 'Assigned' },
  col_accepted: { vi: 'Đã chấp nhận', en: 'Accepted' },
  col_claimed: { vi: 'Chờ xác nhận', en: 'Awaiting acceptance' },
  col_overdue: { vi: 'Quá hạn', en: 'Overdue' },
  col_soon: { vi: 'Sắp đến hạn', en: 'Due soon' },
  col_not_applicable: { vi: 'Không áp dụng', en: 'Not applicable' },
  col_level: { vi: 'Mức', en: 'Level' },
});

export const levelNames = messages({
  nothing: { vi: 'không có việc', en: 'nothing assigned' },
  done: { vi: 'đã xong', en: 'all accepted' },
  clear: { vi: 'không quá hạn', en: 'nothing overdue' },
  late: { vi: 'có quá hạn', en: 'some overdue' },
  many_late: { vi: 'quá hạn từ 10%', en: '10% or more overdue' },
} satisfies Record<Level, { vi: string; en: string }>);

export const askStateNames = messages({
  late: { vi: 'quá hạn trả lời', en: 'answer overdue' },
  waiting: { vi: 'chờ đơn vị giải trình', en: 'awaiting the unit' },
  returned: { vi: 'yêu cầu giải trình thêm', en: 'more is wanted' },
  answered: { vi: 'đã giải trình, chờ xem xét', en: 'answered, to be considered' },
  accepted: { vi: 'đã chấp nhận giải trình', en: 'explanation accepted' },
} satisfies Record<AskState, { vi: string; en: string }>);
