import type { GridCell } from '../../../kernel/documents/types.ts';
import type { ProblemCode } from './problem-codes.ts';
import { squeeze } from './wording.ts';

export interface ReadCode {
  readonly code: string;
  /** Something was put right on the way. */
  readonly note?: { readonly problem: ProblemCode; readonly written: string };
}

/** The code that comes after another: "2.9" → "2.10". */
function successor(code: string): string | undefined {
  const match = /^(.*\.)(\d+)$/.exec(code);
  return match ? `${match[1]}${Number(match[2]) + 1}` : undefined;
}

/**
 * Reads the number of a task. Workbooks spoil numbers: "2.10" becomes 2.1 and "1.1" a date; both are put right by
 * what must come next, and reported.
 */
export function readCode(cell: GridCell | undefined, previous: string | undefined): ReadCode {
  const written = squeeze(cell?.text ?? '');
  const value = cell?.value;
  if (typeof value === 'string') {
    const [, month, day] = value.split('-').map(Number);
    return { code: `${day}.${month}`, note: { problem: 'code_is_date', written } };
  }
  const code = written
    .replace(/^(\d+),(?=\d)/, '$1.')
    .replace(/\s+/g, '')
    .replace(/^[-–—•+*(]+|[.):]+$/g, '');
  const expected = previous === undefined ? undefined : successor(previous);
  // A format of two decimals shows 1.2 as "1.20".
  const bare = code.replace(/(\.\d)0$/, '$1');
  if (typeof value === 'number' && bare !== code && Number(bare) === value && expected !== code) {
    const isNext = expected === undefined || expected === bare || /\.1$/.test(bare);
    if (isNext) return { code: bare, note: { problem: 'code_zero_dropped', written } };
  }
  const lostZero =
    typeof value === 'number' && expected !== undefined && expected !== code && expected.endsWith('0');
  if (lostZero && Number(expected) === value) {
    return { code: expected, note: { problem: 'code_zero_restored', written } };
  }
  return { code };
}

/** The number that a table without a column of numbers writes before its tasks: "1.1.a) Tuyên truyền …". */
export function leadingCode(text: string): { code: string; rest: string } | null {
  const match = /^(\d{1,3}(?:\.\d{1,3})*(?:\.\p{Ll})?|\p{Ll})[.)]\s+(\S.*)$/su.exec(text.normalize('NFC'));
  return match ? { code: match[1] ?? '', rest: match[2] ?? '' } : null;
}

/** What a code is made of: the row's own number and the marks of the sections it stands in, outermost first. */
export interface RawCode {
  readonly code: string;
  readonly sections: readonly string[];
}

const LETTER = /^\p{L}\d?$/u;

function qualified(raw: RawCode, depth: number): string {
  const marks = raw.sections.filter((mark) => mark !== '').slice(-Math.max(depth, 1));
  if (depth === 0 || marks.length === 0) return raw.code;
  const nearest = marks.at(-1) ?? '';
  if (raw.code === nearest || raw.code.startsWith(`${nearest}.`)) {
    return [...marks.slice(0, -1), raw.code].join('.');
  }
  return [...marks, raw.code].join('.');
}

/**
 * Codes of a whole table. A letter always takes its section with it ("1.1" and "đ" → "1.1.đ"). Where numbers begin anew
 * in each section, all codes take as many section marks as make them unique.
 */
export function composeCodes(raws: readonly RawCode[]): string[] {
  let best: { codes: string[]; different: number } | undefined;
  for (let depth = 0; depth <= 3; depth++) {
    const codes = raws.map((raw) => qualified(raw, LETTER.test(raw.code) ? Math.max(depth, 1) : depth));
    const different = new Set(codes).size;
    if (!best || different > best.different) best = { codes, different };
    if (different === codes.length) break;
  }
  return best?.codes ?? [];
}
