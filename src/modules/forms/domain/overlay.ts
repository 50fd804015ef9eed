import type { Figure, Via } from '../../figures/index.ts';
import { finishSheet } from './assemble.ts';
import type { CellValue } from './compiled.ts';
import { partOfFigure } from './figure-parts.ts';
import type { ReadyForm, Sheet, SheetCell } from './sheet.ts';

/** What was, or would be, written of one cell or figure. */
export interface Written {
  readonly value: CellValue | null;
  readonly revision: number;
  readonly isLate: boolean;
  readonly byName: string;
  readonly byUnitId: string | null;
  readonly changedAt: Date;
  readonly via: Via;
}

/** The sheet as it is once these cells are written. */
export function withWritten(
  ready: ReadyForm,
  sheet: Sheet,
  free: ReadonlyMap<string, Written>,
  figures: ReadonlyMap<string, Omit<Written, 'value'> & { readonly figure: Figure | null }>,
  periods: Parameters<typeof finishSheet>[1]['periods'],
): Sheet {
  const cells: Record<string, SheetCell> = { ...sheet.cells };
  const values: Record<string, CellValue | undefined> = { ...sheet.values };
  for (const cell of ready.compiled.cells) {
    if (cell.expr) delete values[cell.key];
    const figure = cell.figure?.relation === 'this' ? figures.get(cell.figure.id) : undefined;
    const written = cell.figure
      ? figure && { ...figure, value: partOfFigure(figure.figure, cell.figure.part) }
      : free.get(cell.key);
    if (!written || cell.kind === 'formula') continue;
    const { value, revision, isLate, byName, byUnitId, changedAt, via } = written;
    cells[cell.key] = {
      value,
      revision,
      isLate,
      byName,
      byUnitId,
      changedAt,
      via,
      asked: cells[cell.key]?.asked ?? true,
    };
    values[cell.key] = value ?? undefined;
  }
  const { completed, revision, versionId } = sheet;
  const stored = completed
    ? { ...completed, isComplete: true, changedAt: completed.at, revision }
    : { versionId, isComplete: false, byName: '', changedAt: new Date(0), revision };
  return finishSheet(ready, { unitId: sheet.unitId, periods, stored }, cells, values);
}
