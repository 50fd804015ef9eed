import type { Paragraph } from '../../../kernel/documents/types.ts';
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
      const text = squeeze(withoutMarkdown(squeeze(`${label} ${part}`)));
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

const STARTS_INSIDE_SENTENCE = /^\p{Ll}/u;
const LABELLED = /^(?:\p{Ll}\d?|[ivx]+|\d+)[).]\s/u;
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
 * The lines of the plan without Markdown, blanks and page breaks: a line that begins in lower case after one that
 * does not end a sentence continues it. Each joining is reported as a hint.
 */
export function bodyLines(
  source: readonly Paragraph[] | string,
  file: string,
): { lines: BodyLine[]; hints: Problem[] } {
  const lines: BodyLine[] = [];
  const hints: Problem[] = [];
  let inTitle = false;
  for (const line of rawLines(source)) {
    const last = lines.at(-1);
    inTitle = last?.text === TITLE_WORD || (inTitle && !line.spaced && !ENDS_SENTENCE.test(line.text));
    const continues =
      last !== undefined &&
      STARTS_INSIDE_SENTENCE.test(line.text) &&
      !LABELLED.test(line.text) &&
      !ENDS_SENTENCE.test(last.text) &&
      /\p{Ll}/u.test(last.text);
    if (!continues) {
      lines.push(line);
      continue;
    }
    lines[lines.length - 1] = { ...last, text: `${last.text} ${line.text}` };
    if (inTitle) continue;
    hints.push(
      problem(
        'page_break_healed',
        { file, row: line.line },
        { before: lastWords(last.text), after: firstWords(line.text) },
      ),
    );
  }
  return { lines, hints };
}
