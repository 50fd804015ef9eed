import { messages } from '../../kernel/i18n.ts';

/** What the forms about periods say. */
export const f = messages({
  make_title: { vi: 'Tạo kỳ báo cáo', en: 'Make reporting periods' },
  make_lead: {
    vi: 'Lấy kỳ từ lời của kế hoạch, tạo đủ kỳ của một năm, hoặc tạo một kỳ riêng. Kỳ đã có thì giữ nguyên.',
    en: 'Take them from the words of the plan, make all of a year, or make one of its own. What exists stays as it is.',
  },
  from_plan: { vi: 'Theo kế hoạch đã ban hành', en: 'As the issued plan says' },
  from_plan_none: {
    vi: 'Chưa đọc được kỳ báo cáo nào trong các kế hoạch đã ban hành.',
    en: 'No reporting period could be read in the plans that were issued.',
  },
  make_from_plan: { vi: 'Tạo kỳ của năm {year}', en: 'Make the periods of {year}' },
  all_stand: { vi: 'Các kỳ này đã có.', en: 'These exist already.' },
  col_says: { vi: 'Lời của kế hoạch', en: 'The plan says' },
  stands: { vi: 'đã có', en: 'exists' },
  of_year: { vi: 'Đủ kỳ của một năm', en: 'All periods of a year' },
  year: { vi: 'Năm', en: 'Year' },
  kinds: { vi: 'Loại kỳ', en: 'Kinds' },
  kind: { vi: 'Loại kỳ', en: 'Kind' },
  month: { vi: 'Tháng', en: 'Months' },
  quarter: { vi: 'Quý', en: 'Quarters' },
  half: { vi: '6 tháng', en: 'Half-years' },
  year_kind: { vi: 'Năm', en: 'The year' },
  window: { vi: 'Kỳ riêng (ví dụ một mùa, một đợt)', en: 'A window of its own (a season, a campaign)' },
  regime: { vi: 'Thời gian lấy số liệu', en: 'Days of the data' },
  calendar_year: { vi: 'Theo tháng dương lịch', en: 'By the calendar' },
  calendar_year_hint: { vi: 'ví dụ quý II: 01/4 – 30/6', en: 'the second quarter, for example: 01/4 – 30/6' },
  decree_09: { vi: 'Theo Nghị định 09/2019/NĐ-CP, Điều 12', en: 'By Decree 09/2019/NĐ-CP, Article 12' },
  decree_09_hint: {
    vi: 'từ ngày 15 tháng trước đến ngày 14, ví dụ quý II: 15/3 – 14/6',
    en: 'from the 15th to the 14th, the second quarter for example: 15/3 – 14/6',
  },
  due_within: { vi: 'Hạn gửi sau ngày chốt số liệu', en: 'Due after the cut-off' },
  due_within_hint: {
    vi: 'Số ngày làm việc, ít nhất 1 (Nghị định 09/2019/NĐ-CP, Điều 8.5).',
    en: 'In working days, at least 1 (Decree 09/2019/NĐ-CP, Article 8.5).',
  },
  lock_within: { vi: 'Khóa kỳ sau hạn gửi', en: 'Locked after the due day' },
  lock_within_hint: {
    vi: 'Số ngày làm việc còn nhận số liệu muộn.',
    en: 'In working days, while something late is still taken.',
  },
  make_year: { vi: 'Tạo các kỳ', en: 'Make them' },
  one: { vi: 'Một kỳ', en: 'One period' },
  name: { vi: 'Tên kỳ', en: 'Name' },
  name_hint: {
    vi: 'Để trống thì lấy tên thường dùng, ví dụ “Quý II/2024”.',
    en: 'Left empty, the usual name is taken, “Quarter 2 of 2024” for example.',
  },
  from_on: { vi: 'Lấy số liệu từ ngày', en: 'Data from' },
  to_on: { vi: 'Lấy số liệu đến hết ngày', en: 'Data until the end of' },
  cut_off_on: { vi: 'Chốt số liệu hết ngày', en: 'Cut-off at the end of' },
  cut_off_hint: { vi: 'Để trống thì là ngày cuối kỳ.', en: 'Left empty, it is the last day.' },
  due: { vi: 'Hạn gửi', en: 'Due' },
  due_hint: {
    vi: 'Ghi như kế hoạch viết: “trước ngày 05/07/2024”, “chậm nhất 04/07/2024”, “3 ngày làm việc sau 30/06/2024”.',
    en: 'For example: “before 2024-07-05”, “by 2024-07-04”, “3wd after 2024-06-30”.',
  },
  lock_on: { vi: 'Khóa kỳ hết ngày', en: 'Locked at the end of' },
  lock_hint: {
    vi: 'Để trống thì là 5 ngày làm việc sau hạn gửi.',
    en: 'Left empty, it is five working days after the due day.',
  },
  make_one: { vi: 'Tạo kỳ', en: 'Make it' },
  made: { vi: 'Đã tạo {n} kỳ.', en: 'Periods made: {n}.' },
  made_stood: {
    vi: 'Đã tạo {n} kỳ; {k} kỳ có từ trước giữ nguyên.',
    en: 'Periods made: {n}; as they were before: {k}.',
  },
  bad_day: { vi: 'Ghi ngày theo dạng dd/mm/yyyy.', en: 'Write a day as dd/mm/yyyy.' },

  correct: { vi: 'Sửa ngày', en: 'Correct days' },
  correct_title: { vi: 'Sửa ngày của kỳ', en: 'Correct the days of the period' },
  correct_lead: {
    vi: 'Mọi đơn vị được báo các ngày mới; ngày cũ vẫn xem lại được; gia hạn đã chấp thuận vẫn giữ.',
    en: 'Every unit is told of the new days; the former ones can be read again; extensions that were approved stay.',
  },
  milestone_hint: {
    vi: 'Ví dụ “2 ngày làm việc trước 04/07/2024” hoặc “chậm nhất 02/07/2024”.',
    en: 'For example “2wd before 2024-07-04” or “by 2024-07-02”.',
  },
  stands_now: {
    vi: 'Các ngày hiện tại, người khác vừa sửa',
    en: 'The days that stand now, corrected by somebody else',
  },
  window_days: {
    vi: 'Kỳ riêng giữ nguyên ngày đầu và ngày cuối ({from} – {to}).',
    en: 'A window of its own keeps its first and last day ({from} – {to}).',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  correct_reason_hint: {
    vi: 'Ví dụ “theo Công văn số … của UBND tỉnh”. Các đơn vị đọc được.',
    en: 'For example “by letter … of the province”. All units read it.',
  },
  save: { vi: 'Lưu', en: 'Save' },
  back: { vi: 'Không lưu, quay lại', en: 'Go back without saving' },
  corrected: {
    vi: 'Đã sửa ngày của kỳ và báo cho các đơn vị.',
    en: 'The days were corrected and the units told.',
  },

  ask: { vi: 'Xin gia hạn', en: 'Ask for an extension' },
  ask_title: { vi: 'Xin gia hạn', en: 'Ask for an extension' },
  ask_lead: {
    vi: 'Cơ quan thường trực hoặc lãnh đạo trả lời. Các đơn vị khác đều xem được đề nghị và câu trả lời.',
    en: 'The standing agency or a leader answers. The other units read what was asked and what was answered.',
  },
  ask_unit: { vi: 'Cho đơn vị', en: 'For' },
  until_on: { vi: 'Đến hết ngày', en: 'Until the end of' },
  ask_until_hint: {
    vi: 'Sau ngày {after}, không quá ngày khóa kỳ {lock}.',
    en: 'After {after}, not after the lock {lock}.',
  },
  ask_reason_hint: {
    vi: 'Vì sao cần thêm ngày, ví dụ “mất điện hai ngày do bão”.',
    en: 'Why more days are needed, for example “no electricity for two days after the storm”.',
  },
  send: { vi: 'Gửi đề nghị', en: 'Send' },
  asked: { vi: 'Đã gửi đề nghị gia hạn.', en: 'The extension was asked for.' },

  answer_title: { vi: 'Trả lời đề nghị gia hạn', en: 'Answer an extension' },
  asks_for: { vi: 'Đề nghị', en: 'Asked for' },
  asks_text: { vi: 'đến hết ngày {date}', en: 'until the end of {date}' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  approve: { vi: 'Chấp thuận', en: 'Approve' },
  refuse: { vi: 'Không chấp thuận', en: 'Refuse' },
  approve_until: { vi: 'Gia hạn đến hết ngày', en: 'Extended until the end of' },
  approve_until_hint: {
    vi: 'Chỉ dùng khi chấp thuận; có thể khác ngày được đề nghị.',
    en: 'Used only when you approve; it may differ from what was asked for.',
  },
  answer_reason: { vi: 'Lý do hoặc ý kiến', en: 'Reason or remark' },
  answer_reason_hint: { vi: 'Bắt buộc khi không chấp thuận.', en: 'Needed for a refusal.' },
  send_answer: { vi: 'Gửi trả lời', en: 'Send the answer' },
  approved: {
    vi: 'Đã chấp thuận gia hạn và báo cho đơn vị.',
    en: 'The extension was approved and the unit told.',
  },
  refused: {
    vi: 'Đã trả lời không chấp thuận và báo cho đơn vị.',
    en: 'The extension was refused and the unit told.',
  },
  own_asked: {
    vi: 'Bạn là người đề nghị nên người khác phải trả lời.',
    en: 'You asked for it, so somebody else has to answer.',
  },

  reopen: { vi: 'Mở lại', en: 'Reopen' },
  reopen_title: { vi: 'Mở lại kỳ', en: 'Reopen the period' },
  reopen_lead: {
    vi: 'Trong thời gian mở lại, số liệu nhập vào tính vào báo cáo của kỳ. Lý do được ghi lại và các đơn vị đọc được.',
    en: 'While it is reopened, what is entered counts in the report of the period. The reason is kept, and units read it.',
  },
  for_unit: { vi: 'Mở lại cho', en: 'Reopen for' },
  for_all: { vi: 'Tất cả đơn vị', en: 'All units' },
  reopen_until_hint: { vi: 'Nhiều nhất {days} ngày kể từ hôm nay.', en: 'At most {days} days from today.' },
  reopen_reason_hint: {
    vi: 'Vì sao phải mở lại, ví dụ “số liệu tiếp công dân quý II nhập sai”.',
    en: 'Why it must be reopened, for example “the figures of citizen reception were wrong”.',
  },
  reopened: { vi: 'Đã mở lại kỳ và báo cho đơn vị.', en: 'The period was reopened and the units told.' },
});
