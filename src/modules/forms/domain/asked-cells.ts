import type { CompiledForm } from './compiled.ts';
import type { FormSpec } from './spec.ts';

/** A free number with the words by which it is asked. */
export interface AskedCell {
  /** Of the first cell that asks for it. */
  readonly key: string;
  readonly name: string;
  /** Empty where the form does not say. */
  readonly unitOfMeasure: string;
}

/** What a form asks for in numbers beside figures: each row of a table, each column where rows are units. */
export function askedNumbers(spec: FormSpec, form: CompiledForm): AskedCell[] {
  const columns = new Map(form.columns.map((column) => [column.key, column]));
  const rows = new Map(form.rows.map((row) => [row.key, row]));
  const measure = /^Đơn vị tính\s*:?\s*(.+)$/i.exec(spec.unitLine)?.[1]?.trim() ?? '';
  const seen = new Set<string>();
  return form.cells.flatMap((cell) => {
    if (cell.kind !== 'free' || cell.input?.type !== 'number') return [];
    const row = rows.get(cell.row);
    const name = form.rowsAreUnits ? (columns.get(cell.column)?.path ?? []).join(' ') : (row?.label ?? '');
    if (seen.has(name)) return [];
    seen.add(name);
    return [{ key: cell.key, name, unitOfMeasure: row?.measure || measure }];
  });
}

/** Codes of the figures that are entered in a form. */
export function enteredFigures(form: CompiledForm): string[] {
  return [...new Set(form.cells.flatMap((cell) => (cell.input && cell.figure ? [cell.figure.code] : [])))];
}
