import { messages } from '../../../kernel/i18n.ts';

export const mw = messages({
  title: { vi: 'Tiền vào, tiền ra của xã', en: 'Money in and out of the commune' },
  in: { vi: 'Tiền vào (thu ngân sách)', en: 'Money in (revenue)' },
  out: { vi: 'Tiền ra (chi ngân sách)', en: 'Money out (spending)' },
  taken: {
    vi: 'Xã thu được {amount}, bằng {share} dự toán cả năm.',
    en: 'The commune took in {amount}, {share} of the year’s plan.',
  },
  taken_bare: { vi: 'Xã thu được {amount}.', en: 'The commune took in {amount}.' },
  spent: {
    vi: 'Xã đã chi {amount}, bằng {share} dự toán cả năm.',
    en: 'The commune spent {amount}, {share} of the year’s plan.',
  },
  spent_bare: { vi: 'Xã đã chi {amount}.', en: 'The commune spent {amount}.' },
  planned: {
    vi: 'Cả năm xã dự kiến thu {revenue} và chi {spending}.',
    en: 'For the year the commune plans to take in {revenue} and to spend {spending}.',
  },
  item: { vi: 'Khoản mục', en: 'Item' },
  plan: { vi: 'Dự toán', en: 'Planned' },
  done: { vi: 'Đã thực hiện', en: 'Done' },
  share: { vi: 'So với dự toán', en: 'Against the plan' },
  exact: { vi: '{exact} đồng', en: '{exact} đồng' },
  chart: {
    vi: '{label}: đã thực hiện {done} trên dự toán {plan}.',
    en: '{label}: {done} done of {plan} planned.',
  },
  chart_plan: { vi: '{label}: dự toán {plan}.', en: '{label}: {plan} planned.' },
  legend_plan: { vi: 'dự toán', en: 'planned' },
  legend_done: { vi: 'đã thực hiện', en: 'done' },
  parts: {
    vi: 'Một số dòng là phần của dòng đứng trên, nên không cộng các dòng với nhau.',
    en: 'Some lines are parts of the line above them, so lines are not to be added up.',
  },
  explanation: { vi: 'Xã giải thích', en: 'What the commune says about it' },
  read_item: { vi: 'Xem đầy đủ, tải số liệu', en: 'Read all of it, download the figures' },
  others: { vi: 'Các kỳ trước và dự toán', en: 'Earlier periods and plans' },
  other: { vi: 'Thu {revenue}, chi {spending}', en: 'In {revenue}, out {spending}' },
  none: { vi: 'Xã chưa công khai ngân sách ở đây', en: 'The commune has not published its budget here' },
  none_what: {
    vi: 'Theo Thông tư 343/2016/TT-BTC, dự toán, tình hình thực hiện từng quý và quyết toán đều phải công khai. Bạn có thể hỏi UBND xã hoặc Ban Thanh tra nhân dân.',
    en: 'Plan, execution by quarter and final accounts must be public (Circular 343/2016). You can ask the commune or the People’s Inspection Board.',
  },
  ask: { vi: 'Liên hệ của xã', en: 'Contact of the commune' },
});
