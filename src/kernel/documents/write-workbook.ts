import { strToU8, Zip, ZipDeflate } from 'fflate';
import { type CalendarDate, calendarDate, daysBetween, isCalendarDate } from '../dates.ts';
import { columnLetters, sheetAddress } from './address.ts';
import { escapeXml, WORKBOOK_PARTS, workbookParts } from './workbook-parts.ts';

export interface ExportColumn {
  header: string;
  /** In characters, as Excel counts. */
  width: number;
  kind: 'text' | 'number' | 'date';
  /**
   * People fill this column in. A sheet that has such columns is protected (without a password) but for their cells, and
   * everything else in it is grey.
   */
  input?: boolean;
  /** The values that an input cell takes, offered as a list; commas and quotes cannot stand in them. */
  choices?: readonly string[];
  /** Kept in the sheet for the program that reads it back, not for people. */
  hidden?: boolean;
}

/** A value for a cell: a `date` column takes `CalendarDate`s; what does not fit the column's kind is written as text. */
export type ExportValue = string | number | boolean | null | undefined;

export interface ExportSheet {
  name: string;
  /** Stands above the header. */
  title?: string;
  columns: readonly ExportColumn[];
  /** Walked once, row by row, so a list may come straight from a query. */
  rows: Iterable<readonly ExportValue[]>;
  /** Lines below the table: source, date of the figures. */
  notes?: readonly string[];
}

/** Excel's own limit (ECMA-376). */
const MOST_ROWS = 1_048_576;
const LONGEST_TEXT = 32_767;
/** Compressed and let go at a time. */
const PIECE_CHARACTERS = 128 * 1024;
/** 30/12/1899 is day 0 of a workbook; before 01/3/1900 its count is wrong. */
const DAY_ZERO = calendarDate('1899-12-30');
const FIRST_RIGHT_DAY = calendarDate('1900-03-01');
/** Makes the same list give the same bytes; ZIP cannot hold a date before 1980. */
const FIXED_TIME = new Date(2000, 0, 1);

const STYLE = { header: 1, title: 2, date: 3, text: 4, number: 5, note: 6 } as const;
/** The same three in a sheet to be filled in: cells to write in, and all others. */
const INPUT = { date: 7, text: 8, number: 9 } as const;
const GREY = { date: 10, text: 11, number: 12 } as const;
type CellStyles = Readonly<Record<ExportColumn['kind'], number>>;

/**
 * Writes a workbook: header bold and frozen, a filter on it, numbers as numbers, dates as dates shown dd/mm/yyyy. Text
 * is always stored as text, so nothing a person typed (`=HYPERLINK(…)`) can become a formula. Columns with `input` make
 * a sheet to be filled in. Throws `RangeError` for more rows than a sheet can hold.
 */
export function writeWorkbook(workbook: { sheets: readonly ExportSheet[] }): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const addPart = (name: string, pieces: Iterable<string>): void => {
    const part = new ZipDeflate(name, { level: 3 });
    part.mtime = FIXED_TIME;
    zip.add(part);
    for (const piece of pieces) part.push(strToU8(piece));
    part.push(new Uint8Array(0), true);
  };
  for (const [name, content] of workbookParts(sheetNames(workbook.sheets))) addPart(name, [content]);
  workbook.sheets.forEach((sheet, index) => {
    addPart(WORKBOOK_PARTS.sheet(index), gather(sheetXml(sheet)));
  });
  zip.end();
  return Buffer.concat(chunks);
}

function* gather(parts: Iterable<string>): Generator<string> {
  let buffer = '';
  for (const part of parts) {
    buffer += part;
    if (buffer.length >= PIECE_CHARACTERS) {
      yield buffer;
      buffer = '';
    }
  }
  yield buffer;
}

