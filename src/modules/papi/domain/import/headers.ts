import { TOTAL } from '../editions.ts';
import { codeIn } from '../numbers.ts';
import { folded } from './places.ts';

/** What a column (or row) of numbers holds of its code. */
export type Role = 'value' | 'standardError' | 'low' | 'high';

const STANDARD_ERROR = /\b(?:se|std err|std error|standard error|sai so chuan|sai so tieu chuan)\b/;
const LOW = /\b(?:ci low|low|lower|lb|can duoi|gioi han duoi)\b/;
const HIGH = /\b(?:ci high|high|upper|ub|can tren|gioi han tren)\b/;
const DIMENSION =
  /^(?:(?:chi so )?(?:noi dung|truc noi dung|truc)|content|dimension|dim|d)(?: so)? ?([1-8])(?: |$)/;
const BARE_DIMENSION = /^\s*([1-8])\s*[.:)]\s*\p{L}/u;
const WEIGHTED = /\b(?:weighted|(?<!khong )co trong so)\b/;
const TOTAL_WORDS =
  /^(?:total|tong|tong diem|diem tong|tong so|tong diem papi|chi so papi|papi|papi score|papi total|unweighted papi(?: score)?|diem papi|chi so tong hop)\b/;

/**
 * The code a heading means, by its number and never by its label: the publisher's workbooks of 2011–2017 print names of 2018 above
 * older contents. `null` for a heading without a code, such as the weighted total, which is no sum.
 */
export function codeOfHeading(text: string): string | null {
  const part = codeIn(text.slice(0, 40));
  if (part !== null) return part;
  const name = folded(text);
  const dimension = DIMENSION.exec(name)?.[1] ?? BARE_DIMENSION.exec(text)?.[1];
  if (dimension !== undefined) return `D${dimension}`;
  if (WEIGHTED.test(name)) return null;
  return TOTAL_WORDS.test(name) ? TOTAL : null;
}

const SCALE = /^\D{0,12}\d+(?:[.,]\d+)?\s*%?\s*[-–]\s*\d+(?:[.,]\d+)?\s*(?:%|điểm|points?)?\s*$/i;

/**
 * The code of a line of numbers from its headings, the nearest first. A part may be named by any of them; a content or the total only by
 * the nearest, for what stands above may head a whole group or be the title of the sheet. "Tổng" within a content is that content.
 */
export function codeOfHeadings(texts: readonly string[]): string | null {
  const headings = texts.filter((text) => !SCALE.test(text));
  const [nearest] = headings;
  if (nearest === undefined) return null;
  const own = codeOfHeading(nearest);
  if (own === TOTAL) {
    const above = headings.slice(1).map(codeOfHeading);
    return above.find((code) => code?.startsWith('D')) ?? TOTAL;
  }
  if (own !== null) return own;
  if (WEIGHTED.test(folded(nearest))) return null;
  return (
    headings
      .slice(1)
      .map((text) => codeIn(text.slice(0, 40)))
      .find((code) => code !== null) ?? null
  );
}

/** Whether a heading speaks of the standard error or an end of the interval. */
export function roleOfHeading(text: string): Role | null {
  const name = folded(text.replace(/[_-]/g, ' '));
  if (name.length > 60) return null;
  if (STANDARD_ERROR.test(name)) return 'standardError';
  if (LOW.test(name)) return 'low';
  return HIGH.test(name) ? 'high' : null;
}

/** Columns of a list with one value a row. */
export type ListColumn =
  | 'year'
  | 'place'
  | 'placeName'
  | 'level'
  | 'dimension'
  | 'part'
  | 'indicator'
  | 'code'
  | Role;

const LIST_NAMES: Readonly<Record<ListColumn, readonly string[]>> = {
  year: ['year', 'nam'],
  place: [
    'province code',
    'place',
    'place code',
    'ma tinh',
    'ma dia phuong',
    'ma don vi',
    'ma',
    'tinh id',
    'province id',
  ],
  placeName: [
    'province',
    'tinh',
    'dia phuong',
    'don vi',
    'ten',
    'ten tinh',
    'ten don vi',
    'ten dia phuong',
    'name',
    'tinh thanh pho',
    'tinh thanh',
  ],
  level: ['level', 'cap'],
  dimension: ['dimension', 'noi dung'],
  part: ['part', 'sub dimension', 'subdimension', 'noi dung thanh phan'],
  indicator: ['indicator', 'indicator code', 'chi tieu', 'ma chi tieu'],
  code: ['code', 'ma so'],
  value: ['value', 'gia tri', 'diem', 'score'],
  standardError: ['se', 'standard error', 'std err', 'sai so chuan'],
  low: ['low', 'lower', 'ci low', 'can duoi'],
  high: ['high', 'upper', 'ci high', 'can tren'],
};

/** The column of a list that a heading names, or `null`. */
export function listColumn(text: string): ListColumn | null {
  const name = folded(text);
  for (const [column, names] of Object.entries(LIST_NAMES) as [ListColumn, readonly string[]][]) {
    if (names.includes(name)) return column;
  }
  return null;
}

/** A year of the index named in a text: "PAPI 2018", "Sheet_2018_VN"; `null` when there is none, or several. */
export function yearIn(text: string): number | null {
  const years = new Set([...text.matchAll(/(?<!\d)(20[0-4]\d)(?!\d)/g)].map((match) => Number(match[1])));
  const [only, other] = years;
  return only !== undefined && other === undefined ? only : null;
}
