import { messages } from '../../../kernel/i18n.ts';

export const wm = messages({
  all_given: {
    vi: 'Tính đến hết ngày {date}, đơn vị được giao {n} phần việc: {pieces}.',
    en: 'Assignments of the unit by the end of {date}: {n}, of which {pieces}.',
  },
  all_asked: {
    vi: 'Tính đến hết ngày {date}, đơn vị được đề nghị phối hợp {n} phần việc: {pieces}.',
    en: 'Work the organisation was asked for by the end of {date}: {n}, of which {pieces}.',
  },
  all_units: {
    vi: 'Tính đến hết ngày {date}, các đơn vị được giao {n} phần việc: {pieces}.',
    en: 'Assignments of all units by the end of {date}: {n}, of which {pieces}.',
  },
  content_given: {
    vi: 'Đơn vị được giao {n} phần việc thuộc nội dung này: {pieces}.',
    en: 'Assignments of this content: {n}, of which {pieces}.',
  },
  content_asked: {
    vi: 'Đơn vị được đề nghị phối hợp {n} phần việc thuộc nội dung này: {pieces}.',
    en: 'Work asked for in this content: {n}, of which {pieces}.',
  },
  content_units: {
    vi: 'Các đơn vị được giao {n} phần việc thuộc nội dung này: {pieces}.',
    en: 'Assignments of all units in this content: {n}, of which {pieces}.',
  },
  topic_given: {
    vi: 'Đơn vị được giao {n} phần việc: {pieces}.',
    en: 'Assignments: {n}, of which {pieces}.',
  },
  topic_asked: {
    vi: 'Đơn vị được đề nghị phối hợp {n} phần việc: {pieces}.',
    en: 'Work asked for: {n}, of which {pieces}.',
  },
  topic_units: {
    vi: 'Các đơn vị được giao {n} phần việc: {pieces}.',
    en: 'Assignments of all units: {n}, of which {pieces}.',
  },
  accepted: {
    vi: '{n} đã hoàn thành, được chấp nhận ({percent}%){late}',
    en: 'completed and accepted: {n} ({percent}%){late}',
  },
  accepted_late: { vi: ', trong đó {n} hoàn thành sau hạn', en: ', late among these: {n}' },
  claimed: { vi: '{n} đã báo hoàn thành, chờ xác nhận', en: 'awaiting acceptance: {n}' },
  overdue: { vi: '{n} quá hạn chưa hoàn thành', en: 'overdue: {n}' },
  returned: { vi: '{n} bị trả lại, đang bổ sung', en: 'returned: {n}' },
  in_progress: { vi: '{n} đang thực hiện', en: 'in progress: {n}' },
  not_begun: { vi: '{n} chưa bắt đầu, còn trong hạn', en: 'not begun, still in time: {n}' },
  not_applicable: { vi: '{n} không phải thực hiện', en: 'not applicable: {n}' },
  done: {
    vi: '- Đã hoàn thành, được chấp nhận: “{words}”{on}{late}{evidence}.',
    en: '- Completed and accepted: “{words}”{on}{late}{evidence}.',
  },
  on: { vi: ', ngày {date}', en: ', on {date}' },
  after_due: { vi: ', sau hạn {date}', en: ', after the deadline {date}' },
  waiting: {
    vi: '- Đã báo hoàn thành, chờ xác nhận: “{words}”{on}{evidence}.',
    en: '- Reported as done, awaiting acceptance: “{words}”{on}{evidence}.',
  },
  times: {
    vi: '- “{words}”: {pieces} trong {n} kỳ{evidence}.',
    en: '- “{words}”: {pieces}, of occurrences {n}{evidence}.',
  },
  times_done: { vi: '{n} kỳ đã hoàn thành, được chấp nhận', en: 'completed and accepted {n}' },
  times_waiting: { vi: '{n} kỳ chờ xác nhận', en: 'awaiting acceptance {n}' },
  evidence: { vi: ' (minh chứng: {n})', en: ' (evidence: {n})' },
  overdue_line: {
    vi: '- “{words}”{occurrence} (hạn {date}, quá {late} ngày làm việc).',
    en: '- “{words}”{occurrence} (deadline {date}, working days late: {late}).',
  },
  overdue_just: {
    vi: '- “{words}”{occurrence} (hạn {date}, vừa quá hạn).',
    en: '- “{words}”{occurrence} (deadline {date}, just passed).',
  },
  overdue_undated: { vi: '- “{words}”{occurrence}.', en: '- “{words}”{occurrence}.' },
  occurrence: { vi: ', {name}', en: ', {name}' },
  next_line: {
    vi: '- “{words}”{occurrence} (hạn {date}).',
    en: '- “{words}”{occurrence} (deadline {date}).',
  },
});
