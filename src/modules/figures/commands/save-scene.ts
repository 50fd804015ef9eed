import type { Actor } from '../../../kernel/authz.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { say } from '../../../kernel/i18n.ts';
import { isId } from '../../../kernel/ids.ts';
import { holdPeriods, type Windows, windowsAt } from '../../periods/index.ts';
import { type PlacedUnit, unitsOnDays } from '../../units/index.ts';
import { isAskedFor } from '../domain/asked-period.ts';
import { type Problem, sameMeasure, valueProblem } from '../domain/check.ts';
import { isEnteredBy } from '../domain/entered-by.ts';
import type { FigureDefinition } from '../domain/figure.ts';
import type { SaveRow } from '../domain/save.ts';
import { figureErrors } from '../errors.ts';
import { mayEnterAsUnit, mayEnterForUnit } from '../policy.ts';
import { definitionsNamed } from '../queries/definitions.ts';

/** All that decides whether rows may be saved, read once for a whole batch. */
export interface Scene {
  readonly definitions: ReadonlyMap<string, FigureDefinition>;
  readonly windows: Windows;
  /** By unit and day. */
  readonly units: ReadonlyMap<string, PlacedUnit>;
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/** Six statements for any number of rows; the periods are held as they are while something is to be written. */
export async function readScene(tx: Tx, rows: readonly SaveRow[], now: Date, hold: boolean): Promise<Scene> {
  const codes = distinct(rows.map((row) => row.periodCode));
  if (hold) await holdPeriods(tx, codes);
  const windows = await windowsAt(tx, codes, now);
  const definitions = await definitionsNamed(tx, {
    ids: distinct(rows.flatMap((row) => (row.figureId === undefined ? [] : [row.figureId]))).filter(isId),
    codes: distinct(rows.flatMap((row) => (row.code === undefined ? [] : [row.code]))),
  });
  const units = await unitsOnDays(tx, distinct(rows.map((row) => row.unitId)).filter(isId), [
    ...new Set(windows.periods.map((period) => period.toOn)),
  ]);
  return {
    definitions: new Map(
      definitions.flatMap((found) => [[found.id, found] as const, [found.code, found] as const]),
    ),
    windows,
    units: new Map(units.map((unit) => [`${unit.id} ${unit.day}`, unit])),
  };
}

/** A row that may be saved as far as it alone can tell. */
export interface ReadyRow {
  readonly row: SaveRow;
  readonly definition: FigureDefinition;
  readonly isLate: boolean;
  /** In the unit's own name; otherwise for the unit, which never changes what the unit itself said. */
  readonly asUnit: boolean;
  readonly byUnitId: string | null;
}

export type Judged = ReadyRow | Problem;

export const isProblem = (judged: Judged): judged is Problem => 'error' in judged;

/** Whether one row may be saved, and if not, why. */
export function judge(scene: Scene, actor: Actor, row: SaveRow): Judged {
  const definition = scene.definitions.get(row.figureId ?? row.code ?? '');
  if (!definition)
    return { error: figureErrors.unknown_figure, params: { code: row.code ?? row.figureId ?? '' } };
  const period = scene.windows.period(row.periodCode);
  if (!period) return { error: figureErrors.unknown_period, params: { period: row.periodCode } };
  const unit = scene.units.get(`${row.unitId} ${period.toOn}`);
  if (!unit) return { error: figureErrors.unknown_unit, params: { unit: row.unitId } };
  const asUnit = mayEnterAsUnit(actor, unit);
  if (!asUnit && !mayEnterForUnit(actor, { lineage: unit.lineage, ownerUnitId: definition.ownerUnitId }))
    return { error: figureErrors.not_allowed, params: {} };
  const { code } = definition;
  if (!isAskedFor(definition, period))
    return { error: figureErrors.not_asked_for_period, params: { code, period: period.name } };
  if (!isEnteredBy(definition.enteredBy, unit))
    return { error: figureErrors.not_asked_of_unit, params: { code, unit: unit.name } };
  const window = scene.windows.of(row.periodCode, row.unitId);
  if (!window?.mayEnter) {
    const { message, params } = window?.reason ?? { message: { vi: '', en: '' }, params: {} };
    const reason = { vi: say('vi', message, params), en: say('en', message, params) };
    return { error: figureErrors.window_closed, params: { reason } };
  }
  if (row.unitOfMeasure !== undefined && !sameMeasure(row.unitOfMeasure, definition.unitOfMeasure))
    return {
      error: figureErrors.measure_differs,
      params: { given: row.unitOfMeasure, wanted: definition.unitOfMeasure },
    };
  const wrong = row.value === null ? undefined : valueProblem(row.value, definition);
  if (wrong) return wrong;
  const own = actor.posts.find((post) => post.unitId === row.unitId);
  const byUnitId = (own ?? actor.current ?? actor.posts[0])?.unitId ?? null;
  return { row, definition, isLate: window.counts === 'late', asUnit, byUnitId };
}
