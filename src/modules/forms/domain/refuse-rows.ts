import type { Problem } from '../../figures/index.ts';
import { isClosed, undoing } from './closed.ts';
import type { ReadyForm, Sheet } from './sheet.ts';

/** A sheet that some of the rows to write stand in. */
export interface TouchedSheet {
  readonly ready: Pick<ReadyForm, 'form'>;
  readonly unitId: string;
  /** Places of the rows whose figure it shows for its own period. */
  readonly rows: readonly number[];
  /** The sheet as it is once these rows are written. */
  make(isWritten: (row: number) => boolean): Sheet;
}

/**
 * The rows that would undo a closed sheet: all that stand in it, for none of them alone is the wrong one. Without them other sheets of
 * the unit are looked at again, until what is left keeps every sheet whole.
 */
export function refusedRows(sheets: readonly TouchedSheet[]): Map<number, Problem> {
  const refused = new Map<number, Problem>();
  let looked = sheets;
  while (looked.length > 0) {
    const found = new Map<number, Problem>();
    const units = new Set<string>();
    for (const { ready, unitId, rows, make } of looked) {
      const left = rows.filter((row) => !refused.has(row));
      if (left.length === 0) continue;
      const after = make((row) => !refused.has(row));
      const problem = undoing(ready, after);
      if (!problem) continue;
      const own = new Set(left);
      if (!isClosed(make((row) => !refused.has(row) && !own.has(row)))) continue;
      units.add(unitId);
      for (const row of left) if (!found.has(row)) found.set(row, problem);
    }
    for (const [row, problem] of found) refused.set(row, problem);
    looked = sheets.filter((sheet) => units.has(sheet.unitId));
  }
  return refused;
}
