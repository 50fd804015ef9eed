import type { CellSpec, ColumnRole, ColumnSpec, FormSpec } from './spec.ts';

/** One heading of the tree of columns as a line; what follows on a deeper level stands under it. */
export interface ColumnLine {
  /** Of a leaf; empty for a group, and for a leaf that has none yet. */
  readonly key: string;
  /** 1: the topmost heading. */
  readonly level: number;
  readonly label: string;
  readonly role: ColumnRole;
  readonly cell: CellSpec | undefined;
}

export const DEEPEST_HEADING = 4;

/** The tree as lines from the top, in the order in which they are read. */
export function columnLines(columns: readonly ColumnSpec[], level = 1): ColumnLine[] {
  return columns.flatMap((column) => [
    { key: column.key ?? '', level, label: column.label, role: column.role, cell: column.cell },
    ...columnLines(column.columns ?? [], level + 1),
  ]);
}

/** The keys of the columns at the foot of the tree. */
export function columnKeysOf(columns: readonly ColumnSpec[]): string[] {
  return columnLines(columns).flatMap(({ key }) => (key === '' ? [] : [key]));
}

/** The keys of all columns and rows. */
export function keysOf({ columns, rows }: FormSpec): string[] {
  return [...columnKeysOf(columns), ...(rows.kind === 'fixed' ? rows.rows.map(({ key }) => key) : [])];
}

/** The first of `c1`, `c2` … that nobody has. */
export function nextKey(prefix: string, used: ReadonlySet<string>): string {
  let number = 1;
  while (used.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

/** The lines as a tree again: levels without a heading above them move up, leaves without a key get one. */
export function columnsFrom(
  lines: readonly ColumnLine[],
  taken: ReadonlySet<string> = new Set(),
): ColumnSpec[] {
  const used = new Set([...taken, ...lines.map((line) => line.key)]);
  let at = 0;
  const build = (level: number): ColumnSpec[] => {
    const made: ColumnSpec[] = [];
    for (let line = lines[at]; line && (made.length === 0 || line.level >= level); line = lines[at]) {
      at += 1;
      const next = lines[at];
      if (next && next.level > level && level < DEEPEST_HEADING)
        made.push({ label: line.label, role: 'cells', columns: build(level + 1) });
      else made.push(leaf(line, used));
    }
    return made;
  };
  return lines.length === 0 ? [] : build(1);
}

function leaf({ key, label, role, cell }: ColumnLine, used: Set<string>): ColumnSpec {
  const own = key === '' ? nextKey('c', used) : key;
  used.add(own);
  return { key: own, label, role, ...(role === 'cells' && cell ? { cell } : {}) };
}

/** One of a list moved up or down by one place. */
export function moved<T>(items: readonly T[], from: number, by: 1 | -1): T[] {
  const to = from + by;
  const [a, b] = [items[from], items[to]];
  if (a === undefined || b === undefined) return [...items];
  return items.map((item, index) => (index === from ? b : index === to ? a : item));
}
