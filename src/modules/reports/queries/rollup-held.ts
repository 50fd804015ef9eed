import type { Db } from '../../../kernel/db/database.ts';
import { type FigureValue, valuesOf } from '../../figures/index.ts';
import { type AddedFigure, type PlacedOn, partOf } from '../domain/rollup.ts';
import type { AdjustedCell } from '../domain/rollup-adjusted.ts';
import { type Adjustment, adjustmentsOf } from './rollup-adjustments.ts';

/** A cell of a sector's total of which the lead agency holds another number, with the unit's own word. */
export interface HeldCell extends AdjustedCell {
  readonly adjustment: Adjustment;
  readonly unit: PlacedOn['unit'];
  readonly said: FigureValue | undefined;
}

export interface HeldWanted {
  readonly periodCode: string;
  readonly figures: readonly AddedFigure[];
  /** Units of the period, as `placedUnits` has them. */
  readonly placed: readonly PlacedOn[];
  sees(ownerUnitId: string, unit: PlacedOn['unit']): boolean;
  /** As recorded before this instant; `null` for what stands now. */
  readonly asOf: Date | null;
}

/** The adjustments in force of cells that count for the sector, by figure, in the order of the units’ ids; two statements. */
export async function heldCells(
  db: Db,
  { periodCode, figures, placed, sees, asOf }: HeldWanted,
): Promise<ReadonlyMap<string, readonly HeldCell[]>> {
  const definitions = new Map(figures.map((one) => [one.id, one]));
  const places = new Map(placed.map((one) => [one.unit.id, one]));
  const all = await adjustmentsOf(db, {
    periodCodes: [periodCode],
    figureIds: [...definitions.keys()],
    asOf,
  });
  const counting = all.flatMap((adjustment) => {
    const [definition, place] = [definitions.get(adjustment.figureId), places.get(adjustment.unitId)];
    if (!definition || !place || !sees(definition.ownerUnitId, place.unit)) return [];
    return partOf(definition, place) === 'unasked' ? [] : [{ adjustment, unit: place.unit }];
  });
  const said = await valuesOf(db, {
    figureIds: [...new Set(counting.map(({ adjustment }) => adjustment.figureId))],
    unitIds: [...new Set(counting.map(({ unit }) => unit.id))],
    periodCodes: [periodCode],
    asOf,
  });
  const saidBy = new Map(said.map((one) => [`${one.figureId} ${one.unitId}`, one]));
  const cells = counting
    .map(({ adjustment, unit }): HeldCell => {
      const own = saidBy.get(`${adjustment.figureId} ${unit.id}`);
      const counted = own && !own.isLate ? own.value : null;
      return { adjustment, unit, said: own, counted, value: adjustment.value };
    })
    // A frozen report names them: the same cells come in the same order.
    .toSorted((a, b) => (a.unit.id < b.unit.id ? -1 : 1));
  return Map.groupBy(cells, ({ adjustment }) => adjustment.figureId);
}

/** Those under a node of the tree. */
export const heldUnder = (cells: readonly HeldCell[] | undefined, nodeId: string): readonly HeldCell[] =>
  (cells ?? []).filter(({ unit }) => unit.lineage.includes(nodeId));
