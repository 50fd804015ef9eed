import type { Grid, GridCell } from '../../../kernel/documents/index.ts';
import type { ColumnSpec } from './spec.ts';

/** Where a table stands in a sheet, 0-based. */
export interface TablePlace {
  readonly headerTop: number;
  readonly headerBottom: number;
  /** The row of column numbers below the heading. */
  readonly numberRow: number | null;
  readonly left: number;
  readonly right: number;
}

const textOf = (cell: GridCell | undefined): string => cell?.text.replace(/\s+/g, ' ').trim() ?? '';
const at = (grid: Grid, row: number, column: number): GridCell | undefined => grid.rows[row]?.[column];
/** Cells of a row that are the beginning of something: not covered by a merge from elsewhere. */
const ownCells = (grid: Grid, row: number): number =>
  (grid.rows[row] ?? []).filter(
    (cell) => cell && (!cell.mergedFrom || cell.mergedFrom.row !== row) && textOf(cell) !== '',
  ).length;

const NUMBERED = /^\(?\s*(\d{1,2})\s*\)?\s*(?:=\s*(.+))?$/;

/** What a row of column numbers says of one column: its number, and how it is computed where it says so (`3=4+5`). */
export function columnNumber(
  text: string,
): { readonly number: number; readonly computed: string | null } | undefined {
  const match = NUMBERED.exec(text.replace(/\s+/g, ' ').trim());
  return match ? { number: Number(match[1]), computed: match[2] ?? null } : undefined;
}

function isNumberRow(grid: Grid, row: number): boolean {
  const numbers = (grid.rows[row] ?? []).flatMap((cell) => (cell ? [columnNumber(cell.text)?.number] : []));
  const known = numbers.filter((number) => number !== undefined);
  if (known.length < 3 || known.length < numbers.length - 2) return false;
  return known.every((number, index) => index === 0 || number === (known[index - 1] ?? 0) + 1);
}

const FIRST_HEADING = /^(tt|stt|số tt|số thứ tự|no\.?)$/i;

/** The first table of a sheet: by its row of column numbers, else by a heading that begins with “TT”. */
export function findTable(grid: Grid): TablePlace | undefined {
  for (let row = 1; row < grid.rows.length; row++)
    if (isNumberRow(grid, row)) {
      let top = row;
      while (top > 0 && (ownCells(grid, top - 1) >= 2 || isInsideMerge(grid, top - 1, row))) top -= 1;
      if (top < row) return placed(grid, top, row - 1, row);
    }
  for (let row = 0; row < grid.rows.length; row++) {
    const column = (grid.rows[row] ?? []).findIndex((cell) => FIRST_HEADING.test(textOf(cell)));
    if (column < 0 || ownCells(grid, row) < 2) continue;
    let bottom = row;
    while (at(grid, bottom + 1, column)?.mergedFrom?.row === row) bottom += 1;
    return placed(grid, row, bottom, null);
  }
  return undefined;
}

/** A row whose cells all belong to merges that reach further down is still heading. */
function isInsideMerge(grid: Grid, row: number, below: number): boolean {
  const cells = (grid.rows[row] ?? []).filter((cell) => cell !== undefined);
  return (
    cells.length >= 2 && cells.some((cell) => cell?.mergedFrom && cell.mergedFrom.row < row) && row < below
  );
}

function placed(grid: Grid, headerTop: number, headerBottom: number, numberRow: number | null): TablePlace {
  let [left, right] = [Number.POSITIVE_INFINITY, 0];
  for (let row = headerTop; row <= (numberRow ?? headerBottom); row++)
    (grid.rows[row] ?? []).forEach((cell, column) => {
      if (textOf(cell) === '') return;
      left = Math.min(left, column);
      right = Math.max(right, column);
    });
  return { headerTop, headerBottom, numberRow, left, right };
}

/** The labels over each column from the top, with what makes them one cell. */
function labelsOver(
  grid: Grid,
  place: TablePlace,
  column: number,
): { readonly id: string; readonly label: string }[] {
  const found: { id: string; label: string }[] = [];
  for (let row = place.headerTop; row <= place.headerBottom; row++) {
    const cell = headingAt(grid, place, row, column);
    if (!cell || found.at(-1)?.id === cell.id) continue;
    found.push(cell);
  }
  return found;
}

/** The heading over a place: its own cell or merge; a hole right of a group that was not merged belongs to the group. */
function headingAt(
  grid: Grid,
  place: TablePlace,
  row: number,
  column: number,
): { id: string; label: string } | undefined {
  const own = at(grid, row, column);
  if (textOf(own) !== '') {
    const from = own?.mergedFrom ?? { row, column };
    return { id: `${from.row}.${from.column}`, label: textOf(own) };
  }
  const below = grid.rows.slice(row + 1, place.headerBottom + 1);
  if (!below.some((cells) => textOf(cells[column]) !== '')) return undefined;
  for (let left = column - 1; left >= place.left; left--) {
    const cell = at(grid, row, left);
    if (textOf(cell) === '') continue;
    const reachesDown = at(grid, row + 1, left)?.mergedFrom?.row === (cell?.mergedFrom?.row ?? row);
    const from = cell?.mergedFrom ?? { row, column: left };
    return reachesDown ? undefined : { id: `${from.row}.${from.column}`, label: textOf(cell) };
  }
  return undefined;
}

/** The tree of columns; `leafOf` makes a leaf from its 0-based column and the labels over it. */
export function columnTree(
  grid: Grid,
  place: TablePlace,
  leafOf: (column: number, labels: readonly string[]) => ColumnSpec,
): ColumnSpec[] {
  const paths = Array.from({ length: place.right - place.left + 1 }, (_, offset) => {
    const column = place.left + offset;
    return { column, labels: labelsOver(grid, place, column) };
  }).filter(({ labels }) => labels.length > 0);
  const build = (members: typeof paths, level: number): ColumnSpec[] => {
    const made: ColumnSpec[] = [];
    for (let start = 0; start < members.length; ) {
      const first = members[start];
      const id = first?.labels[level]?.id;
      let end = start + 1;
      while (end < members.length && members[end]?.labels[level]?.id === id) end += 1;
      const inside = members.slice(start, end);
      const labels = first?.labels.map((one) => one.label) ?? [];
      if (first && inside.every((one) => one.labels.length === level + 1))
        for (const one of inside)
          made.push(
            leafOf(
              one.column,
              one.labels.map((label) => label.label),
            ),
          );
      else made.push({ label: labels[level] ?? '', role: 'cells', columns: build(inside, level + 1) });
      start = end;
    }
    return made;
  };
  return build(paths, 0);
}
