import type { CompiledColumn, HeaderCell } from './compiled.ts';
import type { ColumnSpec } from './spec.ts';

/** The tree of columns as rows of heading cells, and its leaves. */
export interface Header {
  readonly rows: readonly (readonly HeaderCell[])[];
  readonly leaves: readonly (CompiledColumn & { readonly spec: ColumnSpec })[];
}

const depthOf = (columns: readonly ColumnSpec[]): number =>
  1 + Math.max(0, ...columns.map((one) => (one.columns ? depthOf(one.columns) : 0)));

export function headerOf(columns: readonly ColumnSpec[]): Header {
  const depth = depthOf(columns);
  const rows: HeaderCell[][] = Array.from({ length: depth }, () => []);
  const leaves: (CompiledColumn & { spec: ColumnSpec })[] = [];
  const place = (column: ColumnSpec, level: number, above: readonly string[]): void => {
    const at = leaves.length;
    const path = [...above, column.label];
    if (column.columns) for (const child of column.columns) place(child, level + 1, path);
    else {
      const { key = '', label, role } = column;
      leaves.push({ key, label, role, number: `(${at + 1})`, path, spec: column });
    }
    const rowspan = column.columns ? 1 : depth - level;
    rows[level]?.push({ label: column.label, colspan: leaves.length - at, rowspan, at });
  };
  for (const column of columns) place(column, 0, []);
  // A leaf is placed after its group's other leaves were: a row reads from the left.
  return { rows: rows.map((row) => row.sort((a, b) => a.at - b.at)), leaves };
}
