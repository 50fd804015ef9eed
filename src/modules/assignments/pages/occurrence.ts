import { formatDate, isCalendarDate } from '../../../kernel/dates.ts';
import { type Lang, say } from '../../../kernel/i18n.ts';
import { m } from '../messages.ts';

const ROMAN = ['I', 'II', 'III', 'IV'];

/** "2024-Q2" as people say it: "quý II/2024"; a case by the day it happened. Empty for work that is done once. */
export function occurrenceName(key: string, lang: Lang): string {
  const [, day = '', nth] = /^(\d{4}-\d{2}-\d{2})(?:\.(\d+))?$/.exec(key) ?? [];
  if (isCalendarDate(day))
    return say(lang, nth === undefined ? m.case_of : m.case_of_nth, { date: formatDate(day), n: nth ?? '' });
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
