import type { Grid } from './types.ts';

/** Column letters of a 0-based column: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `C7` for row 6, column 2. */
export function sheetAddress(row: number, column: number): string {
  return columnLetters(column) + (row + 1);
}

/** `bảng 1, dòng 7, cột 3` for table 1, row 6, column 2. */
export function tableAddress(table: number, row: number, column: number): string {
  return `bảng ${table}, dòng ${row + 1}, cột ${column + 1}`;
}

/** Where people find this place of a grid, also where the file has no cell. */
export function addressOf(grid: Grid, row: number, column: number): string {
  const cell = grid.rows[row]?.[column];
  if (cell) return cell.address;
  return grid.tableNumber === undefined
    ? sheetAddress(row, column)
    : tableAddress(grid.tableNumber, row, column);
}

/** 0-based place of `C7`; `undefined` when it is no cell reference. */
export function parseSheetAddress(text: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  let column = 0;
  for (const letter of match[1]) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]) - 1;
  return row >= 0 ? { row, column: column - 1 } : undefined;
}
