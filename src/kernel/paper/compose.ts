import { FACES, type FaceName, RULES } from './layout.ts';
import type { Annex, Block, PageForm, Paper, PaperRow, Run, Words } from './model.ts';

export interface ComposedAnnex {
  /** "Phụ lục", or "Phụ lục II" where there are several. */
  readonly word: string;
  readonly title: string;
  /** "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2024 của …)". */
  readonly reference: string;
  /** mm. */
  readonly rule: number;
  readonly orientation: Annex['orientation'];
  readonly blocks: readonly Block[];
}

/** The lines of a paper as they stand on the page, the same for every rendering. Rules are mm long. */
export interface Composed {
  /** What programs show as the name of the document. */
  readonly documentTitle: string;
  readonly page: PageForm;
  readonly head: {
    readonly superior: string | null;
    readonly authority: string;
    readonly authorityRule: number;
    readonly number: string;
    /** "V/v …", of a letter. */
    readonly letterSubject: string | null;
    /** In frames under the number: that it is a draft, that it is urgent. */
    readonly marks: readonly string[];
    readonly nation: string;
    readonly motto: string;
    readonly mottoRule: number;
    readonly placeAndDate: string;
  };
  readonly title: { readonly kindName: string; readonly subject: string; readonly rule: number } | null;
  readonly addressees: { readonly one: string | null; readonly list: readonly string[] };
  readonly bases: readonly Words[];
  readonly body: readonly Block[];
  readonly recipients: readonly string[];
  readonly signature: { readonly lines: readonly string[]; readonly name: string };
  readonly annexes: readonly ComposedAnnex[];
  /** Said at the top right of every page after the first. */
  readonly pageMark: string | null;
}

const NATION = 'Cộng hòa xã hội chủ nghĩa Việt Nam';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
const DRAFT = 'Dự thảo';
const ADDRESSEES = 'Kính gửi:';
export const RECIPIENTS = 'Nơi nhận:';
/** Room for a hand to write in; not broken over lines, nor taken together by a program. */
const GAP = '\u00a0'.repeat(6);

/** What no font draws and no XML may hold. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/g;

function printable(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNPRINTABLE, '');
}

function printableWords(words: Words): Words {
  return typeof words === 'string'
    ? printable(words)
    : words.map((run) => ({ ...run, text: printable(run.text) }));
}

function printableRow(row: PaperRow): PaperRow {
  return row.map((cell) => ({ ...cell, words: printableWords(cell.words) }));
}

function printableBlock(block: Block): Block {
  if (block.kind === 'table')
    return { ...block, header: block.header.map(printableRow), rows: block.rows.map(printableRow) };
  const words = printableWords(block.words);
  if (block.kind === 'code')
    return { ...block, words, content: printable(block.content), label: printable(block.label) };
  return block.kind === 'clause' ? { ...block, label: printable(block.label), words } : { ...block, words };
}

/** Decree II.3, II.4: a number below ten, a day below ten and the months 1 and 2 have a zero before them. */
function twoDigits(number: number | string): string {
  return String(number).padStart(2, '0');
}

function numberOf({ number: { number, symbol } }: Paper): string {
  const digits = number !== null && /^\d$/.test(number) ? twoDigits(number) : (number ?? GAP);
  return `${digits}/${symbol}`;
}

function dateOf({ date: { day, month, year } }: Paper): string {
  const monthWord = month === null ? GAP : month < 3 ? twoDigits(month) : String(month);
  return `ngày ${day === null ? GAP : twoDigits(day)} tháng ${monthWord} năm ${year}`;
}

function capitals(text: string, face: FaceName): string {
  return FACES[face].capitals ? text.toLocaleUpperCase('vi') : text;
}

/** "KẾ HOẠCH" as it is written inside a sentence. */
function sentenceCase(text: string): string {
  const lower = text.toLocaleLowerCase('vi');
  return lower.charAt(0).toLocaleUpperCase('vi') + lower.slice(1);
}

const MM_A_POINT = 25.4 / 72;
/** Mean widths of Times bold in shares of its size; near enough to choose the length of a rule. */
function textWidth(text: string, points: number): number {
  let ems = 0;
  for (const letter of text) {
    if (letter === ' ' || letter === '\u00a0') ems += 0.25;
    else if (letter !== letter.toLowerCase()) ems += 0.72;
    else ems += letter === letter.toUpperCase() ? 0.42 : 0.5;
  }
  return ems * points * MM_A_POINT;
}

/** A rule under words of several lines of at most `room` mm: as long as the share of the longest. */
function ruleUnder(words: string, face: FaceName, share: number, room: number): number {
  const longest = Math.max(...words.split('\n').map((line) => textWidth(line, FACES[face].size.value)));
  return Math.round(Math.min(longest, room) * share * 10) / 10;
}

/** Centred words on lines of about the same length, broken before a word that begins small: names stay whole. */
function balanced(text: string, face: FaceName, room: number): string {
  const { size } = FACES[face];
  const width = (part: string) => textWidth(capitals(part, face), size.value);
  const whole = width(text);
  if (text.includes('\n') || whole <= room) return text;
  const aim = whole / Math.ceil(whole / room);
  const breaks = [...text.matchAll(/ (?=\p{Ll})/gu)].map(({ index }) => index);
  const nearest = breaks.toSorted(
    (one, other) => Math.abs(width(text.slice(0, one)) - aim) - Math.abs(width(text.slice(0, other)) - aim),
  )[0];
  if (nearest === undefined) return text;
  return `${text.slice(0, nearest)}\n${balanced(text.slice(nearest + 1), face, room)}`;
}

