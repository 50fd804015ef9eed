import type { Cell, CellStyle, CellValue, MergeRange } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { ExampleTask } from '../../reference/example/schema.ts';
import { annexColumns, annexHead, annexLines } from './annex-layout.ts';
import { stableZip } from './stable-zip.ts';

const thin = { style: 'thin' } as const;
const border = { top: thin, right: thin, bottom: thin, left: thin };
const font = (bold: boolean, size = 12) => ({ name: 'Times New Roman', size, bold });

const styles = {
  centered: { font: font(false), alignment: { horizontal: 'center', vertical: 'center', wrapText: true } },
  title: { font: font(true, 13), alignment: { horizontal: 'center', vertical: 'center', wrapText: true } },
  header: {
    font: font(true),
    border,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  section: { font: font(true), border, alignment: { vertical: 'center', wrapText: true } },
  text: { font: font(false), border, alignment: { vertical: 'center', wrapText: true } },
  code: { font: font(false), border, numFmt: '@', alignment: { horizontal: 'center', vertical: 'center' } },
} satisfies Record<string, CellStyle>;

const LAST_COLUMN = annexColumns.length - 1;
const NARROW_COLUMN = 0;
/** Without a blank: hucre 1.0 writes the print-title range without quoting the name. */
const SHEET_NAME = 'PhuLuc';

/** Fills the sheet from the top; every `row()` call is the next line. */
function sheetBuilder() {
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  const merges: MergeRange[] = [];
  const put = (row: number, column: number, value: string | null, style: CellStyle) => {
    cells.set(`${row},${column}`, { value, type: value === null ? 'empty' : 'string', style });
  };
  return {
    rows,
    cells,
    merges,
    put,
    /** Starts a line and returns its number. */
    row(): number {
      rows.push(Array.from({ length: annexColumns.length }, () => null));
      return rows.length - 1;
    },
    merge(startRow: number, startCol: number, endRow: number, endCol: number) {
      merges.push({ startRow, startCol, endRow, endCol });
    },
  };
}

type Builder = ReturnType<typeof sheetBuilder>;

function addHead(sheet: Builder): void {
  for (const [index, organ] of annexHead.organ.entries()) {
    const row = sheet.row();
    sheet.put(row, 0, organ, index === 0 ? styles.centered : styles.title);
    sheet.merge(row, 0, row, 2);
    sheet.put(row, 4, annexHead.nation[index] ?? '', styles.title);
    sheet.merge(row, 4, row, LAST_COLUMN);
  }
  sheet.row();
  for (const [index, line] of [...annexHead.title, annexHead.attachedTo].entries()) {
    const row = sheet.row();
    sheet.put(row, 0, line, index < annexHead.title.length ? styles.title : styles.centered);
    sheet.merge(row, 0, row, LAST_COLUMN);
  }
  sheet.row();
}

/** Writes the two header rows and the row of column numbers; returns the first and last of them. */
function addTableHeader(sheet: Builder): { first: number; last: number } {
  const upper = sheet.row();
  const lower = sheet.row();
  const numbers = sheet.row();
  for (const [column, { upper: title, lower: subtitle }] of annexColumns.entries()) {
    const repeated = annexColumns[column - 1]?.upper === title;
    sheet.put(upper, column, repeated ? null : title, styles.header);
    sheet.put(lower, column, subtitle, styles.header);
    sheet.put(numbers, column, `(${column + 1})`, styles.header);
    if (subtitle === null) sheet.merge(upper, column, lower, column);
    else if (!repeated) sheet.merge(upper, column, upper, column + 1);
  }
  return { first: upper, last: numbers };
}

function addBody(sheet: Builder, tasks: readonly ExampleTask[]): void {
  for (const line of annexLines(tasks)) {
    const row = sheet.row();
    if (line.type === 'section') {
      for (let column = 0; column <= LAST_COLUMN; column += 1) sheet.put(row, column, null, styles.section);
      sheet.put(row, 0, line.numeral, styles.header);
      sheet.put(row, 1, line.title, styles.section);
      sheet.merge(row, 1, row, LAST_COLUMN);
      continue;
    }
    for (const [column, { text, rowSpan }] of line.cells.entries()) {
      sheet.put(
        row,
        column,
        rowSpan === 0 ? null : text,
        column === NARROW_COLUMN ? styles.code : styles.text,
      );
      if (rowSpan > 1) sheet.merge(row, column, row + rowSpan - 1, column);
    }
  }
}

function addSignature(sheet: Builder): void {
  sheet.row();
  for (const line of annexHead.signature) {
    if (line === annexHead.signature.at(-1)) for (let gap = 0; gap < 3; gap += 1) sheet.row();
    const row = sheet.row();
    sheet.put(row, 5, line, styles.title);
    sheet.merge(row, 5, row, LAST_COLUMN);
  }
}

/** The annex as offices keep it in a spreadsheet: title, two-row header, column numbers, merges, signature. */
export async function annexSheet(tasks: readonly ExampleTask[]): Promise<Uint8Array> {
  const sheet = sheetBuilder();
  addHead(sheet);
  const header = addTableHeader(sheet);
  addBody(sheet, tasks);
  addSignature(sheet);
  const bytes = await writeXlsx({
    properties: { title: annexHead.title[1], creator: 'UBND huyện Ân Thi (dữ liệu minh họa)' },
    defaultFont: font(false),
    sheets: [
      {
        name: SHEET_NAME,
        columns: annexColumns.map(({ width }) => ({ width })),
        rows: sheet.rows,
        cells: sheet.cells,
        merges: sheet.merges,
        freezePane: { rows: header.last + 1 },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: `$${header.first + 1}:$${header.last + 1}`,
        },
      },
    ],
  });
  return stableZip(bytes);
}
