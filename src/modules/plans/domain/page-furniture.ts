import { readLabel } from './clause-labels.ts';

const PAGE_NUMBERS: readonly RegExp[] = [
  /^[-–—]\s*(\d{1,3})\s*[-–—]$/u,
  /^(?:trang|page)\s*:?\s*(\d{1,3})(?:\s*(?:\/|của|of)\s*\d{1,3})?$/iu,
];
const BARE_NUMBER = /^(\d{1,3})(?:\s*\/\s*\d{1,3})?$/u;
const RULE = /^[_―—–-]+$/u;
const FOOTNOTE = /^\[\d{1,2}\]\s+\S/u;

/** Letterhead and title stand above; below them a line that says the same on every page is none of the plan's words. */
const HEAD_LINES = 12;
const LEAST_REPEATED = 3;
const LONGEST_HEADER = 90;

/** A bare number is a page's only as long as the numbers grow; "08" at the end of a broken line stays. */
class PageNumbers {
  #last = 0;

  takes(text: string): boolean {
    if (PAGE_NUMBERS.some((pattern) => pattern.test(text))) return true;
    const bare = Number(BARE_NUMBER.exec(text)?.[1] ?? 0);
    if (bare <= this.#last || bare > this.#last + 20) return false;
    this.#last = bare;
    return true;
  }
}

function isHeaderLike(text: string): boolean {
  return (
    text.length <= LONGEST_HEADER &&
    /\p{Lu}{2}/u.test(text) &&
    text === text.toUpperCase() &&
    !/[:.;]$/u.test(text) &&
    readLabel(text) === null
  );
}

function runningHeaders(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const text of texts) if (isHeaderLike(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= LEAST_REPEATED).map(([text]) => text));
}

/**
 * Which lines belong to the pages and not to the plan, as text exported from a page layout has them between the lines
 * of a sentence: page numbers, a header said again on every page, rules and the footnotes below them.
 */
export function furniture(texts: readonly string[]): ReadonlySet<number> {
  const headers = runningHeaders(texts);
  const numbers = new PageNumbers();
  const found = new Set<number>();
  texts.forEach((text, index) => {
    const isHeader = headers.has(text) && index >= HEAD_LINES;
    if (isHeader || RULE.test(text) || FOOTNOTE.test(text) || numbers.takes(text)) found.add(index);
  });
  return found;
}
