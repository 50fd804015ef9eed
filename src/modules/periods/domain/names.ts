import { formatDate } from '../../../kernel/dates.ts';
import { type Message, messages, say } from '../../../kernel/i18n.ts';
import type { PeriodCode } from './code.ts';

const m = messages({
  month: { vi: 'Tháng {index}/{year}', en: 'Month {index} of {year}' },
  quarter: { vi: 'Quý {index}/{year}', en: 'Quarter {index} of {year}' },
  first_half: { vi: '6 tháng đầu năm {year}', en: 'First half of {year}' },
  second_half: { vi: '6 tháng cuối năm {year}', en: 'Second half of {year}' },
  year: { vi: 'Năm {year}', en: 'Year {year}' },
  window: { vi: 'Từ {from} đến {to}', en: 'From {from} to {to}' },
});

const ROMAN = ['I', 'II', 'III', 'IV'];

function inBoth(
  message: Message,
  params: { vi: Record<string, string>; en: Record<string, string> },
): Message {
  return { vi: say('vi', message, params.vi), en: say('en', message, params.en) };
}

/** "6 tháng đầu năm 2024", "Quý II/2024": what a period is called unless it was given a name. */
export function nameOf(code: PeriodCode): Message {
  if (code.kind === 'window') {
    const days = { from: formatDate(code.fromOn), to: formatDate(code.toOn) };
    return inBoth(m.window, { vi: days, en: days });
  }
  const plain = { index: String(code.index), year: String(code.year) };
  if (code.kind === 'half')
    return inBoth(code.index === 1 ? m.first_half : m.second_half, { vi: plain, en: plain });
  const vi = code.kind === 'quarter' ? { ...plain, index: ROMAN[code.index - 1] ?? '' } : plain;
  return inBoth(m[code.kind], { vi, en: plain });
}