const ROMAN: readonly [number, string][] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  const step = ROMAN.find(([value]) => value <= number);
  return step === undefined ? '' : step[1] + roman(number - step[0]);
}

function ended(words: Words, end: string): Words {
  if (typeof words === 'string') return words + end;
  const last = words.at(-1);
  return last ? [...words.slice(0, -1), { ...last, text: last.text + end } satisfies Run] : end;
}

/** One a line, a semicolon after each and a point after the last (II.6.b, II.9). */
function listed<Line extends Words>(lines: readonly Line[], end: (line: Line, mark: string) => Line): Line[] {
  return lines.map((line, index) => end(line, index === lines.length - 1 ? '.' : ';'));
}

const dashed = (line: string, mark: string): string => `- ${line}${mark}`;
/** mm that centred lines may take. */
const SUBJECT_ROOM = 160;
const LYING_ROOM = 215;
const AUTHORITY_ROOM = 62;

function annexesOf(paper: Paper): ComposedAnnex[] {
  const { heading, authority } = paper;
  const kind = heading.kind === 'letter' ? 'Công văn' : sentenceCase(heading.name);
  const issuer = authority.name.replaceAll('\n', ' ');
  return paper.annexes.map((annex, index) => {
    const room = annex.orientation === 'landscape' ? LYING_ROOM : SUBJECT_ROOM;
    const title = capitals(balanced(printable(annex.title), 'annexTitle', room), 'annexTitle');
    return {
      word: paper.annexes.length === 1 ? 'Phụ lục' : `Phụ lục ${roman(index + 1)}`,
      title,
      reference: printable(`(Kèm theo ${kind} số ${numberOf(paper)} ${dateOf(paper)} của ${issuer})`),
      rule: ruleUnder(title, 'annexTitle', RULES.short.value, room),
      orientation: annex.orientation,
      blocks: annex.blocks.map(printableBlock),
    };
  });
}

const pageOf = ({ page }: Paper): PageForm => page ?? { size: 'a4', orientation: 'portrait' };

function titleOf(paper: Paper): Composed['title'] {
  const { heading } = paper;
  if (heading.kind === 'letter') return null;
  const room = pageOf(paper).orientation === 'landscape' ? LYING_ROOM : SUBJECT_ROOM;
  const subject = balanced(printable(heading.subject), 'subject', room);
  return {
    kindName: capitals(printable(heading.name), 'kindName'),
    subject,
    rule: ruleUnder(subject, 'subject', RULES.short.value, room),
  };
}

function addresseesOf(paper: Paper): Composed['addressees'] {
  const [first, ...others] = paper.addressees.map(printable);
  if (first === undefined) return { one: null, list: [] };
  if (others.length === 0) return { one: `${ADDRESSEES} ${first}`, list: [] };
  return { one: ADDRESSEES, list: listed([first, ...others], dashed) };
}

function headOf(paper: Paper): Composed['head'] {
  const authority = capitals(printable(paper.authority.name), 'authority');
  const superior = paper.authority.superior;
  const { heading } = paper;
  return {
    superior: superior === null ? null : capitals(printable(superior), 'superior'),
    authority,
    authorityRule: ruleUnder(authority, 'authority', RULES.short.value, AUTHORITY_ROOM),
    number: printable(`Số: ${numberOf(paper)}`),
    letterSubject: heading.kind === 'letter' ? printable(`V/v ${heading.subject}`) : null,
    marks: [...(paper.draft ? [capitals(DRAFT, 'urgency')] : []), ...(paper.urgency ? [paper.urgency] : [])],
    nation: capitals(NATION, 'nation'),
    motto: MOTTO,
    mottoRule: ruleUnder(MOTTO, 'motto', RULES.motto.value, SUBJECT_ROOM),
    placeAndDate: printable(`${paper.place}, ${dateOf(paper)}`),
  };
}

/** Puts a paper into the lines that stand on its pages. Nothing in it is lost but what cannot be printed. */
export function compose(paper: Paper): Composed {
  const { heading, signature } = paper;
  const subject = heading.kind === 'letter' ? `V/v ${heading.subject}` : heading.subject;
  const kind = heading.kind === 'letter' ? 'Công văn' : sentenceCase(heading.name);
  return {
    documentTitle: printable(`${kind} ${subject}`.replaceAll('\n', ' ')),
    page: pageOf(paper),
    head: headOf(paper),
    title: titleOf(paper),
    addressees: addresseesOf(paper),
    bases: listed(paper.bases.map(printableWords), ended),
    body: paper.body.map(printableBlock),
    recipients: listed(paper.recipients.map(printable), dashed),
    signature: {
      lines: [...signature.signedFor.map(({ capacity, of }) => `${capacity} ${of}`), signature.title].map(
        (line) => capitals(printable(line), 'signedFor'),
      ),
      name: printable(signature.name ?? ''),
    },
    annexes: annexesOf(paper),
    pageMark: paper.draft ? DRAFT : null,
  };
}
