import type { Grid } from '../../../kernel/documents/index.ts';
import { withoutDiacritics } from '../../../kernel/i18n.ts';
import type { TableField } from '../domain/declaration.ts';
import { takenColumns } from '../domain/read-content.ts';
import { sheetNames } from './layout.ts';

/** Where a table of an obligation stands in a file. */
export interface FoundTable {
  readonly grid: Grid;
  /** 0-based row of the words of the columns. */
  readonly headerRow: number;
  /** The 0-based column of each column of the obligation that was found. */
  readonly columns: ReadonlyMap<string, number>;
  /** Headings that are no column of it; order numbers and what is never taken are none of them. */
  readonly unknown: readonly { readonly column: number; readonly text: string }[];
}

/** Rows from the top in which a header is looked for: titles and grounds stand above it. */
const HEADER_WITHIN = 30;

const folded = (text: string): string =>
  withoutDiacritics(text)
    .replace(/\(\*\)/g, '')
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim();

/** The same words, but for diacritics, signs and the mark of what is required. */
export const sameLabel = (a: string, b: string): boolean => folded(a) === folded(b);

/** Finds each table: first in the sheet of its name, then in any sheet that no other table has. */
export function findTables(
  tables: readonly TableField[],
  grids: readonly Grid[],
): ReadonlyMap<string, FoundTable> {
  const names = sheetNames(tables);
  const found = new Map<string, FoundTable>();
  const taken = new Set<Grid>();
  const take = (table: TableField, among: readonly Grid[]): void => {
    const best = among
      .filter((grid) => !taken.has(grid))
      .flatMap((grid) => headerIn(table, grid) ?? [])
      .sort((a, b) => b.columns.size - a.columns.size)[0];
    if (!best) return;
    taken.add(best.grid);
    found.set(table.key, best);
  };
  tables.forEach((table, at) => {
    take(
      table,
      grids.filter(({ name }) => sameLabel(name, names[at] ?? '')),
    );
  });
  for (const table of tables) if (!found.has(table.key)) take(table, grids);
  return found;
}

function headerIn(table: TableField, grid: Grid): FoundTable | undefined {
  const wanted = takenColumns(table);
  const enough = Math.min(2, wanted.length);
  let best: FoundTable | undefined;
  for (let row = 0; row < Math.min(grid.rows.length, HEADER_WITHIN); row++) {
    const one = readHeader(table, grid, row);
    if (one.columns.size >= enough && one.columns.size > (best?.columns.size ?? 0)) best = one;
  }
  return best;
}

const ORDER = new Set(['stt', 'tt', 'so tt', 'so thu tu', 'no']);

function readHeader(table: TableField, grid: Grid, headerRow: number): FoundTable {
  const columns = new Map<string, number>();
  const unknown: { column: number; text: string }[] = [];
  (grid.rows[headerRow] ?? []).forEach((cell, column) => {
    if (!cell || cell.text === '') return;
    const known = table.columns.find(
      ({ key, label }) =>
        !columns.has(key) && (sameLabel(cell.text, label.vi) || sameLabel(cell.text, label.en)),
    );
    if (known?.personal === 'never') return;
    if (known) columns.set(known.key, column);
    else if (!ORDER.has(folded(cell.text))) unknown.push({ column, text: cell.text });
  });
  return { grid, headerRow, columns, unknown };
}
