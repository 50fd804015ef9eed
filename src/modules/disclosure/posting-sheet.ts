import type { CalendarDate } from '../../kernel/dates.ts';
import { formatDate, isCalendarDate } from '../../kernel/dates.ts';
import { formatNumber } from '../../kernel/i18n.ts';
import {
  authorityOf,
  type Block,
  isCommittee,
  type PageForm,
  type Paper,
  type PaperCell,
  placeOf,
  signatureOf,
  type TableBlock,
} from '../../kernel/paper/index.ts';
import type { Basis } from './domain/declaration.ts';
import type { PublicBody } from './domain/public-body.ts';
import { basisWords, dateOnPaper, type Hanging, hangingWords, labelled, paragraph } from './posting-words.ts';

type Field = PublicBody['fields'][number];
type TableField = Extract<Field, { kind: 'table' }>;
type Column = TableField['columns'][number];
type Value = string | number | null;

/** What a sheet for the wall is made of; it is always in Vietnamese. */
export interface SheetPieces {
  /** Who publishes, as it signs: "UBND xã Quảng Lãng". */
  readonly unitName: string;
  readonly superior: string | null;
  readonly title: string;
  readonly summary: string | null;
  readonly basis: readonly Basis[];
  /** "Biểu 113/CK TC-NSNN". */
  readonly officialForm: string | null;
  /** As `paperContent` gives them: what may hang on a wall. */
  readonly fields: PublicBody['fields'];
  readonly hanging: Hanging;
  readonly today: CalendarDate;
  /** Whom to ask. */
  readonly contact: { readonly phone: string | null; readonly email: string | null } | null;
  /** Who signs: "Chủ tịch UBND xã". */
  readonly headTitle: string | null;
  /** The whole address of the public page; `null` where the portal is not reached from outside. */
  readonly url: string | null;
  /** Names of people stand in it: it must come down in time. */
  readonly hasNames: boolean;
}

/** The sheet that is hung up: the unit's head, the content readable as a table, until when it hangs, whom to ask, and the way to its page. */
export function postingSheet(pieces: SheetPieces, size: PageForm['size']): Paper {
  const { unitName, superior, title, hanging, today, headTitle } = pieces;
  const committee = isCommittee(unitName);
  return {
    authority: authorityOf(unitName, superior),
    number: { number: null, symbol: committee ? 'TB-UBND' : 'TB' },
    place: placeOf(committee ? unitName : (superior ?? unitName)),
    date: dateOnPaper(hanging.from, today),
    draft: false,
    page: { size, orientation: isWide(pieces.fields) ? 'landscape' : 'portrait' },
    heading: { kind: 'titled', name: 'Thông báo', subject: `Niêm yết công khai\n${title}` },
    addressees: [],
    bases: [...new Set(pieces.basis.map(basisWords))],
    body: [...contentOf(pieces), ...footOf(pieces)],
    recipients: ['Các điểm niêm yết', 'Lưu: VT, hồ sơ công khai'],
    signature: signatureOf(headTitle ?? (committee ? 'Chủ tịch' : 'Thủ trưởng đơn vị'), null, unitName),
    annexes: [],
  };
}

function contentOf({ summary, officialForm, fields, unitName, title }: SheetPieces): Block[] {
  return [
    paragraph(`${unitName} niêm yết công khai để Nhân dân được biết:`),
    ...(summary ? linesOf(summary) : []),
    ...(officialForm ? [labelled('Mẫu biểu', officialForm)] : []),
    ...fields.flatMap((field) => fieldOf(field, title)),
  ];
}

