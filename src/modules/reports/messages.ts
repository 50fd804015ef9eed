import { messages } from '../../kernel/i18n.ts';

export const m = messages({
  job_prepare: {
    vi: 'Chuẩn bị báo cáo của các đơn vị sau khi chốt số liệu',
    en: 'Preparing the reports of units after a cut-off',
  },
  day_unreadable: {
    vi: 'Không đọc được ngày này. Nhập theo mẫu 05/07/2024.',
    en: 'This day cannot be read. Enter it as 05/07/2024.',
  },
});
