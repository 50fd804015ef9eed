import { type Message, messages } from '../../kernel/i18n.ts';
import type { Measure } from './domain/effort.ts';
import type { Movement } from './domain/moved.ts';

/** Words of the analysis over all parts. */
export const m = messages({
  index: { vi: 'Chỉ số PAPI', en: 'PAPI' },
  title: { vi: 'Phân tích điểm', en: 'Where points are lost' },
  kicker: { vi: '{place}, PAPI năm {year}', en: '{place}, PAPI {year}' },
  lead: {
    vi: 'Mỗi nội dung thành phần: còn mất bao nhiêu điểm, đơn vị nào là đầu mối, nhiệm vụ nào đang làm và điểm có tăng theo không.',
    en: 'For each part: how many points are lost, who answers for it, which tasks are under way, and whether the score follows.',
  },
  help: {
    vi: 'chỉ ra những tồn tại, hạn chế, nguyên nhân, trách nhiệm đối với các nội dung tại Chỉ số PAPI; từ đó xác định trách nhiệm của các ngành, các cấp.',
    en: 'show what is lacking in each content of PAPI, why, and who is responsible.',
  },
  source: {
    vi: 'Điểm do {cite} công bố cho cấp tỉnh; không phải điểm của huyện, xã.',
    en: 'Scores published for provinces by {cite}; they are not scores of districts or communes.',
  },
  years: { vi: 'Năm', en: 'Years' },
  views: { vi: 'So với', en: 'Compared with' },
  view_best: { vi: 'Tỉnh cao nhất', en: 'The highest province' },
  view_quarter: { vi: 'Ngưỡng nhóm cao nhất', en: 'The top quarter' },
  view_past: { vi: 'Năm tốt nhất của tỉnh', en: 'The own best year' },
  owners: { vi: 'Đầu mối phụ trách', en: 'Owners of parts' },
  practices: { vi: 'Mô hình hay', en: 'Good practices' },

  no_province: {
    vi: 'Chưa biết tỉnh của đơn vị gốc nên chưa có điểm để phân tích.',
    en: 'The province of the root unit is not known, so there is no score to analyse.',
  },
  no_province_text: {
    vi: 'Ghi mã tỉnh cho đơn vị gốc ở trang Đơn vị; kết quả đã công bố của 63 tỉnh có sẵn trong chương trình.',
    en: 'Give the root unit its province’s code at the page of units; published results of 63 provinces come with the program.',
  },
  withheld: {
    vi: 'Kết quả năm {year} của {place} không được công bố.',
    en: 'The results of {place} for {year} were not published.',
  },

  units: { vi: 'Mở trang Đơn vị', en: 'Open the page of units' },
  col_code: { vi: 'Mã', en: 'Code' },
  col_owner_kind: { vi: 'Cách xác định', en: 'How known' },
  named: { vi: 'được giao', en: 'named' },
  col_part: { vi: 'Nội dung thành phần', en: 'Part' },
  col_score: { vi: 'Điểm', en: 'Score' },
  col_lost_best: { vi: 'Kém tỉnh cao nhất', en: 'Below the highest' },
  col_lost_quarter: { vi: 'Kém ngưỡng nhóm cao nhất', en: 'Below the top quarter' },
  col_lost_past: { vi: 'Kém năm tốt nhất của tỉnh', en: 'Below the own best year' },
  col_change: { vi: 'So với năm trước', en: 'Against the year before' },
  col_owner: { vi: 'Đầu mối', en: 'Owner' },
  col_work: { vi: 'Nhiệm vụ và cảnh báo', en: 'Tasks and flags' },
  col_tasks: { vi: 'Nhiệm vụ', en: 'Tasks' },
  col_accepted: { vi: 'Phần việc đã chấp nhận', en: 'Accepted assignments' },
  col_overdue: { vi: 'Phần việc quá hạn', en: 'Overdue assignments' },
  col_assignments: { vi: 'Phần việc', en: 'Assignments' },
  col_flags: { vi: 'Cảnh báo', en: 'Flags' },
  col_movement: { vi: 'Việc và điểm', en: 'Work and score' },
  proposed: { vi: 'suy từ kế hoạch', en: 'inferred from the plan' },
  no_owner: { vi: 'Chưa có đầu mối', en: 'No owner' },
  owner_line: { vi: 'Đầu mối: {unit}', en: 'Owner: {unit}' },
  owner_proposed: { vi: 'Đầu mối: {unit} (suy từ kế hoạch)', en: 'Owner: {unit} (inferred from the plan)' },
  score_line: { vi: 'Điểm {score}. {owner}', en: 'Score {score}. {owner}' },
  tasks_line: {
    vi: '{tasks} nhiệm vụ; {accepted}/{work} phần việc đã chấp nhận',
    en: 'Tasks: {tasks}; accepted {accepted} of {work}',
  },
  overdue_line: { vi: '{n} phần việc quá hạn', en: 'Overdue: {n}' },
  uncovered: { vi: 'Chưa có nhiệm vụ nào', en: 'No task covers this' },
  not_moved: { vi: 'Việc đã xong, điểm không tăng', en: 'Work done, score did not rise' },

  cause_written: { vi: 'đã ghi nguyên nhân', en: 'cause written' },
  uncovered_count: {
    vi: '{n} nội dung thành phần còn mất điểm mà kế hoạch {plan} chưa có nhiệm vụ nào.',
    en: '{n} parts lose points and have no task in the plan {plan}.',
  },
  uncovered_none: {
    vi: 'Nội dung thành phần nào cũng có nhiệm vụ trong kế hoạch {plan}.',
    en: 'Every part has a task in the plan {plan}.',
  },
  no_plan: { vi: 'Chưa có kế hoạch nào đang có hiệu lực.', en: 'No plan is in force.' },
  moved_count: {
    vi: '{n} nội dung thành phần có việc năm {year} đã xong mà điểm không tăng.',
    en: '{n} parts whose work of {year} is done did not rise.',
  },
  moved_none: {
    vi: 'Không có nội dung thành phần nào mà việc năm {year} đã xong nhưng điểm không tăng.',
    en: 'There is no part whose work of {year} is done and whose score did not rise.',
  },
  moved_no_plan: {
    vi: 'Chương trình không có việc của năm {year} nên chưa xét được việc đã xong có làm điểm tăng hay không. Việc của kế hoạch năm {planYear} được xét khi có kết quả PAPI năm {planYear}.',
    en: 'The program holds no work of {year}, so whether finished work raised the score cannot be told yet. Work of {planYear} is judged once the results of {planYear} are known.',
  },
  moved_rule: {
    vi: 'Cách xét: việc làm trong năm có điểm, từ {share}% phần việc trở lên đã được chấp nhận, mà điểm năm đó không cao hơn năm trước; chỉ xét khi hai năm so sánh được với nhau.',
    en: 'The rule: work of the year of the score, at least {share}% of it accepted, and the score not above that of the year before; only where the two years can be compared.',
  },
  scope_own: {
    vi: 'Số phần việc chỉ tính những phần việc bạn được xem.',
    en: 'Assignments are counted as far as you may see them.',
  },
  ended_codes: {
    vi: 'Kế hoạch có nhiệm vụ mang mã không còn trong bộ chỉ số hiện hành, không tính vào nội dung thành phần nào: {codes}.',
    en: 'The plan has tasks with a code that is not in the edition in force; they count for no part: {codes}.',
  },
  ended_code: { vi: 'mã {code} ({n} nhiệm vụ: {tasks})', en: 'code {code} (tasks {tasks}: {n})' },
  part_of_old: {
    vi: 'Nội dung thành phần này không còn trong bộ chỉ số hiện hành.',
    en: 'This part is not in the edition in force any more.',
  },
  no_rows: { vi: 'Không có điểm của năm này.', en: 'There are no scores of this year.' },
  losses_title: { vi: 'Nội dung thành phần theo điểm còn mất', en: 'Parts by points lost' },
  number: { vi: '{n}', en: '{n}' },
});

export const movementWords: Readonly<Record<Movement, Message>> = messages({
  too_early: { vi: 'Chưa có điểm của năm này', en: 'No score of the year yet' },
  no_work: { vi: 'Không có việc của năm này trong chương trình', en: 'No work of the year in the program' },
  work_open: { vi: 'Việc chưa xong', en: 'Work not finished' },
  not_comparable: { vi: 'Không so được với năm trước', en: 'Not comparable with the year before' },
  rose: { vi: 'Việc đã xong, điểm tăng', en: 'Work done, score rose' },
  not_moved: { vi: 'Việc đã xong, điểm không tăng', en: 'Work done, score did not rise' },
});

export const measureWords: Readonly<Record<Measure, Message>> = messages({
  million_vnd: { vi: 'triệu đồng', en: 'million VND' },
  person_days: { vi: 'ngày công', en: 'person-days' },
});
