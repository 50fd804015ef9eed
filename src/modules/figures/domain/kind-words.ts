import { messages } from '../../../kernel/i18n.ts';
import type { NumberKind } from './figure.ts';

/** What is entered for a figure of each kind. */
export const kindWords = messages({
  count: { vi: 'số đếm', en: 'a count' },
  amount: { vi: 'số lượng có phần thập phân', en: 'an amount with decimals' },
  rate: { vi: 'tỷ lệ gồm tử số và mẫu số', en: 'a rate of numerator and denominator' },
  date: { vi: 'ngày', en: 'a date' },
  text: { vi: 'nội dung bằng chữ', en: 'words' },
} satisfies Record<NumberKind, { vi: string; en: string }>);
