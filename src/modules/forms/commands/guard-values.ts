import type { Tx } from '../../../kernel/db/database.ts';
import type { CellToWrite, Problem, ValueGuard } from '../../figures/index.ts';
import { periodsByCodes } from '../../periods/index.ts';
import { refusedRows, type TouchedSheet } from '../domain/refuse-rows.ts';
import { byUnitAndPeriod, figuresShown, placesOf, writtenAt } from '../domain/touched-figures.ts';
import { brokenChecks } from '../queries/broken-checks.ts';
import { readyFormsOf } from '../queries/ready.ts';
import { readSheets } from '../queries/sheets.ts';
import { completeSheets, holdSheets } from '../store/sheets.ts';

/** Keeps sheets that were said to be complete whole, by whichever way figures are saved, and tells what others break. */
export const valueGuard: ValueGuard = { hold: holdSheets, refuse, broken: brokenChecks };

/**
 * One statement where no sheet of these units and periods is complete; else one more, and six for each period with such sheets.
 * A sheet is kept from values of its own period: what an earlier period says is corrected under that period's own window.
 */
async function refuse(
  tx: Tx,
  cells: readonly CellToWrite[],
  judged: string | null,
): Promise<Map<number, Problem>> {
  const touched = byUnitAndPeriod(cells);
  const complete = await completeSheets(tx, placesOf(touched), judged);
  if (complete.length === 0) return new Map();
  const written = writtenAt(cells);
  const sheets: TouchedSheet[] = [];
  for (const period of await periodsByCodes(tx, [...new Set(complete.map((one) => one.periodCode))])) {
    const here = complete.filter((one) => one.periodCode === period.code);
    const pairs = new Set(here.map((one) => `${one.formId} ${one.unitId}`));
    const ready = await readyFormsOf(tx, [...new Set(here.map((one) => one.formId))], period);
    const unitIds = [...new Set(here.map((one) => one.unitId))];
    const shown = new Map(ready.map((one) => [one.form.id, figuresShown(one.compiled)]));
    for (const { ready: form, unit, make } of await readSheets(tx, ready, { unitIds, period, asOf: null })) {
      if (!pairs.has(`${form.form.id} ${unit.id}`)) continue;
      const own = touched.get(period.code)?.get(unit.id) ?? [];
      const rows = own.flatMap(({ at, figureId }) => (shown.get(form.form.id)?.has(figureId) ? [at] : []));
      if (rows.length === 0) continue;
      sheets.push({
        ready: form,
        unitId: unit.id,
        rows,
        make: (isWritten) => make((...key) => written(key, isWritten)),
      });
    }
  }
  return refusedRows(sheets);
}
