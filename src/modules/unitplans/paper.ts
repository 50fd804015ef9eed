import { dayOf, monthOf, yearOf } from '../../kernel/dates.ts';
import type { Block, Paper, PaperRow, TableBlock } from '../../kernel/paper/index.ts';
import { authorityOf, isCommittee, placeOf, signatureOf } from '../../kernel/paper/index.ts';
import { CONTENTS } from '../papi/index.ts';
import type { ContentLine, UnitPlanContent } from './domain/content.ts';

const KIND = 'Kế hoạch';

/** The body above: who asked, where the unit is an office or a body of it. */
export interface PaperPlace {
  /** The committee that the unit belongs to, as it was called; `null` for a committee itself. */
  readonly superior: string | null;
}

function numberOf(content: UnitPlanContent): Paper['number'] {
  const symbol = isCommittee(content.unit.name) ? 'KH-UBND' : 'KH';
  if (content.signed === null) return { number: null, symbol };
  const [digits = '', ...rest] = content.signed.number.split('/');
  return rest.length === 0
    ? { number: digits.trim(), symbol }
    : { number: digits.trim() || null, symbol: rest.join('/').trim() };
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const paragraphs = (text: string): Block[] => lines(text).map((words) => ({ kind: 'paragraph', words }));

function heading(label: string, words: string): Block {
  return { kind: 'clause', level: 'part', label, words, isHeading: true };
}

function basesOf(content: UnitPlanContent): string[] {
  return lines(content.bases)
    .map((line) => line.replace(/[;.\s]+$/u, ''))
    .map((line) => (/^(?:căn cứ|thực hiện|theo|xét)\s/iu.test(line) ? line : `Căn cứ ${line}`));
}

function bodyOf(content: UnitPlanContent): Block[] {
  const own = content.lines.filter((line) => line.taskId === null).length;
  const carried = content.lines.filter((line) => line.taskId !== null && !line.isDeclined).length;
  const counted = own === 0 ? '' : `; ${own} nhiệm vụ do đơn vị bổ sung`;
  return [
    { kind: 'paragraph', words: `${content.unit.name} ban hành ${KIND} như sau:` },
    heading('I.', 'MỤC ĐÍCH, YÊU CẦU'),
    ...paragraphs(content.opening),
    heading('II.', 'NHIỆM VỤ'),
    {
      kind: 'paragraph',
      words: `Thực hiện ${carried} nhiệm vụ được giao${counted} (chi tiết tại Phụ lục kèm theo).`,
    },
    heading('III.', 'TỔ CHỨC THỰC HIỆN'),
    ...paragraphs(content.closing),
  ];
}

/** What stands beside a line: why it is later, or why it is not carried out. */
function noteOf(line: ContentLine): string {
  if (line.isDeclined) return `Không thực hiện: ${line.declineReason}`;
  return line.lateReason === '' ? '' : `Muộn hơn: ${line.lateReason}`;
}

function rowOf(line: ContentLine): PaperRow {
  const done = (text: string): string => (line.isDeclined ? '' : text);
  return [
    { words: line.code },
    { words: line.words },
    { words: done(line.how) },
    { words: done(line.product) },
    { words: done(line.responsible) },
    { words: done(line.dueWords) },
    { words: noteOf(line) },
  ];
}

/** The tasks by contents of the index, each under its name, in the order of the plan. */
function annexOf(content: UnitPlanContent): TableBlock {
  const columns = [
    { width: 6, align: 'center' as const },
    { width: 30 },
    { width: 26 },
    { width: 16 },
    { width: 15 },
    { width: 11, align: 'center' as const },
    { width: 12 },
  ];
  const head = ['TT', 'Nhiệm vụ', 'Cách làm của đơn vị', 'Sản phẩm', 'Phụ trách', 'Thời gian', 'Ghi chú'];
  const groups = [...Map.groupBy(content.lines, (line) => (line.taskId === null ? -1 : line.dimension))];
  const named = (dimension: number): string => {
    if (dimension === -1) return 'Nhiệm vụ do đơn vị bổ sung';
    const name = CONTENTS[dimension]?.vi ?? '';
    return dimension === 0 ? name : `Nội dung ${dimension}: ${name}`;
  };
  return {
    kind: 'table',
    columns,
    header: [head.map((words) => ({ words }))],
    rows: groups.flatMap(([dimension, own]): PaperRow[] => [
      [{ words: named(dimension), colSpan: head.length, bold: true, align: 'left' }],
      ...own.map(rowOf),
    ]),
  };
}

/** A version of a unit plan, or its draft, as a paper of the unit: its tasks stand in a lying annex. */
export function unitPlanPaper(content: UnitPlanContent, { superior }: PaperPlace): Paper {
  const { unit, signed, parent } = content;
  const issuedOn = signed?.issuedOn ?? null;
  const subject = content.title.replace(/^kế hoạch\s+(?=\S)/iu, '');
  return {
    authority: authorityOf(unit.name, superior),
    number: numberOf(content),
    place: placeOf(isCommittee(unit.name) || superior === null ? unit.name : superior),
    date:
      issuedOn === null
        ? { year: yearOf(parent.issuedOn), month: null, day: null }
        : { year: yearOf(issuedOn), month: monthOf(issuedOn), day: dayOf(issuedOn) },
    draft: signed === null,
    heading: { kind: 'titled', name: KIND, subject },
    addressees: [],
    bases: basesOf(content),
    body: bodyOf(content),
    recipients: lines(content.recipients),
    signature: signatureOf(
      signed?.signerTitle ?? (isCommittee(unit.name) ? 'Chủ tịch' : 'Thủ trưởng đơn vị'),
      signed?.signerName ?? null,
      unit.name,
    ),
    annexes:
      content.lines.length === 0
        ? []
        : [
            {
              orientation: 'landscape',
              title: `Nhiệm vụ của ${unit.name}`,
              blocks: [annexOf(content)],
            },
          ],
  };
}
