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
/** Word counts a list with the English letters. */
const ENGLISH_LETTERS = 'abcdefghijklmnopqrstuvwxyz';

const ORDINALS: Record<string, string> = {
  nhất: 'I',
  hai: 'II',
  ba: 'III',
  tư: 'IV',
  bốn: 'IV',
  năm: 'V',
  sáu: 'VI',
  bảy: 'VII',
  tám: 'VIII',
};
const ORDINAL_PART = /^phần\s+(?:thứ\s+)?(nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám)(?:\s*[.):/–-])?\s+(\S.*)$/iu;
const NAMED_PART = /^(?:phần|mục)\s+([IVXL]{1,6})(?:\s*[.):/–-])?\s+(\S.*)$/iu;
/** "V/v" is no part, and "X-quang" none either. */
const ROMAN = /^([IVXL]{1,6})\s*(?:[.):]|\/(?!\p{Ll})|[-–](?=\s|\p{Lu}))\s*(\S.*)$/u;
/** Without a point only before a heading in capitals. */
const BARE_ROMAN = /^([IVX]{1,5})\s+(\p{Lu}{2}[^\p{Ll}]{4,})$/u;
const SUBSECTION =
  /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:\s*[.):/]\s*(?=[\p{L}“"])|\s*[-–]\s+(?=[\p{L}“"])|\.?\)?\s+(?!\p{Ll}))(\S.*)$/u;
const SECTION = /^(?:mục\s+)?(\d{1,2})\s*[.):]\s+(\S.*)$/iu;
const SECTION_TIGHT = /^(?:mục\s+)?(\d{1,2})(?:\.|\s*\/\s*|\s*[-–]\s+)(\p{Lu}.*)$/iu;
const LETTER = /^(\p{Ll}\d?)\s*(?:[.)]|\/(?=\s|\p{Lu})|[-–](?=\s|\p{Lu}))\s*(\S.*)$/u;
const LETTER_IN_BRACKETS = /^\((\p{Ll})\)\s*(\S.*)$/u;
const CAPITAL_LETTER = /^(\p{Lu})\)\s*(\S.*)$/u;
const NUMBER = /^(\(\d{1,2}\)|\d{1,2}\))\s*(\S.*)$/u;
/** Text exports keep the private characters of Word's bullet fonts. */
const DASH = /^([-–—−•+*·●○▪■◦‣⁃➢✓\uf020-\uf0ff])\s*(\S.*)$/u;

function label(kind: ClauseKind, mark: string, text: string, rest: string): Label {
  return { kind, mark, written: text.slice(0, text.length - rest.length).trim(), rest };
}

function readPart(text: string): Label | null {
  const ordinal = ORDINAL_PART.exec(text);
  const mark = ORDINALS[ordinal?.[1]?.toLowerCase() ?? ''];
  if (ordinal && mark) return label('part', mark, text, ordinal[2] ?? '');
  const roman = NAMED_PART.exec(text) ?? ROMAN.exec(text) ?? BARE_ROMAN.exec(text);
  return roman ? label('part', (roman[1] ?? '').toUpperCase(), text, roman[2] ?? '') : null;
}

function readLetter(text: string): Label | null {
  const match = LETTER.exec(text) ?? LETTER_IN_BRACKETS.exec(text) ?? CAPITAL_LETTER.exec(text);
  const mark = match?.[1]?.toLowerCase() ?? '';
  const isListed = LIST_LETTERS.includes(mark[0] ?? ' ') || ENGLISH_LETTERS.includes(mark[0] ?? ' ');
  return match && isListed ? label('letter', mark, text, match[2] ?? '') : null;
}

/** Reads the list label a line begins with; `null` for plain words. */
export function readLabel(text: string): Label | null {
  const part = readPart(text);
  if (part) return part;
  const sub = SUBSECTION.exec(text);
  if (sub) return label('subsection', sub[1] ?? '', text, sub[2] ?? '');
  const inner = NUMBER.exec(text);
  if (inner) return label('number', `(${(inner[1] ?? '').replace(/[()]/g, '')})`, text, inner[2] ?? '');
  const section = SECTION.exec(text) ?? SECTION_TIGHT.exec(text);
  if (section) return label('section', section[1] ?? '', text, section[2] ?? '');
  const letter = readLetter(text);
  if (letter) return letter;
  const dash = DASH.exec(text);
  if (dash) return label('dash', dash[1] === '+' ? '+' : '-', text, dash[2] ?? '');
  return null;
}

/** A line that is a label alone, its words on the next line: "PHẦN I", "Phần thứ hai", "II.", "1.2.", "a)". */
export function isBareLabel(text: string): boolean {
  return /^(?:phần\s+(?:thứ\s+)?(?:[IVXL]{1,6}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám)[.:]?|[IVX]{1,5}[.)]|\d{1,2}(?:\.\d{1,2})*[.)]|\p{Ll}\))$/iu.test(
    text,
  );
}

/** Letters that may follow in a list: "đ" or, as Word counts, "e" after "d". */
export function lettersAfter(letter: string | undefined): readonly string[] {
  const next = (letters: string) =>
    letter === undefined ? 'a' : letters.includes(letter) ? letters[letters.indexOf(letter) + 1] : undefined;
  return [next(LIST_LETTERS), next(ENGLISH_LETTERS)].filter((found) => found !== undefined);
}
