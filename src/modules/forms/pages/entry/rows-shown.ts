import type { CompiledForm, CompiledRow } from '../../domain/compiled.ts';
import type { FormScene, UnitScene } from './scene.ts';

/**
 * The rows of a form that mean something to a unit: one whose figures are all asked of others is left out, and a heading with
 * nothing below it.
 */
export function rowsFor({ ready }: FormScene, { sheet }: UnitScene): readonly CompiledRow[] {
  const { compiled } = ready;
  const isMeant = (row: CompiledRow): boolean => {
    const figures = compiled.cells.filter(
      ({ row: key, input, figure }) => key === row.key && input !== null && figure !== null,
    );
    return (
      figures.length === 0 ||
      figures.some(({ key }) => sheet.cells[key]?.asked || sheet.cells[key]?.value != null)
    );
  };
  const kept = compiled.rows.filter((row) => row.kind === 'group' || isMeant(row));
  return kept.filter((row, at) => row.kind === 'row' || holdsRows(kept, at));
}

/** Something stands below the heading before one of the same or a higher level. */
function holdsRows(rows: CompiledForm['rows'], at: number): boolean {
  const level = rows[at]?.level ?? 0;
  for (const row of rows.slice(at + 1)) {
    if (row.kind === 'row') return true;
    if (row.level <= level) return false;
  }
  return false;
}
