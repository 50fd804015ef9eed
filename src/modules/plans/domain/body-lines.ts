import type { Paragraph } from '../../../kernel/documents/types.ts';
import { isBareLabel, readLabel } from './clause-labels.ts';
import { furniture } from './page-furniture.ts';
import { type Problem, problem } from './problem-codes.ts';
import { squeeze } from './wording.ts';

/** One paragraph of the plan's words, its computed Word label written out before it. */
export interface BodyLine {
  readonly text: string;
  /** 1-based number of the paragraph or text line it starts on. */
  readonly line: number;
  /** A blank line stands before it. */
  readonly spaced: boolean;
  readonly bold: boolean;
}

/** Ⅰ, Ⅱ … as single characters, which Korean and Japanese keyboards write. */
const ROMAN_SIGN = /^[\u2160-\u216b]/u;

function withoutMarkdown(text: string): string {
  return text
    .replace(/^#{1,6}\s+/, '')
    .replace(/\*\*|__/g, '')
    .replace(/(^|[\s("“])\*(?=\S)/g, '$1')
    .replace(/(\S)\*(?=$|[\s).,;:!?"”])/g, '$1');
}

function rawLines(source: readonly Paragraph[] | string): BodyLine[] {
  const paragraphs =
    typeof source === 'string'
      ? source.split(/\r\n?|\n/).map((text) => ({ text, numbering: '', bold: false }))
      : source;
  const lines: BodyLine[] = [];
  let spaced = true;
  paragraphs.forEach((paragraph, index) => {
    paragraph.text.split('\n').forEach((part, partIndex) => {
      const label = partIndex === 0 ? (paragraph.numbering ?? '') : '';
      const text = squeeze(withoutMarkdown(squeeze(`${label} ${part}`))).replace(ROMAN_SIGN, (sign) =>
        sign.normalize('NFKC'),
      );
      if (text === '') {
        spaced = true;
        return;
      }
      lines.push({ text, line: index + 1, spaced, bold: paragraph.bold });
      spaced = false;
    });
  });
  return lines;
}

/** A text is broken by the width of a page when so many of its longer lines end near the same column. */
const WRAPPED_SHARE = 0.3;
const LEAST_WRAPPED = 20;
const WIDEST_PAGE = 140;
const EDGE = 12;

/** The width at which a text export broke its lines, or `undefined` for text whose lines are paragraphs. */
function wrapWidth(lines: readonly BodyLine[]): number | undefined {
  const long = lines.map((line) => line.text.length).filter((length) => length > 40);
  const width = Math.max(0, ...long);
  const near = long.filter((length) => length >= width - EDGE).length;
  return long.length >= LEAST_WRAPPED && width <= WIDEST_PAGE && near >= long.length * WRAPPED_SHARE
    ? width
    : undefined;
}

/** A break is the page's where the first word of the next line had no room left on this one. */
function hadNoRoom(lastLength: number, text: string, width: number | undefined): boolean {
  if (width === undefined) return false;
  const word = text.split(' ', 1)[0] ?? '';
  return lastLength + 1 + word.length > width;
}

const STARTS_INSIDE_SENTENCE = /^\p{Ll}/u;
/** The lines of a title stand centred one below another: joining those heals nothing. */
const TITLE_WORD = 'KẾ HOẠCH';
const ENDS_SENTENCE = /[.;:!?…/]["”’)\]]*$/u;

/** The last or first few words, for quoting where two pieces were joined. */
function lastWords(text: string): string {
  return text.split(' ').slice(-3).join(' ');
}

function firstWords(text: string): string {
  return text.split(' ').slice(0, 3).join(' ');
}

/**
 * The lines of the plan without Markdown, blanks, page furniture and page breaks: a line that begins in lower case
 * after one that does not end a sentence continues it, and so does a line that was only broken by the page's width.
 * What was joined or left out is reported as hints.
 */
export function bodyLines(
  source: readonly Paragraph[] | string,
  file: string,
): { lines: BodyLine[]; hints: Problem[] } {
  const lines: BodyLine[] = [];
  const hints: Problem[] = [];
  const raw = rawLines(source);
  const left = furniture(raw.map((line) => line.text));
  const kept = raw.filter((_, index) => !left.has(index));
  const width = wrapWidth(kept);
  let inTitle = false;
  let rejoined = 0;
  let lastLength = 0;
  for (const line of kept) {
    const last = lines.at(-1);
    const isLabelled = readLabel(line.text) !== null;
    const wrapped = !isLabelled && hadNoRoom(lastLength, line.text, width);
    lastLength = line.text.length;
    inTitle = last?.text === TITLE_WORD || (inTitle && !line.spaced && !ENDS_SENTENCE.test(line.text));
    const continues =
      last !== undefined &&
      !isLabelled &&
      (wrapped ||
        isBareLabel(last.text) ||
        (STARTS_INSIDE_SENTENCE.test(line.text) &&
          !ENDS_SENTENCE.test(last.text) &&
          /\p{Ll}/u.test(last.text)));
    if (!continues) {
      lines.push(line);
      continue;
    }
    lines[lines.length - 1] = { ...last, text: `${last.text} ${line.text}` };
    if (inTitle || isBareLabel(last.text)) continue;
    if (width !== undefined) {
      rejoined += 1;
      continue;
    }
    hints.push(
      problem(
        'page_break_healed',
        { file, row: line.line },
        { before: lastWords(last.text), after: firstWords(line.text) },
      ),
    );
  }
  if (rejoined > 0) hints.push(problem('lines_rejoined', { file }, { count: rejoined }));
  const [sample] = left;
  if (sample !== undefined) {
    const { text, line } = raw[sample] ?? { text: '', line: null };
    hints.push(problem('furniture_left_out', { file, row: line }, { count: left.size, sample: text }));
  }
  return { lines, hints };
}
