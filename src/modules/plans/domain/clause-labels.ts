export type ClauseKind = 'part' | 'section' | 'subsection' | 'letter' | 'dash' | 'number';

export interface Label {
  readonly kind: ClauseKind;
  /** As it counts in a path: "II", "3", "1.2", "đ", "-", "(1)". */
  readonly mark: string;
  /** As it is written: "II.", "1.2.", "đ)", "-". */
  readonly written: string;
  /** The words after the label. */
  readonly rest: string;
}

/** The order of letters in Vietnamese lists: đ follows d; f, j, w and z are not used. */
export const LIST_LETTERS = 'abcdđeghiklmnopqrstuvxy';

const ROMAN = /^(?:PHẦN\s+)?([IVXL]{1,6})\s*[.)/:]\s*(\S.*)$/u;
const SUBSECTION = /^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\)?\s+(\S.*)$/u;
const SECTION = /^(\d{1,2})\s*[.)]\s+(\S.*)$/u;
const SECTION_TIGHT = /^(\d{1,2})\.(\p{Lu}.*)$/u;
const LETTER = /^(\p{Ll}\d?)\s*([.)])\s*(\S.*)$/u;
const NUMBER = /^(\(\d{1,2}\)|\d{1,2}\))\s*(\S.*)$/u;
const DASH = /^([-–—•+*·●])\s*(\S.*)$/u;

function label(kind: ClauseKind, mark: string, text: string, rest: string): Label {
  return { kind, mark, written: text.slice(0, text.length - rest.length).trim(), rest };
}

/** Reads the list label a line begins with; `null` for plain words. */
export function readLabel(text: string): Label | null {
  const roman = ROMAN.exec(text);
  if (roman) return label('part', roman[1] ?? '', text, roman[2] ?? '');
  const sub = SUBSECTION.exec(text);
  if (sub) return label('subsection', sub[1] ?? '', text, sub[2] ?? '');
  const inner = NUMBER.exec(text);
  if (inner) return label('number', `(${(inner[1] ?? '').replace(/[()]/g, '')})`, text, inner[2] ?? '');
  const section = SECTION.exec(text) ?? SECTION_TIGHT.exec(text);
  if (section) return label('section', section[1] ?? '', text, section[2] ?? '');
  const letter = LETTER.exec(text);
  if (letter && LIST_LETTERS.includes(letter[1]?.[0] ?? ' ')) {
    return label('letter', letter[1] ?? '', text, letter[3] ?? '');
  }
  const dash = DASH.exec(text);
  if (dash) return label('dash', dash[1] === '+' ? '+' : '-', text, dash[2] ?? '');
  return null;
}

/** The letter that should follow in a list ("d" → "đ"), or `undefined` at its end. */
export function letterAfter(letter: string | undefined): string | undefined {
  return letter === undefined ? 'a' : LIST_LETTERS[LIST_LETTERS.indexOf(letter) + 1];
}
