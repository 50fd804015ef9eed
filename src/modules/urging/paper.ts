import { type CalendarDate, dayOf, monthOf, yearOf } from '../../kernel/dates.ts';
import type { Block, Paper, PaperCell, PaperRow } from '../../kernel/paper/index.ts';
import { authorityOf, isCommittee, placeOf, signatureOf } from '../../kernel/paper/index.ts';
import type { Asks } from './domain/candidate.ts';

export interface LetterItem {
  readonly words: string;
  /** Where it stands in its plan, and for which period. */
  readonly place: string;
  readonly asks: Asks;
  /** Who reported, where an answer is asked for. */
  readonly doer: string;
  readonly dueOn: CalendarDate | null;
  /** How it stood when it was urged: "quá hạn". */
  readonly state: string;
  readonly isOverdue: boolean;
}

/** What a letter is made of; it is always in Vietnamese. */
export interface LetterPieces {
  readonly sender: { readonly name: string; readonly superior: string | null };
  readonly number: string | null;
  readonly symbol: string;
  readonly sentOn: CalendarDate;
  /** `null` leaves the day to be written in. */
  readonly signedOn: CalendarDate | null;
  readonly signer: { readonly title: string; readonly name: string | null };
  readonly subject: string;
  readonly words: string;
  readonly answerBy: CalendarDate;
  /** To a body outside the executive, or several. */
  readonly isRequest: boolean;
  /** "Kế hoạch số 15/KH-UBND ngày 22/01/2024 của UBND huyện Ân Thi về …", one for each plan. */
  readonly plans: readonly string[];
  readonly units: readonly { readonly name: string; readonly items: readonly LetterItem[] }[];
}

const REQUEST_SUBJECT = 'đề nghị quan tâm, phối hợp thực hiện một số nội dung';
/** More addressees than this are named by the list that goes with the letter. */
const NAMED_ADDRESSEES = 6;

/** `24/6/2024`, as a letter writes a day inside a sentence: a zero before days below 10 and the months 1 and 2 alone. */
export function letterDay(day: CalendarDate): string {
  const month = monthOf(day);
  return `${day.slice(8, 10)}/${month < 3 ? `0${month}` : month}/${yearOf(day)}`;
}

const paragraph = (words: string): Block => ({ kind: 'paragraph', words });

/** The urging letter (công văn) of a round, to one unit or to several with all their lists. */
export function urgingLetter(pieces: LetterPieces): Paper {
  const { sender, signedOn, sentOn, units, isRequest } = pieces;
  const names = units.map((unit) => unit.name);
  return {
    authority: authorityOf(sender.name, sender.superior),
    number: { number: pieces.number, symbol: pieces.symbol },
    place: placeOf(sender.superior ?? sender.name),
    date:
      signedOn === null
        ? { year: yearOf(sentOn), month: monthOf(sentOn), day: null }
        : { year: yearOf(signedOn), month: monthOf(signedOn), day: dayOf(signedOn) },
    draft: false,
    heading: { kind: 'letter', subject: isRequest ? REQUEST_SUBJECT : pieces.subject },
    addressees: names.length > NAMED_ADDRESSEES ? ['Các đơn vị có tên trong danh mục kèm theo'] : names,
    bases: [],
    body: isRequest ? requestBody(pieces) : urgingBody(pieces),
    recipients: [
      'Như trên',
      ...(sender.superior === null ? [] : [`${sender.superior} (để báo cáo)`]),
      'Lưu: VT',
    ],
    signature: signatureOf(pieces.signer.title, pieces.signer.name, sender.name),
    annexes: [
      {
        orientation: 'landscape',
        title: isRequest ? 'Danh mục nội dung đề nghị' : 'Danh mục phần việc cần đôn đốc',
        blocks: [listOf(pieces)],
      },
    ],
  };
}

function following({ plans }: LetterPieces): string {
  return plans.length === 0 ? '' : `Thực hiện ${plans.join('; ')}, `;
}

/** Begins a sentence with a capital where nothing stands before it. */
function sentence(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}

function saidBy(words: string): Block[] {
  return words
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map(paragraph);
}

