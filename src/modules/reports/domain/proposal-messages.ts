import { messages } from '../../../kernel/i18n.ts';

export const pm = messages({
  plan_issued: {
    vi: 'Ngày {on}, {unit} ban hành Kế hoạch số {number} thực hiện {parent}, sau {days} ngày làm việc{late}; đưa vào kế hoạch {carried}/{assigned} nhiệm vụ được giao.',
    en: 'On {on} {unit} issued its plan {number} to carry out {parent}; working days taken: {days}{late}; tasks carried over: {carried}/{assigned}.',
  },
  plan_late: {
    vi: ', chậm {n} ngày làm việc so với thời hạn',
    en: ', of these after the deadline: {n}',
  },
  plan_shared: {
    vi: 'Ngày {on}, {unit} có Kế hoạch số {number} phối hợp thực hiện {parent}.',
    en: 'On {on} {unit} made its plan {number} to help carry out {parent}.',
  },
  plan_missing: {
    vi: 'Đến hết ngày {date}, {unit} chưa ban hành kế hoạch thực hiện {parent}.',
    en: 'By the end of {date} {unit} had issued no plan to carry out {parent}.',
  },
  parent: {
    vi: 'Kế hoạch số {number} ngày {date} của {issuer}',
    en: 'plan {number} of {date} by {issuer}',
  },
  well_done: {
    vi: 'Đã hoàn thành, được chấp nhận {done}/{all} phần việc ({percent}%).',
    en: 'Assignments completed and accepted: {done}/{all} ({percent}%).',
  },
  targets_met: {
    vi: 'Có {n} chỉ tiêu đạt hoặc vượt mức đề ra: {names}.',
    en: 'Figures that meet their target: {n} ({names}).',
  },
  better: {
    vi: 'Có {n} chỉ tiêu chuyển biến tốt so với cùng kỳ năm trước: {names}.',
    en: 'Figures better than a year before: {n} ({names}).',
  },
  overdue_head: {
    vi: 'Còn {n} phần việc quá hạn chưa hoàn thành:',
    en: 'Overdue assignments: {n}',
  },
  none_overdue: {
    vi: 'Đến hết ngày {date}, không có phần việc quá hạn.',
    en: 'By the end of {date} no assignment was overdue.',
  },
  done_late: {
    vi: 'Có {n} phần việc hoàn thành sau hạn.',
    en: 'Assignments completed after their deadline: {n}.',
  },
  given_back: {
    vi: 'Có {n} phần việc bị trả lại, đang bổ sung.',
    en: 'Assignments returned and not yet reported again: {n}.',
  },
  plan_was_late: {
    vi: 'Kế hoạch của đơn vị ban hành chậm {n} ngày làm việc.',
    en: 'The unit’s own plan was issued late; working days: {n}.',
  },
  targets_missed: {
    vi: 'Có {n} chỉ tiêu chưa đạt mức đề ra: {names}.',
    en: 'Figures that miss their target: {n} ({names}).',
  },
  worse: {
    vi: 'Có {n} chỉ tiêu kém hơn cùng kỳ năm trước: {names}.',
    en: 'Figures worse than a year before: {n} ({names}).',
  },
  without_data: {
    vi: 'Có {n} chỉ tiêu không có số liệu: {names}.',
    en: 'Figures without data: {n} ({names}).',
  },
  names_more: { vi: '{names}; và {n} chỉ tiêu khác', en: '{names}; others: {n}' },
  cause_work: { vi: '- Về “{works}”: {words}.', en: '- On “{works}”: {words}.' },
  cause_data: {
    vi: '- Không có số liệu “{name}”: {reason}.',
    en: '- No data for “{name}”: {reason}.',
  },
  answers: {
    vi: '- {who}: {n} phần việc quá hạn ({codes}).',
    en: '- {who}: overdue assignments {n} ({codes}).',
  },
  head_of_unit: { vi: 'Người đứng đầu đơn vị', en: 'The head of the unit' },
  head_answers: {
    vi: 'Người đứng đầu đơn vị chịu trách nhiệm chung về các phần việc quá hạn.',
    en: 'The head of the unit answers for all overdue assignments.',
  },
  nobody_answers: {
    vi: 'Không có phần việc quá hạn phải làm rõ trách nhiệm.',
    en: 'No overdue assignment for which anybody has to answer.',
  },
  finish_overdue: {
    vi: 'Hoàn thành dứt điểm {n} phần việc quá hạn.',
    en: 'Finish the overdue assignments: {n}.',
  },
  finish_returned: {
    vi: 'Bổ sung, báo cáo lại {n} phần việc bị trả lại.',
    en: 'Complete and report again what was returned: {n}.',
  },
  due_next: {
    vi: 'Thực hiện {n} phần việc đến hạn từ ngày {from} đến ngày {to}:',
    en: 'Carry out what falls due from {from} to {to}: {n}',
  },
  due_more: {
    vi: '- {n} phần việc khác nêu tại Phụ lục I.',
    en: '- Others in Annex I: {n}.',
  },
});
