import { audit, auditEach, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure, type FieldProblem } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { numbersForChecks } from '../domain/check-cells.ts';
import { isClosed, undoing } from '../domain/closed.ts';
import { planSave } from '../domain/plan-save.ts';
import type { CellOutcome, SaveCellsInput, SaveCellsOutcome, Sheet } from '../domain/sheet.ts';
import { formErrors } from '../errors.ts';
import { formEvents } from '../events.ts';
import { formLimits } from '../limits.ts';
import { mayComplete } from '../policy.ts';
import { sheetsOf } from '../queries/sheets.ts';
import { writeSheets } from '../store/sheets.ts';
import { type Attempt, attempt, isRefused } from './save-attempt.ts';
import { readSaveScene, reasonOf, type SaveScene } from './save-scene.ts';

/**
 * Saves cells of one form for one period, of one unit or of many, and tells what became of each: figures through the figures room,
 * free cells by the same rules. The number of statements does not depend on the number of cells. A sheet that was said to be complete
 * stays whole: cells that would break an error check of it, or empty it, are refused. `complete` says that the sheets are complete,
 * and throws `forms.cells_refused`, `forms.sheet_lacking` or `forms.check_broken`, naming the cells, when they are not.
 */
export async function saveCells(
  context: CommandContext,
  tx: Tx,
  input: SaveCellsInput,
): Promise<SaveCellsOutcome> {
  const { cells, dryRun = false, whole = false, complete = false } = input;
  const limit = formLimits.cells_at_once;
  if (cells.length > limit) throw new AppError(formErrors.too_many_cells, { count: cells.length, limit });
  const scene = await readSaveScene(tx, input, context.now);
  if (complete) checkMayComplete(context, scene);
  const plan = planSave(scene.ready.compiled, cells, scene.sheets);
  const closed = [...scene.sheets.values()].filter((sheet) => complete || isClosed(sheet));
  let barred: ReadonlyMap<string, CellOutcome> = new Map();
  if (dryRun || whole || closed.length > 0) {
    const trial = await attempt(context, tx, { scene, plan, input, barred, write: false });
    if (complete) checkComplete(scene, trial);
    else barred = breaking(scene, closed, trial);
    const refused = whole && [...trial.outcomes].some((one) => isRefused(one) || barred.has(placeOf(one)));
    if (dryRun || refused)
      return told(
        trial.outcomes.map((one) => barred.get(placeOf(one)) ?? one),
        trial.sheets,
        false,
      );
  }
  const done = await attempt(context, tx, { scene, plan, input, barred, write: true });
  if (done.freeWritten > 0) await recordFree(context, tx, scene, done);
  const touched = new Set(done.outcomes.filter((one) => one.outcome === 'saved').map((one) => one.unitId));
  // What changed elsewhere since is told until the unit confirms again: no other save does so for it.
  const kept = closed.filter(
    (sheet) => complete || (sheet.state === 'complete' && touched.has(sheet.unitId)),
  );
  const sheets = await keepComplete(context, tx, scene, done, kept, complete);
  return told(done.outcomes, sheets, true);
}

export const placeOf = ({ unitId, key }: Pick<CellOutcome, 'unitId' | 'key'>): string => `${unitId} ${key}`;

function told(cells: readonly CellOutcome[], sheets: readonly Sheet[], applied: boolean): SaveCellsOutcome {
  const counts = { saved: 0, unchanged: 0, waiting: 0, conflict: 0, problem: 0 };
  for (const { outcome } of cells) counts[outcome] += 1;
  return { cells, counts, applied, sheets };
}

function checkMayComplete({ actor }: CommandContext, { units, unitIds, windows, period }: SaveScene): void {
  for (const unitId of unitIds) {
    const unit = units.get(unitId);
    ensure(unit && mayComplete(actor, unit), formErrors.not_allowed);
    const window = windows.of(period.code, unitId);
    ensure(window?.mayEnter, formErrors.window_closed, { reason: reasonOf(window) });
  }
}

/** Fields are named by the cell, `r2.c5`, or by unit and cell where there are several units. */
function fieldOf({ unitIds }: SaveScene, unitId: string, key: string): string {
  return unitIds.length > 1 ? `${unitId}.${key}` : key;
}

