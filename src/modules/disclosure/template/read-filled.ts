import {
  addressOf,
  type DocumentContent,
  type Grid,
  type GridCell,
  readDocument,
} from '../../../kernel/documents/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Content, ContentProblem, RawContent, RawRow } from '../domain/content.ts';
import type { SimpleField, TableField } from '../domain/declaration.ts';
import { missingOf, problemAt, readContent, takenColumns } from '../domain/read-content.ts';
import type { ValueKind, Village } from '../domain/read-value.ts';
import type { Terms } from '../domain/terms.ts';
import { catalogErrors } from '../errors-catalog.ts';
import { type FoundTable, findTables, sameLabel } from './find-tables.ts';
import { factsOf, MEMORY_MARK, MEMORY_SHEET, tablesOf } from './layout.ts';

/** A problem with its place in the workbook: `Danh sách hộ!C7`; null where no cell is about it. */
export type PlacedProblem = ContentProblem & { readonly at: string | null };

export interface Filled {
  readonly content: Content;
  readonly problems: readonly PlacedProblem[];
  /** What is required and lacks. */
  readonly missing: readonly PlacedProblem[];
}

type PlaceOf = (row: number, key: string | null) => string | undefined;
interface Gathered {
  readonly raw: RawContent;
  readonly problems: PlacedProblem[];
  readonly places: ReadonlyMap<string, PlaceOf>;
}

/**
 * Reads a filled workbook (or a CSV file with the same columns) of an obligation. Tables are found by the words of their columns, so
 * that columns may be moved and sheets renamed. Throws the errors of `readDocument`, `disclosure.sheet_of_another` for the workbook of
 * another obligation, and `disclosure.sheet_not_found` where nothing of this one stands.
 */
export async function readFilled(
  bytes: Uint8Array,
  fileName: string,
  terms: Pick<Terms, 'code' | 'fields'>,
  { villages }: { readonly villages: readonly Village[] },
): Promise<Filled> {
  const document = await readDocument(fileName, bytes);
  refuseAnother(document, terms.code);
  const grids = document.grids.filter(({ name }) => name !== MEMORY_SHEET);
  const gathered = gather(terms, grids);
  const { content, problems } = readContent(terms, gathered.raw, { villages });
  const placed = (problem: ContentProblem): PlacedProblem => ({
    ...problem,
    at: gathered.places.get(problem.fieldKey)?.(problem.row ?? 0, problem.columnKey) ?? null,
  });
  return {
    content,
    problems: [...gathered.problems, ...problems.map(placed)],
    missing: missingOf(terms, content).map(placed),
  };
}

function refuseAnother({ grids }: DocumentContent, code: string): void {
  const [first] = grids.find(({ name }) => name === MEMORY_SHEET)?.rows ?? [];
  const [mark, , of] = first ?? [];
  if (mark?.text === MEMORY_MARK && of && of.text !== code)
    throw new AppError(catalogErrors.sheet_of_another, { code: of.text });
}

function gather(terms: Pick<Terms, 'fields'>, grids: readonly Grid[]): Gathered {
  const raw: Record<string, string | number | null | readonly RawRow[]> = {};
  const problems: PlacedProblem[] = [];
  const places = new Map<string, PlaceOf>();
  const tables = tablesOf(terms);
  const found = findTables(tables, grids);
  const taken = new Set([...found.values()].map(({ grid }) => grid));
  let facts = 0;
  for (const field of factsOf(terms)) {
    const cell = factCell(
      field,
      grids.filter((grid) => !taken.has(grid)),
    );
    if (!cell) continue;
    facts += 1;
    raw[field.key] = rawOfCell(field.kind, cell.grid.rows[cell.row]?.[cell.column]);
    places.set(field.key, () => placeIn(cell.grid, cell.row, cell.column));
  }
  if (found.size === 0 && facts === 0) throw new AppError(catalogErrors.sheet_not_found);
  for (const table of tables) {
    const place = found.get(table.key);
    if (!place) continue;
    const read = readRows(table, place);
    raw[table.key] = read.rows;
    problems.push(...headerProblems(table, place), ...read.problems);
    places.set(table.key, (row, key) => {
      const column = key === null ? undefined : place.columns.get(key);
      const line = read.lines[row] ?? place.headerRow;
      return placeIn(place.grid, line, column ?? 0);
    });
  }
  return { raw, problems, places };
}

