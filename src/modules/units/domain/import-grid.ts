import { type CalendarDate, isCalendarDate, parseVietnameseDate } from '../../../kernel/dates.ts';
import { addressOf, type Grid, type GridCell } from '../../../kernel/documents/index.ts';
import { type Message, type MessageParams, withoutDiacritics } from '../../../kernel/i18n.ts';
import { im } from './import-messages.ts';
import type { ImportField, ImportProblem, ImportRecord } from './import-record.ts';
import { kindLabels, UNIT_KINDS, type UnitKind } from './kinds.ts';

/** The words of the template's header, in its order. */
export const COLUMN_TITLES: Readonly<Record<ImportField, string>> = {
  key: 'Khóa',
  code: 'Mã',
  name: 'Tên',
  kind: 'Loại',
  tier: 'Cấp',
  parent: 'Đơn vị cấp trên',
  from: 'Từ ngày',
  to: 'Đến ngày',
  shortNames: 'Tên gọi khác',
  act: 'Căn cứ',
  headTitle: 'Chức danh người đứng đầu',
  phone: 'Điện thoại',
  email: 'Hộp thư',
  note: 'Ghi chú',
};

const OTHER_TITLES: Readonly<Record<string, ImportField>> = {
  'ma don vi': 'code',
  'ma gso': 'code',
  'ma hanh chinh': 'code',
  'ten don vi': 'name',
  'loai don vi': 'kind',
  'cap hanh chinh': 'tier',
  'cap tren': 'parent',
  'truc thuoc': 'parent',
  'co hieu luc tu': 'from',
  'co hieu luc den': 'to',
  'ten khac': 'shortNames',
  'ten viet tat': 'shortNames',
  'so dien thoai': 'phone',
  email: 'email',
  'van ban': 'act',
};

const TITLES = new Map<string, ImportField>([
  ...(Object.entries(COLUMN_TITLES) as [ImportField, string][]).map(
    ([field, title]) => [plain(title), field] as const,
  ),
  ...Object.entries(OTHER_TITLES),
]);

/** Without these a line says nothing that can be stored. */
export const NEEDED_COLUMNS: readonly ImportField[] = ['name', 'kind', 'tier', 'from'];

const HEADER_SEARCH_ROWS = 40;