function checkComplete(scene: SaveScene, { outcomes, sheets }: Attempt): void {
  const problems: FieldProblem[] = outcomes.filter(isRefused).map((one) => {
    const field = fieldOf(scene, one.unitId, one.key);
    if (one.outcome === 'problem') return { field, message: one.error, params: one.params };
    return { field, message: formErrors.cells_refused, params: { count: 1 } };
  });
  if (problems.length > 0) throw new AppError(formErrors.cells_refused, { count: problems.length }, problems);
  const empty = sheets.flatMap((sheet) =>
    scene.ready.compiled.cells
      .filter((cell) => cell.required && sheet.cells[cell.key]?.asked && !sheet.cells[cell.key]?.value)
      .map((cell) => ({
        field: fieldOf(scene, sheet.unitId, cell.key),
        message: formErrors.sheet_lacking,
        params: { count: 1 },
      })),
  );
  if (empty.length > 0) throw new AppError(formErrors.sheet_lacking, { count: empty.length }, empty);
  const broken = sheets.flatMap((sheet) =>
    sheet.broken
      .filter((check) => check.severity === 'error')
      .map((check) => ({
        field: fieldOf(scene, sheet.unitId, check.cells[0] ?? check.key),
        message: check.message,
      })),
  );
  if (broken.length > 0) throw new AppError(formErrors.check_broken, {}, broken);
}

/** The cells that would leave a complete sheet broken or lacking; none of its cells is written then. */
function breaking(
  { ready }: SaveScene,
  closed: readonly Sheet[],
  { outcomes, sheets }: Attempt,
): Map<string, CellOutcome> {
  const after = new Map(sheets.map((sheet) => [sheet.unitId, sheet]));
  const barred = new Map<string, CellOutcome>();
  for (const { unitId } of closed) {
    const sheet = after.get(unitId);
    const why = sheet && undoing(ready, sheet);
    if (!why) continue;
    for (const one of outcomes) {
      const { key, place } = one;
      if (one.unitId !== unitId) continue;
      if (one.outcome === 'saved')
        barred.set(placeOf(one), { unitId, key, place, outcome: 'problem', ...why });
      // What another form refused beside the others could be right without them, and was judged by nobody here.
      if (one.outcome === 'problem') barred.set(placeOf(one), one);
    }
  }
  return barred;
}

async function recordFree(context: CommandContext, tx: Tx, scene: SaveScene, done: Attempt): Promise<void> {
  await audit(tx, context, formEvents.cells_saved, {
    subject: { type: 'form', id: scene.ready.form.id },
    after: { period: scene.period.code, via: done.via, count: done.freeWritten, cells: done.freeTold },
  });
}

/** Writes what units say of their sheets; the database looks at the error checks once more. */
async function keepComplete(
  context: CommandContext,
  tx: Tx,
  scene: SaveScene,
  done: Attempt,
  kept: readonly Sheet[],
  isSaid: boolean,
): Promise<readonly Sheet[]> {
  const { ready, period } = scene;
  const place = { formId: ready.form.id, periodCode: period.code };
  const after = new Map(done.sheets.map((sheet) => [sheet.unitId, sheet]));
  await writeSheets(
    context,
    tx,
    place,
    kept.map(({ unitId }) => ({
      unitId,
      versionId: ready.version.id,
      isComplete: true,
      numbers: numbersForChecks(ready.compiled, after.get(unitId)?.values ?? {}),
    })),
  );
  if (isSaid)
    await auditEach(
      tx,
      context,
      formEvents.completed,
      kept.map(({ unitId }) => ({
        subject: { type: 'sheet', id: newId() },
        after: { form: ready.form.code, version: ready.version.number, unitId, period: period.code },
      })),
    );
  // Sums since New Year and what was said of a sheet are read again where there are any.
  const sums = ready.compiled.cells.some((cell) => cell.figure?.relation === 'cumulative');
  if (kept.length === 0 && !sums) return done.sheets;
  return sheetsOf(tx, ready, { unitIds: scene.unitIds, period, asOf: null });
}