const placeIn = (grid: Grid, row: number, column: number): string =>
  `${grid.name}!${addressOf(grid, row, column)}`;

/** The cell right of the words of a single value. */
function factCell(
  { label }: SimpleField,
  grids: readonly Grid[],
): { grid: Grid; row: number; column: number } | undefined {
  for (const grid of grids)
    for (const [row, cells] of grid.rows.entries()) {
      const column = cells.findIndex(
        (cell) => cell !== undefined && (sameLabel(cell.text, label.vi) || sameLabel(cell.text, label.en)),
      );
      if (column >= 0) return { grid, row, column: column + 1 };
    }
  return undefined;
}

function headerProblems(
  table: TableField,
  { grid, headerRow, columns, unknown }: FoundTable,
): PlacedProblem[] {
  const missing = takenColumns(table)
    .filter(({ key, required }) => required && !columns.has(key))
    .map(({ key }) => ({
      ...problemAt('column_missing', table.key, null, key),
      at: placeIn(grid, headerRow, 0),
    }));
  const strange = unknown.map(({ column, text }) => ({
    ...problemAt('unknown_column', table.key, null, text),
    at: placeIn(grid, headerRow, column),
  }));
  return [...missing, ...strange];
}

interface ReadRows {
  readonly rows: RawRow[];
  /** The line of the sheet that each row stands in. */
  readonly lines: (number | undefined)[];
  readonly problems: PlacedProblem[];
}

/** The lines under the header: printed ones find their place by their words, others follow them in their order. */
function readRows(table: TableField, { grid, headerRow, columns }: FoundTable): ReadRows {
  const fixed = table.rows ?? [];
  const printed: (RawRow | undefined)[] = fixed.map(() => undefined);
  const printedLines: (number | undefined)[] = fixed.map(() => undefined);
  const added: RawRow[] = [];
  const addedLines: number[] = [];
  const problems: PlacedProblem[] = [];
  const [first] = takenColumns(table);
  for (let line = headerRow + 1; line < grid.rows.length; line++) {
    const cells = grid.rows[line] ?? [];
    const row = rowOf(table, columns, cells);
    if (Object.values(row).every((value) => value === '')) continue;
    const words = String(first ? (row[first.key] ?? '') : '');
    const at = fixed.findIndex(
      ({ vi, en }, index) => printed[index] === undefined && (sameLabel(words, vi) || sameLabel(words, en)),
    );
    if (at >= 0) {
      printed[at] = row;
      printedLines[at] = line;
    } else if (table.open) {
      added.push(row);
      addedLines.push(line);
    } else {
      const column = first ? columns.get(first.key) : undefined;
      const wanted = fixed.find((_, index) => printed[index] === undefined)?.vi ?? '';
      problems.push({
        ...problemAt('fixed_row_changed', table.key, null, first?.key ?? null, { typed: words, wanted }),
        at: placeIn(grid, line, column ?? 0),
      });
    }
  }
  return {
    rows: [...printed.map((row) => row ?? {}), ...added],
    lines: [...printedLines, ...addedLines],
    problems,
  };
}

function rowOf(
  table: TableField,
  columns: ReadonlyMap<string, number>,
  cells: readonly (GridCell | undefined)[],
): RawRow {
  return Object.fromEntries(
    takenColumns(table).flatMap(({ key, kind }) => {
      const column = columns.get(key);
      return column === undefined ? [] : [[key, rawOfCell(kind, cells[column])]];
    }),
  );
}

function rawOfCell(kind: ValueKind, cell: GridCell | undefined): string | number {
  if (!cell) return '';
  const isNumber = kind === 'number' || kind === 'amount' || kind === 'percent';
  if (isNumber && typeof cell.value === 'number') {
    // A number is what Excel stores, fifteen digits of it, not what it shows rounded; 95% is stored as 0,95.
    const stored = kind === 'percent' && cell.text.endsWith('%') ? cell.value * 100 : cell.value;
    return Number(stored.toPrecision(15));
  }
  if (kind === 'date' && typeof cell.value === 'string') return cell.value;
  return cell.text;
}
