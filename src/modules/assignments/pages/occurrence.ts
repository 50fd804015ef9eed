import { type Lang, say } from '../../../kernel/i18n.ts';
import { m } from '../messages.ts';

const ROMAN = ['I', 'II', 'III', 'IV'];

/** "2024-Q2" as people say it: "quý II/2024". Empty for work that is done once. */
export function occurrenceName(key: string, lang: Lang): string {
  const [, year = '', kind, number = ''] = /^(\d{4})(?:-([HQMW])(\d+))?$/.exec(key) ?? [];
  if (year === '') return '';
  const index = Number(number);
  switch (kind) {
    case 'H':
      return say(lang, index === 1 ? m.first_half : m.second_half, { year });
    case 'Q':
      return say(lang, m.quarter, { index: ROMAN[index - 1] ?? number, year });
    case 'M':
      return say(lang, m.month, { index: String(index), year });
    case 'W':
      return say(lang, m.week, { index: String(index), year });
    default:
      return say(lang, m.year, { year });
  }
}
