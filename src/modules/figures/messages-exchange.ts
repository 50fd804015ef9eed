import { messages } from '../../kernel/i18n.ts';

export const e = messages({
  title: { vi: 'Tải số liệu', en: 'Download values' },
  lead: {
    vi: 'Số liệu của một kỳ, của các đơn vị bạn được xem, mỗi dòng một số liệu. Tệp tải về nhập lại được, và phần mềm khác đọc được.',
    en: 'The values of one period and of the units you may see, one a row. The file can be imported again, and other programs read it.',
  },
  period: { vi: 'Kỳ báo cáo', en: 'Reporting period' },
  xlsx: { vi: 'Tải về Excel', en: 'Download Excel' },
  csv: { vi: 'Tải về CSV', en: 'Download CSV' },
  json: { vi: 'Tải về JSON', en: 'Download JSON' },
  no_period: {
    vi: 'Chưa có kỳ báo cáo nào bắt đầu.',
    en: 'No reporting period has begun yet.',
  },
});