function* sheetXml(sheet: ExportSheet): Generator<string> {
  const headerRow = sheet.title === undefined ? 0 : 1;
  const lastColumn = columnLetters(Math.max(0, sheet.columns.length - 1));
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${WORKBOOK_PARTS.namespace}">`;
  yield '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  yield `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headerRow + 1}" topLeftCell="A${headerRow + 2}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  if (sheet.columns.length > 0) {
    const widths = sheet.columns.map(
      (c, i) =>
        `<col min="${i + 1}" max="${i + 1}" width="${c.width}" customWidth="1"${c.hidden ? ' hidden="1"' : ''}/>`,
    );
    yield `<cols>${widths.join('')}</cols>`;
  }
  yield '<sheetData>';
  if (sheet.title !== undefined) yield `<row r="1">${textCell(0, 0, sheet.title, STYLE.title)}</row>`;
  const headers = sheet.columns.map((column, c) => textCell(headerRow, c, column.header, STYLE.header));
  yield `<row r="${headerRow + 1}">${headers.join('')}</row>`;

  const isFilledIn = sheet.columns.some((column) => column.input);
  const styles = sheet.columns.map((column): CellStyles => {
    if (!isFilledIn) return STYLE;
    return column.input ? INPUT : GREY;
  });
  let row = headerRow + 1;
  for (const values of sheet.rows) {
    if (row >= MOST_ROWS) throw new RangeError(`a sheet holds at most ${MOST_ROWS} rows`);
    yield rowXml(sheet.columns, styles, row, values);
    row += 1;
  }
  const lastRow = row;
  for (const note of sheet.notes ?? []) {
    row += 1;
    yield `<row r="${row + 1}">${textCell(row, 0, note, STYLE.note)}</row>`;
  }
  yield '</sheetData>';
  if (isFilledIn) yield PROTECTION;
  if (sheet.columns.length > 0) yield `<autoFilter ref="A${headerRow + 1}:${lastColumn}${lastRow}"/>`;
  if (lastRow > headerRow + 1) yield choicesXml(sheet.columns, headerRow + 2, lastRow);
  yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>';
  yield '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>';
}

/** People still widen columns, sort and filter. */
const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>';

/** The lists of values of input columns, for rows `from` to `to` (from 1). */
function choicesXml(columns: readonly ExportColumn[], from: number, to: number): string {
  const lists = columns.flatMap(({ choices }, index) => {
    if (!choices || choices.length === 0) return [];
    const letters = columnLetters(index);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letters}${from}:${letters}${to}"><formula1>"${escapeXml(choices.join(','))}"</formula1></dataValidation>`;
  });
  return lists.length === 0
    ? ''
    : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

function rowXml(
  columns: readonly ExportColumn[],
  styles: readonly CellStyles[],
  row: number,
  values: readonly ExportValue[],
): string {
  let cells = '';
  for (let c = 0; c < columns.length; c++) {
    const value = values[c];
    const kind = columns[c]?.kind ?? 'text';
    const style = styles[c] ?? STYLE;
    if (value === null || value === undefined || value === '') {
      // An empty cell takes writing only where it says so itself.
      if (style !== STYLE) cells += `<c r="${sheetAddress(row, c)}" s="${style[kind]}"/>`;
      continue;
    }
    cells += cellXml(kind, style, row, c, value);
  }
  return `<row r="${row + 1}">${cells}</row>`;
}

function cellXml(
  kind: ExportColumn['kind'],
  style: CellStyles,
  row: number,
  column: number,
  value: string | number | boolean,
): string {
  if (kind === 'number' && typeof value === 'number' && Number.isFinite(value)) {
    return `<c r="${sheetAddress(row, column)}" s="${style.number}"><v>${value}</v></c>`;
  }
  if (kind === 'date' && typeof value === 'string' && isStorableDate(value)) {
    return `<c r="${sheetAddress(row, column)}" s="${style.date}"><v>${daysBetween(DAY_ZERO, value)}</v></c>`;
  }
  return textCell(row, column, String(value), style.text);
}

function isStorableDate(value: string): value is CalendarDate {
  return isCalendarDate(value) && value >= FIRST_RIGHT_DAY;
}

function textCell(row: number, column: number, text: string, style: number): string {
  const stored = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  const address = sheetAddress(row, column);
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(stored)}</t></is></c>`;
}

/** Excel allows 31 characters, without `[ ] : * ? / \`, no apostrophe at the ends, and no name twice. */
function sheetNames(sheets: readonly ExportSheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map((sheet, index) => {
    const base =
      sheet.name
        .replace(/[[\]:*?/\\]/g, '-')
        .replace(/^'+|'+$/g, '')
        .trim() || `Sheet${index + 1}`;
    let name = base.slice(0, 31);
    for (let n = 2; taken.has(name.toLowerCase()); n++)
      name = `${base.slice(0, 31 - ` (${n})`.length)} (${n})`;
    taken.add(name.toLowerCase());
    return name;
  });
}
