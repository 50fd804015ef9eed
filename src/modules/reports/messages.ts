import { messages } from '../../kernel/i18n.ts';

export const m = messages({
  day_unreadable: {
    vi: 'Không đọc được ngày này. Nhập theo mẫu 05/07/2024.',
    en: 'This day cannot be read. Enter it as 05/07/2024.',
  },
});
