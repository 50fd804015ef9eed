import { type CalendarDate, dateOf } from '../../../kernel/dates.ts';
import type { BodyLine } from './body-lines.ts';
import { fold, squeeze } from './wording.ts';

/** What stands above the first clause. A draft may lack its number and date. */
export interface PlanHead {
  /** "Nâng cao hiệu quả quản trị … năm 2024", without the word "Kế hoạch". */
  readonly title: string | null;
  /** "KH-UBND", known even while the number is blank. */
  readonly symbol: string | null;
  /** "192/KH-UBND". */
  readonly number: string | null;
  readonly place: string | null;
  readonly date: CalendarDate | null;
  readonly year: number | null;
  readonly issuer: string | null;
  /** Words before the first clause that give the reasons of the plan. */
  readonly preamble: readonly string[];
}

const NUMBER_LINE = /(?:^|\s)Số\s*:\s*(\d*)\s*\/\s*([\p{Lu}Đ][\p{Lu}Đ&-]*)/u;
const DATE_LINE = /^(.*?),?\s*ngày\s*(\d{0,2})[\s.…]*tháng\s*(\d{0,2})[\s.…]*năm\s*(\d{4})$/iu;
const ISSUES =
  /((?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+[^,.;]*?)\s+(?:ban hành|xây dựng)\s+(?:kế hoạch|Kế hoạch)/u;
const LETTERHEAD = /^(?:UBND|(?:ỦY|UỶ) BAN NHÂN DÂN)(?:\s+\p{Lu}|$)/u;
const PREAMBLE = /^(?:căn cứ|thực hiện|nhằm|để|theo|xét|ubnd|ủy ban|uỷ ban|triển khai)\s/iu;

function titleOf(lines: readonly BodyLine[]): { title: string | null; end: number } {
  const start = lines.findIndex((line) => /^(?:DỰ THẢO\s+)?KẾ HOẠCH$/iu.test(line.text));
  if (start < 0) return { title: null, end: 0 };
  const words: string[] = [];
  let end = start + 1;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (!line || PREAMBLE.test(line.text) || /^[-–—_*]+$/.test(line.text) || words.length === 5) break;
    if (words.length > 0 && line.spaced && /[.;:]$/.test(line.text)) break;
    words.push(line.text);
  }
  return { title: words.length > 0 ? squeeze(words.join(' ')) : null, end };
}

/** "ỦY BAN NHÂN DÂN" and the name below it are two lines of one name. */
function letterheadOf(lines: readonly string[]): string | undefined {
  const at = lines.findIndex((text) => LETTERHEAD.test(text));
  const [first, second] = [lines[at], lines[at + 1]];
  if (first === undefined || !/^(?:UBND|(?:ỦY|UỶ) BAN NHÂN DÂN)$/u.test(first)) return first;
  return second !== undefined && second === second.toUpperCase() ? `${first} ${second}` : first;
}

/** Reads the head of a plan from the lines above its first clause. */
export function readHead(lines: readonly BodyLine[]): PlanHead {
  const { title, end } = titleOf(lines);
  const all = lines.map((line) => line.text);
  const numbered = all.map((text) => NUMBER_LINE.exec(text)).find(Boolean);
  const dated = all
    .slice(0, end || undefined)
    .map((text) => DATE_LINE.exec(text))
    .find(Boolean);
  const preamble = all.slice(end).filter((text) => !NUMBER_LINE.test(text) && !DATE_LINE.test(text));
  const issuedBy = preamble.map((text) => ISSUES.exec(text)?.[1]).find(Boolean);
  const letterhead = letterheadOf(all.slice(0, end));
  const titleYear = /năm\s+(\d{4})/iu.exec(title ?? '')?.[1] ?? /nam (\d{4})/.exec(fold(title ?? ''))?.[1];
  const year = Number(titleYear ?? dated?.[4]);
  return {
    title,
    symbol: numbered?.[2] ?? null,
    number: numbered?.[1] ? `${numbered[1]}/${numbered[2]}` : null,
    place: dated?.[1] ? squeeze(dated[1]) : null,
    date:
      dated?.[2] && dated[3] ? (dateOf(Number(dated[4]), Number(dated[3]), Number(dated[2])) ?? null) : null,
    year: Number.isInteger(year) ? year : null,
    issuer: issuedBy ? squeeze(issuedBy) : (letterhead ?? null),
    preamble,
  };
}
