import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Grid, GridCell } from '../../../kernel/documents/index.ts';
import { type CellFinding, personalInGrid } from './personal-grid.ts';
import type { PersonalKind, PersonalRules } from './personal-kinds.ts';

export interface ReducedCell {
  readonly text: string;
  readonly value?: number | boolean | CalendarDate;
  readonly bold: boolean;
  /** How far it reaches to the right and down; 1 where it is not merged. */
  readonly columns: number;
  readonly rows: number;
}

/** A sheet as it may be shown; `undefined` where nothing stands or a merged cell reaches. */
export interface ReducedSheet {
  readonly name: string;
  readonly rows: readonly (readonly (ReducedCell | undefined)[])[];
  /** Headings of the columns that were left out. */
  readonly dropped: readonly string[];
  /** Cells in which something was covered. */
  readonly covered: number;
}

/** What stands in place of what was taken out. */
export const COVERED = '[đã che]';

/**
 * The sheet without what is personal in it: columns that are personal as a whole are left out, birth dates become years, other places are
 * covered. Rows and columns that the workbook hides are left out too, for their owner did not mean to show them.
 */
export function reduceSheet(
  grid: Grid,
  rules: PersonalRules,
  hiddenColumns: ReadonlySet<number>,
): ReducedSheet {
  const found = personalInGrid(grid, rules);
  const columns = new Set([...hiddenColumns, ...columnsToDrop(grid, found)]);
  const width = Math.max(0, ...grid.rows.map((cells) => cells.length));
  const keptColumns = range(width).filter((column) => !columns.has(column));
  const hiddenRows = new Set(grid.hiddenRows);
  const keptRows = range(grid.rows.length).filter((row) => !hiddenRows.has(row));
  const byPlace = Map.groupBy(found, ({ row, column }) => `${row} ${column}`);
  const seen = new Set<GridCell>();
  let covered = 0;
  const rows = keptRows.map((row) =>
    keptColumns.map((column): ReducedCell | undefined => {
      const anchor = anchorOf(grid, row, column);
      // Merged over what was left out: the first place that is kept shows it.
      if (!anchor || seen.has(anchor.cell)) return undefined;
      seen.add(anchor.cell);
      const here = byPlace.get(`${anchor.row} ${anchor.column}`) ?? [];
      if (here.length > 0) covered += 1;
      const reach = (
        line: readonly number[],
        from: number,
        at: (other: number) => GridCell | undefined,
      ): number => line.filter((other) => other >= from && isOf(at(other), anchor)).length;
      const size = {
        columns: reach(keptColumns, column, (other) => grid.rows[row]?.[other]),
        rows: reach(keptRows, row, (other) => grid.rows[other]?.[column]),
      };
      return { ...shown(anchor.cell, here), ...size };
    }),
  );
  const dropped = [...columns]
    .filter((column) => !hiddenColumns.has(column))
    .map((column) => headingAt(grid, column, found));
  return { name: grid.name, rows, dropped: dropped.filter((heading) => heading !== ''), covered };
}

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

interface Anchor {
  readonly cell: GridCell;
  readonly row: number;
  readonly column: number;
}

function anchorOf(grid: Grid, row: number, column: number): Anchor | undefined {
  const cell = grid.rows[row]?.[column];
  if (!cell?.mergedFrom) return cell && { cell, row, column };
  const from = cell.mergedFrom;
  const anchor = grid.rows[from.row]?.[from.column];
  return anchor && { cell: anchor, ...from };
}

function isOf(cell: GridCell | undefined, anchor: Anchor): boolean {
  if (cell === anchor.cell) return true;
  return cell?.mergedFrom?.row === anchor.row && cell.mergedFrom.column === anchor.column;
}

/** Half of what stands below the heading: another table of the sheet may use the column for something else. */
const SHARE = 0.5;
/** A year is not the full date. */
const TO_YEAR: PersonalKind = 'birth_date';

function columnsToDrop(grid: Grid, found: readonly CellFinding[]): number[] {
  const ruled = found.filter(({ by, kind }) => by === 'column' && kind !== TO_YEAR);
  return [...Map.groupBy(ruled, ({ column }) => column)].flatMap(([column, cells]) => {
    const first = Math.min(...cells.map(({ row }) => row));
    const filled = grid.rows.slice(first).filter((row) => row[column] && !row[column]?.mergedFrom).length;
    return cells.length >= filled * SHARE ? column : [];
  });
}

function headingAt(grid: Grid, column: number, found: readonly CellFinding[]): string {
  const first = found.find((one) => one.column === column)?.row ?? 0;
  const words = grid.rows
    .slice(0, first)
    .findLast((row) => row[column] && !/^[\d().]*$/.test(row[column]?.text ?? ''));
  return words?.[column]?.text.replace(/\s+/g, ' ') ?? '';
}

function shown(cell: GridCell, found: readonly CellFinding[]): Pick<ReducedCell, 'text' | 'bold' | 'value'> {
  const { text, bold, value } = cell;
  if (found.length === 0) return { text, bold, ...(value === undefined ? {} : { value }) };
  const parts = found.toSorted((one, other) => other.start - one.start);
  return { bold, text: parts.reduce((rest, one) => covering(rest, one), text) };
}

function covering(text: string, { kind, start, end }: CellFinding): string {
  const year = kind === TO_YEAR ? /\d{4}$/.exec(text.slice(start, end))?.[0] : undefined;
  return text.slice(0, start) + (year ?? COVERED) + text.slice(end);
}
