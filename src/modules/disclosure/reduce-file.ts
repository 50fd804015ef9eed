import {
  type CellRow,
  type CellSheet,
  type CellStyle,
  type DocumentContent,
  type Grid,
  parseSheetAddress,
  readDocument,
  type WrittenCell,
  writeCells,
  writeCsv,
} from '../../kernel/documents/index.ts';
import type { Upload } from '../evidence/index.ts';
import type { PersonalRules } from './domain/personal-kinds.ts';
import { type ReducedCell, type ReducedSheet, reduceSheet } from './domain/reduce-sheet.ts';
import { guardFile } from './guard-file.ts';

/**
 * A copy of a list without the personal data found in it, which was looked through again; `null` for kinds of files that the program
 * does not write, and where something would still be found in the copy. It has no comments, pictures or hidden parts of the original.
 */
export async function reduceFile({ name, bytes }: Upload, rules: PersonalRules): Promise<Upload | null> {
  const content = await readDocument(name, bytes);
  const write = WRITERS[content.kind];
  if (!write) return null;
  const sheets = content.grids
    .filter(({ hidden }) => !hidden)
    .map((grid) => reduceSheet(grid, rules, hiddenColumns(content, grid)));
  const copy = { name: renamed(name), bytes: write(sheets) };
  const { findings } = await guardFile(copy, rules);
  return findings.length === 0 ? copy : null;
}

const WRITERS: Partial<Record<DocumentContent['kind'], (sheets: readonly ReducedSheet[]) => Uint8Array>> = {
  xlsx: (sheets) => writeCells(sheets.map(sheetOf)),
  csv: ([sheet]) => csvOf(sheet),
};

const SUFFIX = ' (bản rút gọn)';
const LONGEST_NAME = 200;

function renamed(name: string): string {
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  const base = name.slice(0, name.length - extension.length);
  return `${base.slice(0, LONGEST_NAME - SUFFIX.length - extension.length)}${SUFFIX}${extension}`;
}

function hiddenColumns({ notices }: DocumentContent, grid: Grid): Set<number> {
  const notice = notices.find(({ code, grid: of }) => code === 'hidden_columns' && of === grid.name);
  const letters = String(notice?.params?.columns ?? '').split(', ');
  return new Set(letters.flatMap((one) => parseSheetAddress(`${one}1`)?.column ?? []));
}

/** What was taken out is said at the foot of the copy, so that nobody takes it for the whole. */
function footOf({ dropped, covered }: ReducedSheet): string {
  const parts = [
    ...(dropped.length > 0 ? [`đã bỏ cột ${dropped.map((heading) => `“${heading}”`).join(', ')}`] : []),
    ...(covered > 0 ? ['đã che dữ liệu cá nhân trong một số ô'] : []),
  ];
  return parts.length === 0 ? '' : `Bản rút gọn để công khai: ${parts.join('; ')}.`;
}

const NARROWEST = 5;
const WIDEST = 48;

function sheetOf(sheet: ReducedSheet): CellSheet {
  const { name, rows } = sheet;
  const width = Math.max(1, ...rows.map((cells) => cells.length));
  const widths = Array.from({ length: width }, (_, column) => {
    const single = rows.flatMap((cells) => (cells[column]?.columns === 1 ? cells[column] : []));
    const letters = single.flatMap(({ text }) => text.split('\n')).map((line) => line.length);
    return Math.min(WIDEST, Math.max(NARROWEST, ...letters.map((count) => count + 2)));
  });
  const merges = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell && (cell.columns > 1 || cell.rows > 1)
        ? { top: row, left: column, bottom: row + cell.rows - 1, right: column + cell.columns - 1 }
        : [],
    ),
  );
  const foot = footOf(sheet);
  const more: CellRow[] =
    foot === '' ? [] : [{ cells: [] }, { cells: [{ column: 0, style: { font: 'italic' }, value: foot }] }];
  const noWrap =
    foot === ''
      ? []
      : [{ top: rows.length + 1, left: 0, bottom: rows.length + 1, right: Math.max(1, width - 1) }];
  return { name, widths, rows: [...linesOf(rows, width), ...more], merges: [...merges, ...noWrap] };
}

/** Lines are drawn from the first full row to the last; above and below stand titles, the head of the office, signatures. */
function linesOf(rows: ReducedSheet['rows'], width: number): CellRow[] {
  const least = Math.min(width, LEAST_CELLS);
  const full = rows.map((cells) => cells.filter((cell) => cell !== undefined).length >= least);
  const [first, last] = [full.indexOf(true), full.lastIndexOf(true)];
  return rows.map((cells, index) => rowOf(cells, first >= 0 && index >= first && index <= last));
}

/** The head of an office's sheet has two cells: its name and that of the nation. */
const LEAST_CELLS = 3;

function rowOf(cells: readonly (ReducedCell | undefined)[], isTable: boolean): CellRow {
  return {
    cells: cells.flatMap((cell, column): WrittenCell[] => {
      if (!cell) return isTable ? [{ column, style: { hasBorder: true } }] : [];
      return [{ column, ...written(cell, isTable) }];
    }),
  };
}

/** "1.234.567,5" as a Vietnamese machine shows it: the value stays a number. Other forms of numbers stay as they read. */
const SHOWN_NUMBER = /^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,3}))?$/;

function written(cell: ReducedCell, isTable: boolean): Omit<WrittenCell, 'column'> {
  const { text, value, bold, columns } = cell;
  const style: CellStyle = {
    font: bold ? 'bold' : 'plain',
    hasBorder: isTable,
    ...(columns > 1 ? { align: 'center' } : {}),
  };
  if (typeof value === 'number') {
    const shown = SHOWN_NUMBER.exec(text);
    if (shown) {
      const format = text.includes('.') ? ((shown[1]?.length ?? 0) as 0 | 1 | 2 | 3) : 'general';
      return { style: { ...style, format }, value };
    }
  }
  if (typeof value === 'string' && /^\d{2}\/\d{2}\/\d{4}$/.test(text))
    return { style: { ...style, format: 'date' }, day: value };
  return { style: { ...style, format: 'text' }, value: text };
}

function csvOf(sheet: ReducedSheet | undefined): Uint8Array {
  const [first = [], ...rest] = sheet?.rows ?? [];
  const width = Math.max(first.length, ...rest.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, column) => ({
    header: first[column]?.text ?? '',
    kind: 'text' as const,
  }));
  return writeCsv(
    columns,
    rest.map((cells) => columns.map((_, column) => cells[column]?.text)),
  );
}
