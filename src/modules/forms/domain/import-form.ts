import type { Grid, GridCell } from '../../../kernel/documents/index.ts';
import { type Message, type MessageParams, withoutDiacritics } from '../../../kernel/i18n.ts';
import { parseExpr } from './expr-parse.ts';
import { columnNumber, columnTree, findTable, type TablePlace } from './import-header.ts';
import { im } from './import-messages.ts';
import { linesAround, tableRows } from './import-rows.ts';
import type { CellSpec, ColumnRole, ColumnSpec, FormSpecInput } from './spec.ts';

/** What was understood of a sheet that holds a form, and what a person should look at. */
export interface ReadForm {
  /** The sheet it was read from. */
  readonly grid: string;
  readonly spec: Pick<FormSpecInput, 'title' | 'header' | 'unitLine' | 'rows' | 'notes'> & {
    readonly columns: ColumnSpec[];
  };
  readonly remarks: readonly { readonly message: Message; readonly params: MessageParams }[];
}

const plain = (text: string): string => withoutDiacritics(text).replace(/\s+/g, ' ').trim();
const COLUMNS_AT_MOST = 60;

/** Reads the first sheet with a table as a form: its heading, its rows, and the lines around it. `undefined`: no table. */
export function readForm(grids: readonly Grid[]): ReadForm | undefined {
  for (const grid of grids) {
    const place = grid.hidden ? undefined : findTable(grid);
    if (place && place.right - place.left < COLUMNS_AT_MOST) return formOf(grid, place);
  }
  return undefined;
}

interface Leaf {
  readonly column: number;
  readonly role: ColumnRole;
  readonly key: string;
}

function formOf(grid: Grid, place: TablePlace): ReadForm {
  const remarks: { message: Message; params: MessageParams }[] = [];
  const leaves: Leaf[] = [];
  const numbers = numbersOf(grid, place);
  let labelFound = false;
  const columns = columnTree(grid, place, (column, labels): ColumnSpec => {
    const label = labels.at(-1) ?? '';
    const role = roleOf(label, labelFound, leaves.length);
    labelFound ||= role === 'label';
    const key = `c${leaves.length + 1}`;
    leaves.push({ column, role, key });
    const cell = role === 'cells' ? cellOf(label) : undefined;
    return { key, label: label.slice(0, 300), role, ...(cell ? { cell } : {}) };
  });
  const keys = new Map(
    leaves.flatMap((leaf) =>
      numbers.get(leaf.column) ? [[numbers.get(leaf.column)?.number ?? 0, leaf.key] as const] : [],
    ),
  );
  const computed = withFormulas(columns, leaves, numbers, keys, remarks);
  const labelColumn = leaves.find((leaf) => leaf.role === 'label');
  const rows = tableRows(grid, place, {
    order: leaves.find((leaf) => leaf.role === 'order')?.column ?? null,
    label: labelColumn?.column ?? place.left,
    measure: leaves.find((leaf) => leaf.role === 'measure')?.column ?? null,
    cells: leaves.filter((leaf) => leaf.role === 'cells').map((leaf) => leaf.column),
  });
  const ofUnits =
    rows.rows.length === 0 ||
    /^(ten )?(don vi|xa|co quan|dia phuong|ubnd)/.test(headingOf(columns, labelColumn?.key));
  if (ofUnits)
    remarks.push({
      message: rows.rows.length === 0 ? im.noRows : im.rowsAreUnits,
      params: { count: rows.rows.length },
    });
  else remarks.push({ message: im.rowsRead, params: { count: rows.rows.length } });
  if (rows.hasNumbers) remarks.push({ message: im.numbersLeft, params: {} });
  const around = linesAround(grid, place.headerTop, rows.after);
  return {
    grid: grid.name,
    spec: {
      ...around,
      columns: computed,
      rows: ofUnits ? { kind: 'units' } : { kind: 'fixed', rows: rows.rows },
    },
    remarks,
  };
}

function headingOf(columns: readonly ColumnSpec[], key: string | undefined): string {
  for (const column of columns) {
    if (column.key === key && key !== undefined) return plain(column.label);
    const inside = column.columns ? headingOf(column.columns, key) : '';
    if (inside !== '') return inside;
  }
  return '';
}

function roleOf(label: string, labelFound: boolean, index: number): ColumnRole {
  const words = plain(label);
  if (/^(tt|stt|so tt|so thu tu)$/.test(words)) return 'order';
  if (/^(don vi tinh|dvt)/.test(words)) return 'measure';
  if (labelFound || index > 2) return 'cells';
  return /^(ten|chi tieu|noi dung|don vi|linh vuc|tieu chi|danh muc|nhiem vu|xa|co quan|dia phuong|loai)/.test(
    words,
  ) || index === 1
    ? 'label'
    : 'cells';
}

function cellOf(label: string): CellSpec {
  const words = plain(label);
  if (/^(ghi chu|nguyen nhan|ly do|giai trinh)/.test(words))
    return { kind: 'free', input: 'words', decimals: 0, required: false };
  if (/^ngay(,|$| thang| ban hanh| ky)/.test(words))
    return { kind: 'free', input: 'date', decimals: 0, required: false };
  const decimals = /%|ty le|trieu|ty dong|\bkm\b|\bha\b/.test(words) ? 2 : 0;
  return { kind: 'free', input: 'number', decimals, required: true };
}

type Numbers = ReadonlyMap<number, NonNullable<ReturnType<typeof columnNumber>>>;

function numbersOf(grid: Grid, place: TablePlace): Numbers {
  if (place.numberRow === null) return new Map();
  const row: readonly (GridCell | undefined)[] = grid.rows[place.numberRow] ?? [];
  return new Map(
    row.flatMap((cell, column) => {
      const number = cell && columnNumber(cell.text);
      return number ? [[column, number] as const] : [];
    }),
  );
}

/** `3=4+5+6` under a column: the column is computed. */
function withFormulas(
  columns: readonly ColumnSpec[],
  leaves: readonly Leaf[],
  numbers: Numbers,
  keys: ReadonlyMap<number, string>,
  remarks: { message: Message; params: MessageParams }[],
): ColumnSpec[] {
  return columns.map((column) => {
    if (column.columns)
      return { ...column, columns: withFormulas(column.columns, leaves, numbers, keys, remarks) };
    const leaf = leaves.find((one) => one.key === column.key);
    const written = leaf && numbers.get(leaf.column)?.computed;
    if (!written || leaf.role !== 'cells') return column;
    const expr = written.replace(
      /\(\s*(\d{1,2})\s*\)|\b(\d{1,2})\b/g,
      (whole, a, b) => keys.get(Number(a ?? b)) ?? whole,
    );
    const parsed = parseExpr(expr);
    const known = parsed.ok && !/\b\d+\b/.test(expr.replace(/c\d+/g, ''));
    if (!known) {
      remarks.push({ message: im.formulaUnread, params: { column: column.label, formula: written } });
      return column;
    }
    remarks.push({ message: im.formulaRead, params: { column: column.label, formula: written } });
    return { ...column, cell: { kind: 'formula', expr, decimals: 0 } };
  });
}
