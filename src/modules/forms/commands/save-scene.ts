import type { Actor } from '../../../kernel/authz.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, type ErrorType, ensure } from '../../../kernel/errors.ts';
import { type Message, type MessageParams, say } from '../../../kernel/i18n.ts';
import { figureErrors, mayEnterForUnit } from '../../figures/index.ts';
import {
  holdPeriods,
  type Period,
  periodByCode,
  type Window,
  type Windows,
  windowsAt,
} from '../../periods/index.ts';
import { type PlacedUnit, unitsOnDays } from '../../units/index.ts';
import { wrongWords } from '../cell-messages.ts';
import type { PlannedFree } from '../domain/plan-save.ts';
import type { ReadyForm, SaveCellsInput, Sheet } from '../domain/sheet.ts';
import { valueWrong } from '../domain/value-wrong.ts';
import { formErrors } from '../errors.ts';
import { mayComplete } from '../policy.ts';
import { isFormAsked } from '../queries/forms-for.ts';
import { readyForm } from '../queries/ready.ts';
import { sheetsOf } from '../queries/sheets.ts';
import { holdSheets } from '../store/sheets.ts';

/** All that decides whether cells may be saved, read once for a whole save. */
export interface SaveScene {
  readonly ready: ReadyForm;
  readonly period: Period;
  readonly windows: Windows;
  readonly units: ReadonlyMap<string, PlacedUnit>;
  readonly unitIds: readonly string[];
  /** As they stand before. */
  readonly sheets: ReadonlyMap<string, Sheet>;
}

/** The form in the version in force for a period. Throws when either is not known. */
export async function formAndPeriod(
  tx: Tx,
  formId: string,
  periodCode: string,
): Promise<{ readonly ready: ReadyForm; readonly period: Period }> {
  const period = await periodByCode(tx, periodCode);
  ensure(period, figureErrors.unknown_period, { period: periodCode });
  const ready = await readyForm(tx, formId, period);
  if (!ready) throw new AppError(formErrors.no_version, { period: period.name });
  return { ready, period };
}

/** A fixed number of statements for any number of cells; periods and sheets are held while something is to be written. */
export async function readSaveScene(tx: Tx, input: SaveCellsInput, now: Date): Promise<SaveScene> {
  const { formId, periodCode, dryRun = false } = input;
  const unitIds = [...new Set([...input.cells.map((cell) => cell.unitId), ...(input.unitIds ?? [])])];
  if (!dryRun) {
    await holdPeriods(tx, [periodCode]);
    await holdSheets(
      tx,
      unitIds.map((unitId) => ({ unitId, periodCode })),
    );
  }
  const { ready, period } = await formAndPeriod(tx, formId, periodCode);
  const windows = await windowsAt(tx, [periodCode], now);
  const placed = await unitsOnDays(tx, unitIds, [period.toOn]);
  const sheets = await sheetsOf(tx, ready, { unitIds, period, asOf: null });
  return {
    ready,
    period,
    windows,
    units: new Map(placed.map((unit) => [unit.id, unit])),
    unitIds,
    sheets: new Map(sheets.map((sheet) => [sheet.unitId, sheet])),
  };
}

export interface Refusal {
  readonly error: ErrorType;
  readonly params: MessageParams;
}

/** The words of a window's reason, to stand inside another sentence. */
export function reasonOf(window: Window | undefined): Message {
  if (!window) return { vi: '', en: '' };
  const { message, params } = window.reason;
  return { vi: say('vi', message, params), en: say('en', message, params) };
}

/** The unit in whose name a person enters: the one the cell is of, else the one they act from. */
export function unitOfActor(actor: Actor, unitId: string): string | null {
  const own = actor.posts.find((post) => post.unitId === unitId);
  return (own ?? actor.current ?? actor.posts[0])?.unitId ?? null;
}

/** Whether one free cell may be saved, and if not, why; figures are judged by their own room. */
export function judgeFree(
  scene: SaveScene,
  actor: Actor,
  { cell, given }: PlannedFree,
): Refusal | { readonly isLate: boolean } {
  const { ready, period, windows } = scene;
  const unit = scene.units.get(given.unitId);
  if (!unit) return { error: figureErrors.unknown_unit, params: { unit: given.unitId } };
  const asUnit = mayComplete(actor, unit);
  if (!asUnit && !mayEnterForUnit(actor, { lineage: unit.lineage, ownerUnitId: ready.form.ownerUnitId }))
    return { error: figureErrors.not_allowed, params: {} };
  if (!isFormAsked(ready, unit, period)) return { error: formErrors.not_asked, params: { unit: unit.name } };
  const window = windows.of(period.code, unit.id);
  if (!window?.mayEnter) return { error: formErrors.window_closed, params: { reason: reasonOf(window) } };
  const standing = scene.sheets.get(unit.id)?.cells[cell.key];
  if (!asUnit && standing?.value && standing.byUnitId === unit.id)
    return { error: figureErrors.said_by_unit, params: {} };
  const wrong = cell.input && given.value ? valueWrong(cell.input, given.value) : undefined;
  return wrong
    ? { error: formErrors.value_wrong, params: { wrong: wrongWords[wrong] } }
    : { isLate: window.counts === 'late' };
}