function plain(text: string): string {
  return withoutDiacritics(text)
    .replace(/[*:()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

type Header = ReadonlyMap<ImportField, number>;

/** The first row that titles every needed column. */
function findHeader(grid: Grid): { row: number; columns: Header } | undefined {
  for (const [row, cells] of grid.rows.slice(0, HEADER_SEARCH_ROWS).entries()) {
    const columns = new Map<ImportField, number>();
    for (const [column, cell] of cells.entries()) {
      const field = cell && TITLES.get(plain(cell.text));
      if (field !== undefined && !columns.has(field)) columns.set(field, column);
    }
    if (NEEDED_COLUMNS.every((field) => columns.has(field))) return { row, columns };
  }
  return undefined;
}

const KIND_NAMES = new Map<string, UnitKind>([
  ...UNIT_KINDS.flatMap((kind): [string, UnitKind][] => [
    [kind, kind],
    [plain(kindLabels[kind].vi), kind],
    [plain(kindLabels[kind].en), kind],
  ]),
  ['uy ban', 'ubnd'],
  ['phong', 'phong'],
  ['phong, ban', 'phong'],
  ['so', 'so'],
  ['su nghiep', 'su_nghiep'],
  ['don vi su nghiep cong lap', 'su_nghiep'],
  ['nganh doc', 'nganh_doc'],
  ['mat tran', 'mttq'],
  ['ub mttq', 'mttq'],
  ['doan the', 'doan_the'],
  ['thon', 'thon'],
  ['to dan pho', 'thon'],
  ['tdp', 'thon'],
  ['khac', 'khac'],
]);

const KIND_LIST = UNIT_KINDS.map((kind) => kindLabels[kind].vi).join(', ');

const LENGTHS: Readonly<Partial<Record<ImportField, number>>> = {
  key: 120,
  code: 40,
  name: 300,
  tier: 60,
  act: 500,
  headTitle: 200,
  phone: 40,
  email: 200,
  note: 2000,
};

/** Reads the lines of the first sheet that has the header; `undefined` when none has. */
export function recordsOfGrids(
  grids: readonly Grid[],
): { records: ImportRecord[]; problems: ImportProblem[] } | undefined {
  for (const grid of grids) {
    const header = findHeader(grid);
    if (!header) continue;
    const problems: ImportProblem[] = [];
    const records: ImportRecord[] = [];
    for (let row = header.row + 1; row < grid.rows.length; row++) {
      const record = readLine(grid, row, header.columns, problems);
      if (record) records.push(record);
    }
    return { records, problems };
  }
  return undefined;
}

function readLine(
  grid: Grid,
  row: number,
  columns: Header,
  problems: ImportProblem[],
): ImportRecord | undefined {
  const cells = grid.rows[row] ?? [];
  const cellOf = (field: ImportField): GridCell | undefined => cells[columns.get(field) ?? -1];
  const text = (field: ImportField): string => cellOf(field)?.text.replace(/\s+/g, ' ').trim() ?? '';
  const filled = [...columns.keys()].filter((field) => text(field) !== '');
  // A row of column numbers under the header is not a unit.
  if (filled.length === 0 || filled.every((field) => /^\(?\d{1,2}\)?$/.test(text(field)))) return undefined;
  const place = addressOf(grid, row, 0);
  const places: Partial<Record<ImportField, string>> = {};
  for (const [field, column] of columns) places[field] = addressOf(grid, row, column);
  let sound = true;
  const complain = (field: ImportField, message: Message, params: MessageParams = {}): void => {
    sound = false;
    problems.push({ severity: 'error', place: places[field] ?? place, message, params });
  };
  for (const [field, limit] of Object.entries(LENGTHS) as [ImportField, number][])
    if (text(field).length > limit) complain(field, im.tooLong, { limit });
  const readDate = (field: 'from' | 'to'): CalendarDate | null => {
    const cell = cellOf(field);
    if (typeof cell?.value === 'string' && isCalendarDate(cell.value)) return cell.value;
    const written = text(field);
    if (written === '') return null;
    const date = parseVietnameseDate(written);
    if (!date) complain(field, im.dateUnreadable, { text: written });
    return date ?? null;
  };
  if (text('name') === '') complain('name', im.nameMissing);
  if (text('tier') === '') complain('tier', im.tierMissing);
  const kind = KIND_NAMES.get(plain(text('kind')));
  if (kind === undefined) complain('kind', im.kindUnknown, { text: text('kind'), kinds: KIND_LIST });
  const from = readDate('from');
  const to = readDate('to');
  if (from === null && text('from') === '') complain('from', im.dateMissing);
  if (from !== null && to !== null && to < from) complain('to', im.datesBackwards);
  const key = text('key') || null;
  if (key !== null && !/^[a-z0-9][a-z0-9-]*$/.test(key)) complain('key', im.keyInvalid, { text: key });
  if (!sound || kind === undefined || from === null) return undefined;
  const contact = {
    headTitle: text('headTitle') || null,
    phone: text('phone') || null,
    email: text('email') || null,
  };
  return {
    place,
    places,
    unsaid: (['code', 'shortNames', 'parent'] as const).filter((field) => !columns.has(field)),
    key,
    code: text('code') || null,
    name: text('name'),
    shortNames: [
      ...new Set(
        (cellOf('shortNames')?.text ?? '')
          .split(/[;\n]/)
          .map((name) => name.trim())
          .filter(Boolean),
      ),
    ],
    kind,
    tier: text('tier'),
    parent: text('parent') || null,
    from,
    to,
    act: text('act') || null,
    invented: false,
    note: text('note') || null,
    source: null,
    contact: contact.headTitle || contact.phone || contact.email ? contact : null,
    successors: [],
  };
}
