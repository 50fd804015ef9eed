import { messages } from '../../kernel/i18n.ts';
import type { CellWrong } from './domain/read-cell.ts';

/** What is wrong with a value of a cell, for the server's answers and the pages. */
export const wrongWords = messages({
  not_a_number: { vi: 'Cần một số.', en: 'A number is wanted.' },
  negative: { vi: 'Số liệu không thể nhỏ hơn 0.', en: 'The number cannot be less than 0.' },
  not_whole: { vi: 'Cần số nguyên.', en: 'A whole number is wanted.' },
  too_fine: { vi: 'Quá nhiều chữ số sau dấu phẩy.', en: 'Too many digits after the decimal point.' },
  too_large: {
    vi: 'Số quá lớn: tối đa 12 chữ số trước dấu phẩy.',
    en: 'The number is too large: at most 12 digits before the decimal point.',
  },
  above_most: { vi: 'Số lớn hơn mức tối đa.', en: 'The number is above the maximum.' },
  not_a_date: { vi: 'Cần một ngày, như 24/06/2024.', en: 'A date is wanted, such as 24/06/2024.' },
  not_words: { vi: 'Cần ghi nội dung.', en: 'Words are wanted.' },
  too_long: { vi: 'Nội dung dài quá 2.000 ký tự.', en: 'The text is longer than 2,000 characters.' },
  reason_missing: {
    vi: '“Không có số liệu” cần có lý do, ghi sau dấu hai chấm.',
    en: '“No data” needs a reason after the colon.',
  },
  reason_too_long: { vi: 'Lý do dài quá 300 ký tự.', en: 'The reason is longer than 300 characters.' },
} satisfies Record<CellWrong, { vi: string; en: string }>);
