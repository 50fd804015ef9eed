import { messages } from '../../../kernel/i18n.ts';

export const cm = messages({
  plans: {
    vi: '{n} đơn vị phải ban hành kế hoạch thực hiện {parent}: {pieces}.',
    en: 'Units that had to issue their own plan to carry out {parent}: {n}, of which {pieces}.',
  },
  in_time: { vi: '{n} đúng hạn', en: 'in time: {n}' },
  late: { vi: '{n} sau hạn', en: 'late: {n}' },
  no_plan: { vi: '{n} chưa ban hành ({names})', en: 'not issued: {n} ({names})' },
  no_report: { vi: '{n} chưa gửi ({names})', en: 'not submitted: {n} ({names})' },
  reports: {
    vi: '{n} đơn vị phải gửi báo cáo {period}: {pieces}.',
    en: 'Units that had to report on {period}: {n}, of which {pieces}.',
  },
  shared: {
    vi: '{n} cơ quan, tổ chức được đề nghị đã chia sẻ báo cáo: {names}.',
    en: 'Bodies that were asked and shared a report: {n} ({names}).',
  },
  task: { vi: '- “{words}”: {pieces}{evidence}.', en: '- “{words}”: {pieces}{evidence}.' },
  task_done: {
    vi: '{n}/{all} phần việc đã hoàn thành, được chấp nhận',
    en: 'assignments completed and accepted {n}/{all}',
  },
  task_waiting: { vi: '{n} chờ xác nhận', en: 'awaiting acceptance {n}' },
  task_overdue: { vi: '{n} quá hạn', en: 'overdue {n}' },
  evidence: { vi: ' (minh chứng: {n})', en: ' (evidence: {n})' },
  total: { vi: '{told} ({pieces})', en: '{told} ({pieces})' },
  from_units: { vi: 'tổng hợp từ {filled}/{asked} đơn vị', en: 'from units: {filled}/{asked}' },
  from_units_unlike: {
    vi: 'tổng hợp từ {filled}/{asked} đơn vị, cùng kỳ {before} đơn vị',
    en: 'from units: {filled}/{asked}; a year before: {before}',
  },
  adjusted: {
    vi: 'đã điều chỉnh số của {n} đơn vị; tổng theo số đơn vị báo là {reported}',
    en: 'adjusted by the lead agency, units: {n}; what the units said comes to {reported}',
  },
  adjusted_from_none: {
    vi: 'đã điều chỉnh số của {n} đơn vị; các đơn vị chưa báo số nào được tính',
    en: 'adjusted by the lead agency, units: {n}; the units said no number that counts',
  },
  last_adjusted: {
    vi: 'số cùng kỳ đã điều chỉnh của {n} đơn vị',
    en: 'adjusted a year before, units: {n}',
  },
  overdue_task: {
    vi: '- “{words}”: {n} phần việc quá hạn ({names}).',
    en: '- “{words}”: overdue assignments {n} ({names}).',
  },
  unit_overdue: {
    vi: '- {name}: {n} phần việc quá hạn.',
    en: '- {name}: overdue assignments {n}.',
  },
  unit_says: { vi: '- {name}: {words}.', en: '- {name}: {words}.' },
  next: {
    vi: 'Đôn đốc thực hiện {n} nhiệm vụ đến hạn từ ngày {from} đến ngày {to}:',
    en: 'Follow the tasks that fall due from {from} to {to}: {n}',
  },
  next_task: {
    vi: '- “{words}” (hạn {date}, {n} phần việc).',
    en: '- “{words}” (deadline {date}, assignments {n}).',
  },
  next_more: { vi: '- {n} nhiệm vụ khác nêu tại Phụ lục I.', en: '- Others in Annex I: {n}.' },
  names_more: { vi: '{names} và {n} đơn vị khác', en: '{names}; others: {n}' },
});