function footOf({ hanging, contact, unitName, url, hasNames }: SheetPieces): Block[] {
  const reach = [
    ...(contact?.phone ? [`điện thoại ${contact.phone}`] : []),
    ...(contact?.email ? [`thư điện tử ${contact.email}`] : []),
  ];
  const ask = `${unitName}${reach.length > 0 ? `, ${reach.join(', ')}` : ''}`;
  return [
    labelled('Thời gian niêm yết', `${hangingWords(hanging)}.`),
    labelled('Cần hỏi hoặc thấy nội dung chưa đúng', `xin liên hệ ${ask}.`),
    ...(hasNames
      ? [
          paragraph(
            'Bản này có họ tên cá nhân: không chụp đăng lên mạng, gỡ đúng ngày hết thời gian niêm yết.',
          ),
        ]
      : []),
    ...(url === null ? [] : [codeOf(url)]),
  ];
}

function codeOf(url: string): Block {
  return {
    kind: 'code',
    content: url,
    label: `Mã QR mở trang ${url}`,
    words: [
      { text: 'Quét mã để xem trên điện thoại', bold: true },
      { text: ' và báo “thấy niêm yết”, “không thấy” hoặc “nội dung sai”. Không cần tài khoản.\n' },
      { text: url, italic: true },
    ],
  };
}

function linesOf(words: string): Block[] {
  return words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line.trim()));
}

/** Fields that say nothing are left out; a file is not on paper. */
function fieldOf(field: Field, title: string): Block[] {
  if (field.kind === 'table') {
    if (field.rows.length === 0) return [];
    const isNamed = field.label.vi !== title;
    return [...(isNamed ? [paragraph([{ text: field.label.vi, bold: true }])] : []), tableOf(field)];
  }
  if (field.kind === 'file' || field.value === null || field.value === '') return [];
  const words = shown(field.value, field.kind);
  if (field.kind !== 'long_text') return [labelled(field.label.vi, words)];
  const [first, ...rest] = words.split(/\n+/);
  return [labelled(field.label.vi, first ?? ''), ...rest.map((line) => paragraph(line))];
}

function shown(value: Value, kind: Column['kind'] | Exclude<Field, TableField>['kind']): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    const words = formatNumber('vi', value);
    if (kind === 'percent') return `${words}%`;
    return kind === 'number' || kind === 'amount' ? words : String(value);
  }
  return kind === 'date' && isCalendarDate(value) ? formatDate(value) : value;
}

const NUMERIC: readonly Column['kind'][] = ['number', 'amount', 'percent'];
const CENTERED: readonly Column['kind'][] = ['date', 'time', 'phone'];
const NARROWEST = 7;
const WIDEST = 38;
/** The sides of a cell take room too. */
const AIR = 2;
/** Letters of a line in a table on a standing page. */
const LETTERS_STANDING = 88;

/** How much room a column wants, in letters. */
function roomOf(column: Column, rows: TableField['rows']): number {
  const lengths = rows.map((row) => shown(row[column.key] ?? null, column.kind).length + AIR);
  const word = Math.max(...column.label.vi.split(/\s+/).map((one) => one.length)) + AIR;
  return Math.min(WIDEST, Math.max(NARROWEST, word, ...lengths));
}

/** A table that does not fit on a standing page makes the whole sheet lie. */
function isWide(fields: readonly Field[]): boolean {
  return fields.some(
    (field) =>
      field.kind === 'table' &&
      field.columns.reduce((sum, column) => sum + roomOf(column, field.rows), NARROWEST) > LETTERS_STANDING,
  );
}

const ORDINAL_WIDTH = 5;

function tableOf({ columns, rows }: TableField): TableBlock {
  const header: PaperCell[] = [{ words: 'TT' }, ...columns.map(({ label }) => ({ words: label.vi }))];
  return {
    kind: 'table',
    columns: [
      { width: ORDINAL_WIDTH, align: 'center' },
      ...columns.map((column) => ({ width: roomOf(column, rows), align: alignOf(column.kind) })),
    ],
    header: [header],
    rows: rows.map((row, index) => [
      { words: String(index + 1) },
      ...columns.map(({ key, kind }) => ({ words: shown(row[key] ?? null, kind) })),
    ]),
  };
}

function alignOf(kind: Column['kind']): 'left' | 'center' | 'right' {
  if (NUMERIC.includes(kind)) return 'right';
  return CENTERED.includes(kind) ? 'center' : 'left';
}
