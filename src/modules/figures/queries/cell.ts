import type { Actor } from '../../../kernel/authz.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { type Period, type Window, windowsAt } from '../../periods/index.ts';
import { type PlacedUnit, unitsOnDays } from '../../units/index.ts';
import type { FigureDefinition, StoredCell } from '../domain/figure.ts';
import { figureErrors } from '../errors.ts';
import { maySeeValue } from '../policy.ts';
import { cellHistory } from './cell-history.ts';
import { definitionsNamed } from './definitions.ts';

export interface CellAddress {
  readonly code: string;
  readonly unitId: string;
  readonly periodCode: string;
}

/** One cell with what decides about it; `stored` is what it says, `undefined` before anything was entered. */
export interface CellScene {
  readonly definition: FigureDefinition;
  readonly period: Period;
  readonly unit: PlacedUnit;
  readonly window: Window;
  readonly history: readonly StoredCell[];
  readonly stored: StoredCell | undefined;
}

/** The cell at an address, for whoever may see it. Throws `figures.not_found`, also for a cell that is not theirs to see. */
export async function cellScene(
  db: Db,
  actor: Actor,
  { code, unitId, periodCode }: CellAddress,
  now: Date,
): Promise<CellScene> {
  const [definition] = await definitionsNamed(db, { ids: [], codes: [code] });
  const windows = await windowsAt(db, [periodCode], now);
  const period = windows.period(periodCode);
  const [unit] = period ? await unitsOnDays(db, [unitId], [period.toOn]) : [];
  const window = windows.of(periodCode, unitId);
  ensure(definition && period && unit && window, figureErrors.not_found);
  const placed = { lineage: unit.lineage, ownerUnitId: definition.ownerUnitId };
  ensure(maySeeValue(actor, placed), figureErrors.not_found);
  const history = await cellHistory(db, { figureId: definition.id, unitId, periodCode });
  return { definition, period, unit, window, history, stored: history.at(-1) };
}
