import { messages } from '../../kernel/i18n.ts';

export const lm = messages({
  title: {
    vi: 'Văn bản dẫn trong kế hoạch không có hiệu lực vào ngày ban hành',
    en: 'Documents cited in the plan that are not in force on its day of issue',
  },
  ended: { vi: '{name} hết hiệu lực từ ngày {date}.', en: '{name} is no longer in force since {date}.' },
  notYet: { vi: '{name} đến ngày {date} mới có hiệu lực.', en: '{name} comes into force only on {date}.' },
  replaced: { vi: 'Văn bản thay thế: {names}.', en: 'Replaced by: {names}.' },
  source: { vi: 'Theo: {source}.', en: 'Source: {source}.' },
  unconfirmed: {
    vi: 'Chưa đối chiếu với bản chính thức.',
    en: 'Not yet compared with the official text.',
  },
  citedIn: { vi: 'Được dẫn tại:', en: 'Cited in:' },
  head: { vi: 'căn cứ', en: 'legal bases' },
  annex: { vi: 'nhiệm vụ {code}', en: 'task {code}' },
});
