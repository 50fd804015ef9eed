import { AppError } from '../../errors.ts';
import { tableAddress } from '../address.ts';
import type { CellBudget } from '../budget.ts';
import { documentErrors } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { Grid, GridCell } from '../types.ts';

/** One `<w:tc>` while it is read. */
export class CellState {
  span = 1;
  vertical: 'none' | 'restart' | 'continue' = 'none';
  /** The old way of merging sideways: this cell belongs to the one on its left. */
  joinsLeft = false;
  readonly lines: string[] = [];
  #bold: boolean | undefined;

  /** Adds a line; `bold` is `undefined` for a bare list label, which says nothing about the text. */
  add(line: string, bold: boolean | undefined): void {
    if (line === '') return;
    this.lines.push(line);
    if (bold !== undefined) this.#bold = bold && this.#bold !== false;
  }

  get bold(): boolean {
    return this.#bold ?? false;
  }
}

/** A table with this many columns inside a cell is a table of its own; a smaller one is layout, and becomes text. */
const OWN_TABLE_COLUMNS = 3;
const OWN_TABLE_ROWS = 2;

/** One `<w:tbl>` while it is read. */
export class TableState {
  readonly rows: (GridCell | undefined)[][] = [];
  /** Real tables found in the cells of this one. */
  readonly inner: TableState[] = [];
  rowDeleted = false;
  readonly #file: string;
  readonly #name: string;
  readonly #budget: CellBudget;
  readonly #afterParagraph: number;
  #row: (GridCell | undefined)[] = [];
  #column = 0;

  /** `name` stands in messages while the table's final number is not known. */
  constructor(file: string, name: string, budget: CellBudget, afterParagraph: number) {
    this.#file = file;
    this.#name = name;
    this.#budget = budget;
    this.#afterParagraph = afterParagraph;
  }

  openRow(): void {
    this.#row = [];
    this.#column = 0;
    this.rowDeleted = false;
  }

  skipColumns(columns: number): void {
    this.#advance(columns);
  }

  addCell(cell: CellState): void {
    const row = this.rows.length;
    const column = this.#column;
    this.#advance(cell.span);
    const anchor = this.#anchorOf(cell, row, column);
    this.#budget.spend(cell.span);
    while (this.#row.length < column) this.#row.push(undefined);
    const text = cell.lines.join('\n');
    const place = anchor?.place ?? { row, column };
    const shown = anchor?.cell ?? { text, address: '', bold: cell.bold };
    for (let at = column; at < column + cell.span; at++) {
      const isAnchor = !anchor && at === column;
      this.#row.push(isAnchor ? { ...shown } : { ...shown, mergedFrom: place });
    }
  }

  closeRow(): void {
    if (this.rowDeleted) return;
    if (this.rows.length >= LIMITS.rows) {
      throw new AppError(documentErrors.too_many_rows, {
        file: this.#file,
        grid: this.#name,
        limit: LIMITS.rows,
      });
    }
    this.rows.push(this.#row);
  }

  /** True for a table that stands in a cell only because someone drew a frame around it. */
  get isOwnTable(): boolean {
    const width = this.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
    return width >= OWN_TABLE_COLUMNS && this.rows.length >= OWN_TABLE_ROWS;
  }

  /** The text of a small inner table: a line for each row. */
  asLines(): string[] {
    return this.rows.map((row) =>
      row
        .map((cell) => (cell?.mergedFrom ? '' : (cell?.text ?? '')))
        .filter(Boolean)
        .join(' '),
    );
  }

  /** Turns this table and those within it into grids, numbering them on from `firstNumber`. */
  toGrids(firstNumber: number): Grid[] {
    const grids: Grid[] = [];
    if (this.rows.some((row) => row.some((cell) => cell && cell.text !== ''))) {
      this.rows.forEach((row, r) => {
        row.forEach((cell, c) => {
          if (cell) cell.address = tableAddress(firstNumber, r, c);
        });
      });
      grids.push({
        source: this.#file,
        name: `Bảng ${firstNumber}`,
        rows: this.rows,
        hidden: false,
        tableNumber: firstNumber,
        afterParagraph: this.#afterParagraph,
      });
    }
    for (const table of this.inner) grids.push(...table.toGrids(firstNumber + grids.length));
    return grids;
  }

  #advance(columns: number): void {
    this.#column += columns;
    if (this.#column > LIMITS.columns) {
      throw new AppError(documentErrors.too_many_columns, {
        file: this.#file,
        grid: this.#name,
        limit: LIMITS.columns,
      });
    }
  }

  #anchorOf(
    cell: CellState,
    row: number,
    column: number,
  ): { cell: GridCell; place: { row: number; column: number } } | undefined {
    const beside = cell.joinsLeft ? this.#row[column - 1] : undefined;
    if (beside) return { cell: beside, place: beside.mergedFrom ?? { row, column: column - 1 } };
    const above = cell.vertical === 'continue' ? this.rows[row - 1]?.[column] : undefined;
    if (above) return { cell: above, place: above.mergedFrom ?? { row: row - 1, column } };
    return undefined;
  }
}
