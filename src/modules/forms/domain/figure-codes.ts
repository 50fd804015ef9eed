import type { CellSpec, ColumnSpec, FormSpec } from './spec.ts';

/** Codes of the figures that a form shows, each once. */
export function figureCodes(spec: FormSpec): string[] {
  const codes = new Set<string>();
  const add = (cell: CellSpec | undefined): void => {
    if (cell?.kind === 'figure' && cell.figure !== null) codes.add(cell.figure);
  };
  const visit = (columns: readonly ColumnSpec[]): void => {
    for (const column of columns) {
      add(column.cell);
      visit(column.columns ?? []);
    }
  };
  visit(spec.columns);
  if (spec.rows.kind === 'fixed')
    for (const row of spec.rows.rows) {
      add(row.cell);
      if (row.figure !== null) codes.add(row.figure);
    }
  for (const cell of Object.values(spec.cells)) add(cell);
  return [...codes];
}
