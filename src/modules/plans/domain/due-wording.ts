import { fold } from './wording.ts';

const SPOKEN_MONTHS: Record<string, number> = {
  giêng: 1,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  chạp: 12,
};
const SPOKEN_MONTH =
  /tháng (giêng|một|hai|ba|tư|sáu|bảy|tám|chín|mười một|mười hai|mười|chạp)(?=$|[\s/,;.]*(?:năm\s)?\d|[,;])/giu;

/** What offices shorten, over folded words: "Q2", "T6/2024", "TX", "30/6/24", "06 tháng/lần". */
const SHORT_FORMS: readonly [RegExp, string][] = [
  [/\bq\.? ?(?=(?:iv|i{1,3}|0?[1-4])(?![a-z0-9]))/g, 'quy '],
  [/\bt\.? ?(?=(?:0?[1-9]|1[0-2])(?!\d))/g, 'thang '],
  [/^(?:tx|t\/x)\b\.?/g, 'thuong xuyen'],
  [/\b(qu[yi]) 0(?=[1-4](?!\d))/g, '$1 '],
  [/(?<![\d/.-])0(?=[1-9] thang)/g, ''],
  [
    /(?<!\d)(?<day>\d{1,2})(?<sep>[/.-])(?<month>\d{1,2})\k<sep>(?<year>\d{2})(?![\d/])/g,
    '$<day>$<sep>$<month>$<sep>20$<year>',
  ],
  // "Từ ngày 1 đến ngày 15/7": the month of the second day is that of the first.
  [/^tu (?:ngay )?(\d{1,2}) ?(?:-|den(?: het)?) ?(?:ngay )?(\d{1,2})\/(\d{1,2})\b/g, 'tu $1/$3 den $2/$3'],
  [/^((?:thang|quy|qui) .+) (?:hang|moi) nam$/g, '$1'],
  [/^hang (?=\d)/g, ''],
  [/\bhang hang\b/g, 'hang'],
];

/** The words of a due folded and written out, as the readers of `due-phrases.ts` know them. */
export function writtenOut(words: string): string {
  // Before folding: without diacritics "tháng sáu" is also "the month after".
  const months = words
    .normalize('NFC')
    .replace(
      SPOKEN_MONTH,
      (whole, name: string) => whole.slice(0, 6) + (SPOKEN_MONTHS[name.toLowerCase()] ?? name),
    );
  return SHORT_FORMS.reduce((text, [pattern, long]) => text.replace(pattern, long), fold(months));
}