/** "còn 5 phần việc chưa hoàn thành, trong đó 3 phần việc đã quá hạn". */
function stillOpen(all: number, overdue: number): string {
  if (overdue === all) return `còn ${all} phần việc đã quá hạn chưa hoàn thành`;
  const late = overdue === 0 ? '' : `, trong đó ${overdue} phần việc đã quá hạn`;
  return `còn ${all} phần việc chưa hoàn thành${late}`;
}

function urgingBody(pieces: LetterPieces): Block[] {
  const { units, sender, sentOn, answerBy, words } = pieces;
  const items = units.flatMap((unit) => unit.items);
  const toDo = items.filter((item) => item.asks === 'do');
  const overdue = toDo.filter((item) => item.isOverdue).length;
  const toAnswer = items.length - toDo.length;
  const who = units.length === 1 ? (units[0]?.name ?? '') : `${units.length} đơn vị`;
  const found = [
    ...(toDo.length > 0 ? [stillOpen(toDo.length, overdue)] : []),
    ...(toAnswer > 0 ? [`có ${toAnswer} kết quả đã được báo nhưng chưa xác nhận đúng thời hạn`] : []),
  ].join('; ');
  const asks = isCommittee(sender.name) ? 'yêu cầu' : 'đề nghị';
  const whom = units.length === 1 ? who : 'các đơn vị có tên trong danh mục';
  const report = sender.superior === null ? '' : ` để tổng hợp, báo cáo ${sender.superior}`;
  return [
    paragraph(
      sentence(
        `${following(pieces)}qua theo dõi tiến độ đến hết ngày ${letterDay(sentOn)}, ${sender.name} nhận thấy ${who} ${found} (có danh mục kèm theo).`,
      ),
    ),
    ...saidBy(words),
    paragraph(
      `${sender.name} ${asks} ${whom} báo cáo kết quả thực hiện hoặc giải trình, gửi về ${sender.name} chậm nhất ngày ${letterDay(answerBy)}${report}./.`,
    ),
  ];
}

function requestBody(pieces: LetterPieces): Block[] {
  const { units, sender, answerBy, words } = pieces;
  const count = units.reduce((sum, unit) => sum + unit.items.length, 0);
  const whom = units.length === 1 ? (units[0]?.name ?? '') : 'quý cơ quan';
  return [
    paragraph(
      sentence(
        `${following(pieces)}${sender.name} trân trọng đề nghị ${whom} quan tâm, phối hợp thực hiện ${count} nội dung trong danh mục kèm theo.`,
      ),
    ),
    ...saidBy(words),
    paragraph(
      `Rất mong nhận được kết quả hoặc ý kiến của quý cơ quan trước hết ngày ${letterDay(answerBy)}. Trân trọng./.`,
    ),
  ];
}

const cell = (words: string, more: Partial<PaperCell> = {}): PaperCell => ({ words, ...more });

function listOf({ units, isRequest }: LetterPieces): Block {
  const header = isRequest
    ? ['TT', 'Nội dung', 'Mục trong kế hoạch', 'Thời gian']
    : ['TT', 'Nhiệm vụ', 'Mục trong kế hoạch', 'Thời hạn', 'Tình trạng', 'Yêu cầu'];
  const rows: PaperRow[] = [];
  for (const [index, unit] of units.entries()) {
    if (units.length > 1)
      rows.push([cell(`${index + 1}. ${unit.name}`, { colSpan: header.length, bold: true, align: 'left' })]);
    for (const [place, item] of unit.items.entries()) {
      const asked = item.asks === 'do' ? 'Thực hiện' : `Xác nhận kết quả của ${item.doer}`;
      rows.push([
        cell(String(place + 1)),
        cell(item.words),
        cell(item.place),
        cell(item.dueOn === null ? '' : letterDay(item.dueOn)),
        ...(isRequest ? [] : [cell(sentence(item.state)), cell(asked)]),
      ]);
    }
  }
  return {
    kind: 'table',
    columns: isRequest
      ? [{ width: 6, align: 'center' }, { width: 62 }, { width: 18 }, { width: 14, align: 'center' }]
      : [
          { width: 5, align: 'center' },
          { width: 45 },
          { width: 14 },
          { width: 11, align: 'center' },
          { width: 11, align: 'center' },
          { width: 14 },
        ],
    header: [header.map((words) => cell(words))],
    rows,
  };
}
