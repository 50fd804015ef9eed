import type { Message } from '../../../kernel/i18n.ts';
import { knownEdition, TOTAL } from './editions.ts';

/** From this year on, these codes are not comparable with the years before. */
export interface SeriesBreak {
  readonly year: number;
  /** Parts concerned, or `null` for all of them. */
  readonly parts: readonly string[] | null;
  readonly why: Message;
}

/** Breaks recovered from the published tables, earliest first. */
export const BREAKS: readonly SeriesBreak[] = [
  {
    year: 2018,
    parts: null,
    why: {
      vi: 'Năm 2018 bộ chỉ số có tám nội dung thay cho sáu nội dung.',
      en: 'In 2018 eight contents took the place of six.',
    },
  },
  {
    year: 2019,
    parts: ['7.1', '8.1', '8.2'],
    why: {
      vi: 'Năm 2019 nội dung 8 có thêm nội dung thành phần 8.3; 7.1, 8.1 và 8.2 đổi cách tính.',
      en: 'In 2019 content 8 gained part 8.3; 7.1, 8.1 and 8.2 were computed in another way.',
    },
  },
  {
    year: 2020,
    parts: ['8.3'],
    why: { vi: 'Năm 2020 đổi cách tính 8.3.', en: 'In 2020 part 8.3 was computed in another way.' },
  },
  {
    year: 2021,
    parts: ['3.2', '3.3', '5.1', '5.2', '5.3', '5.4', '6.4'],
    why: {
      vi: 'Năm 2021 bỏ 5.2, đổi thang của nội dung 5 và cách tính 3.2, 3.3, 6.4.',
      en: 'In 2021 part 5.2 ended, content 5 got another scale, and 3.2, 3.3 and 6.4 another rule.',
    },
  },
];

/** Part "3.2", indicator "3.2.1", dimension "D3" and the total are all touched by a break in 3.2. */
function isTouched(code: string, parts: readonly string[] | null): boolean {
  if (parts === null || code === TOTAL) return true;
  if (code.startsWith('D')) return parts.some((part) => part.startsWith(`${code.slice(1)}.`));
  return parts.some((part) => code === part || code.startsWith(`${part}.`));
}

/** The breaks of a code's series over the years from–to (both included), earliest first. */
export function breaksOf(code: string, from: number, to: number): SeriesBreak[] {
  return BREAKS.filter((one) => from < one.year && one.year <= to && isTouched(code, one.parts));
}

function holds(year: number, code: string): boolean {
  const edition = knownEdition(year);
  if (!edition) return false;
  if (code === TOTAL || edition.parts.has(code) || edition.indicators.has(code)) return true;
  return edition.dimensions.some((dimension) => dimension.code === code);
}

/** Whether a part, indicator, dimension or the total means the same in both years; never for years not known. */
export function isComparable(code: string, yearA: number, yearB: number): boolean {
  const [from, to] = yearA <= yearB ? [yearA, yearB] : [yearB, yearA];
  return holds(from, code) && holds(to, code) && breaksOf(code, from, to).length === 0;
}
