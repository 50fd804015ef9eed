import { addressOf, cleanText, type Grid, type GridCell } from '../../../kernel/documents/index.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { m } from '../messages-month.ts';
import type { MonthKind, RowPart, TypedRow } from './month.ts';

/** What the column "Record" offers, in the language of the sheet. */
export const WHAT_WORDS: Readonly<Record<'' | MonthKind, Message>> = {
  '': m.no_change,
  start: m.what_start,
  claim: m.what_claim,
};

const HEADERS = {
  id: m.col_id,
  revision: m.col_revision,
  what: m.col_record,
  day: m.col_day_sheet,
  note: m.col_words,
  quantity: m.col_quantity,
} as const satisfies Record<string, Message>;
type ColumnName = keyof typeof HEADERS;

/** A row of the sheet, with the cell where each part stands. */
export interface SheetRow extends TypedRow {
  readonly cells: Readonly<Record<RowPart, string>>;
}

export interface SheetProblem {
  readonly cell: string;
  readonly message: Message;
  readonly params?: Record<string, string>;
}

export interface MonthSheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  readonly problems: readonly SheetProblem[];
}

const same = (text: string, message: Message): boolean => {
  const lower = text.trim().toLocaleLowerCase('vi');
  return [message.vi, message.en].some((words) => words.toLocaleLowerCase('vi') === lower);
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The sheet among those of a workbook that people filled in; `undefined` when its header is nowhere to be found. */
export function readMonthSheet(grids: readonly Grid[]): MonthSheet | undefined {
  for (const grid of grids) {
    const found = headerOf(grid);
    if (found) return { name: grid.name, ...rowsBelow(grid, found) };
  }
  return undefined;
}

interface Header {
  readonly row: number;
  readonly columns: Readonly<Record<ColumnName, number>>;
}

function headerOf(grid: Grid): Header | undefined {
  for (const [row, cells] of grid.rows.entries()) {
    const columns: Partial<Record<ColumnName, number>> = {};
    for (const [column, cell] of cells.entries())
      for (const name of Object.keys(HEADERS) as ColumnName[])
        if (cell && columns[name] === undefined && same(cell.text, HEADERS[name])) columns[name] = column;
    if (Object.keys(columns).length === Object.keys(HEADERS).length)
      return { row, columns: columns as Record<ColumnName, number> };
  }
  return undefined;
}

function rowsBelow(grid: Grid, { row: header, columns }: Header): Omit<MonthSheet, 'name'> {
  const rows: SheetRow[] = [];
  const problems: SheetProblem[] = [];
  const seen = new Map<string, string>();
  for (let index = header + 1; index < grid.rows.length; index++) {
    const cells = grid.rows[index] ?? [];
    const at = (name: ColumnName): string => addressOf(grid, index, columns[name]);
    const text = (name: ColumnName): string => cleanText(cells[columns[name]]?.text ?? '').trim();
    const assignmentId = text('id').toLowerCase();
    const inputs = ['what', 'day', 'note', 'quantity'] as const;
    const isFilled = inputs.some((name) => text(name) !== '' && !same(text(name), m.no_change));
    if (!UUID.test(assignmentId)) {
      if (isFilled) problems.push({ cell: at('what'), message: m.row_added });
      continue;
    }
    const before = seen.get(assignmentId);
    if (before !== undefined) {
      problems.push({ cell: at('what'), message: m.duplicate, params: { cell: before } });
      continue;
    }
    seen.set(assignmentId, at('what'));
    rows.push({
      assignmentId,
      revision: Number(text('revision')),
      what: whatOf(text('what')),
      day: dayOf(cells[columns.day]),
      note: cleanText(cells[columns.note]?.text ?? '').trim(),
      quantity: quantityOf(cells[columns.quantity]),
      cells: { what: at('what'), day: at('day'), note: at('note'), quantity: at('quantity') },
    });
  }
  return { rows, problems };
}

/** A kind, nothing for no change, or the words as they stand, which no kind has. */
function whatOf(text: string): string {
  if (text === '') return '';
  const kind = (Object.keys(WHAT_WORDS) as ('' | MonthKind)[]).find((one) => same(text, WHAT_WORDS[one]));
  return kind ?? text;
}

function dayOf(cell: GridCell | undefined): string {
  return typeof cell?.value === 'string' ? cell.value : (cell?.text ?? '').trim();
}

/** A number of the sheet as it would be typed: with a comma before its decimals. */
function quantityOf(cell: GridCell | undefined): string {
  return typeof cell?.value === 'number' ? String(cell.value).replace('.', ',') : (cell?.text ?? '').trim();
}
