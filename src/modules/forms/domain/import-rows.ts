import type { Grid, GridCell } from '../../../kernel/documents/index.ts';
import { withoutDiacritics } from '../../../kernel/i18n.ts';
import type { TablePlace } from './import-header.ts';
import type { RowSpec } from './spec.ts';

/** 0-based columns of a table. */
export interface TableColumns {
  readonly order: number | null;
  readonly label: number;
  readonly measure: number | null;
  readonly cells: readonly number[];
}

export interface TableRows {
  readonly rows: RowSpec[];
  /** The first row after the table. */
  readonly after: number;
  /** Numbers stand in the cells; a form takes none of them. */
  readonly hasNumbers: boolean;
}

const ROWS_AT_MOST = 400;
const textAt = (row: readonly (GridCell | undefined)[], column: number | null): string =>
  column === null ? '' : (row[column]?.text.replace(/\s+/g, ' ').trim() ?? '');
const plain = (text: string): string => withoutDiacritics(text).replace(/\s+/g, ' ').trim();
/** Below a table: remarks, and the places where it is signed. */
const AFTER = /^(ghi chu|nguoi (lap|bao cao|lam)|thu truong|ngay .* thang|noi nhan|ke toan|tm\.|chu tich|\*)/;

/** Rows of a table below its heading, with section rows (`I`, `A`, merged across) as groups. */
export function tableRows(grid: Grid, place: TablePlace, columns: TableColumns): TableRows {
  const rows: RowSpec[] = [];
  let hasNumbers = false;
  let hasGroup = false;
  let row = (place.numberRow ?? place.headerBottom) + 1;
  for (let blanks = 0; row < grid.rows.length && rows.length < ROWS_AT_MOST; row++) {
    const cells = grid.rows[row] ?? [];
    const order = textAt(cells, columns.order);
    const across = (cells[columns.label]?.mergedFrom?.column ?? columns.label) !== columns.label;
    const label = textAt(cells, columns.label) || (columns.order !== null && across ? order : '');
    if (cells.some((cell) => AFTER.test(plain(cell?.text ?? '')))) break;
    if (label === '' || label === '…' || label === '...') {
      blanks += 1;
      if (blanks > 2) break;
      continue;
    }
    blanks = 0;
    const values = columns.cells.filter(
      (column) => textAt(cells, column) !== '' && !cells[column]?.mergedFrom,
    );
    hasNumbers ||= values.some((column) => typeof cells[column]?.value === 'number');
    const isGroup = values.length === 0 && isSection(order, cells, columns);
    hasGroup ||= isGroup;
    rows.push({
      key: `r${rows.length + 1}`,
      kind: isGroup ? 'group' : 'row',
      level: isGroup ? 0 : Math.min(4, (hasGroup ? 1 : 0) + (order.match(/\.\d/g)?.length ?? 0)),
      order: across ? '' : order.slice(0, 20),
      label: label.slice(0, 500),
      measure: textAt(cells, columns.measure).slice(0, 40),
      figure: null,
    });
  }
  return { rows, after: row, hasNumbers };
}

/** A section has a roman numeral, a letter, or no number at all and stands out. */
function isSection(order: string, cells: readonly (GridCell | undefined)[], columns: TableColumns): boolean {
  const label = cells[columns.label];
  if (/^(?=[IVXL])[IVXL]+[.)]?$|^[A-HĐ][.)]?$/.test(order)) return true;
  const isAcross = columns.cells.some(
    (column) => cells[column]?.mergedFrom?.column === (label?.mergedFrom?.column ?? columns.label),
  );
  return isAcross || (order === '' && label?.bold === true);
}

export interface Around {
  readonly title: string;
  readonly header: string;
  readonly unitLine: string;
  readonly notes: string[];
}

const SKIPPED =
  /^(cong hoa xa hoi|doc lap|don vi (bao cao|nhan|gui)|ky bao cao|\(?tu ngay|kinh gui|so:|ubnd|uy ban)/;

/** The lines around a table: what it is called, on which ground, in which unit of measure, and what is noted. */
export function linesAround(grid: Grid, before: number, after: number): Around {
  const lines = (from: number, to: number): string[] =>
    grid.rows.slice(from, to).flatMap((cells) => {
      const own = cells
        .filter((cell) => cell && !cell.mergedFrom && cell.text.trim() !== '')
        .map((cell) => cell?.text.replace(/\s+/g, ' ').trim() ?? '');
      return own;
    });
  const above = lines(0, before).filter((line) => !SKIPPED.test(plain(line)));
  const unitLine = above.find((line) => /^(don vi tinh|dvt)/.test(plain(line))) ?? '';
  const header = above.find((line) => /^(bieu|mau|phu luc)( so| |:)/.test(plain(line))) ?? '';
  const rest = above.filter((line) => line !== unitLine && line !== header);
  const title = rest.filter((line) => line.length >= 8).sort((a, b) => b.length - a.length)[0] ?? header;
  const below = lines(after, grid.rows.length).filter((line) => /^(ghi chu|\*|-)/.test(plain(line)));
  const notes = below
    .map((line) => line.replace(/^ghi chú\s*:?\s*/i, '').slice(0, 1000))
    .filter((line) => line !== '');
  return {
    title: sentence(title).slice(0, 300) || 'Biểu mẫu',
    header: header.slice(0, 1000),
    unitLine: unitLine.slice(0, 200),
    notes: notes.slice(0, 30),
  };
}

/** Titles in capitals are kept as a sentence: pages and workbooks set them in capitals themselves. */
function sentence(title: string): string {
  if (title !== title.toLocaleUpperCase('vi')) return title;
  const lower = title.toLocaleLowerCase('vi');
  return lower.charAt(0).toLocaleUpperCase('vi') + lower.slice(1);
}
