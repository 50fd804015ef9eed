import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type FigureTotal, totalsOf } from '../../figures/index.ts';
import type { Period } from '../../periods/index.ts';
import { type PlacedUnit, unitsOfDay, unitsOnDays } from '../../units/index.ts';
import { type AddedFigure, layOut, type PlacedOn, sumKey, type TallyOf } from '../domain/rollup.ts';

export type RollupPeriod = Pick<Period, 'code' | 'fromOn' | 'toOn'>;

/** Units of each period by its code: as they stood on its last day, or on its first for those that did not see the last. */
export async function placedUnits(
  db: Db,
  periods: readonly RollupPeriod[],
): Promise<ReadonlyMap<string, readonly PlacedOn[]>> {
  const [first] = periods;
  if (!first) return new Map();
  // Names are of every unit there ever was.
  const ids = [...(await unitsOfDay(db, first.toOn)).names.keys()];
  const byDay = async (unitIds: readonly string[], days: readonly CalendarDate[]) => {
    const found = await unitsOnDays(db, unitIds, [...new Set(days)]);
    return Map.groupBy(found, ({ day }) => day);
  };
  const onLast = await byDay(
    ids,
    periods.map(({ toOn }) => toOn),
  );
  const standing = new Map([...onLast].map(([day, units]) => [day, new Set(units.map(({ id }) => id))]));
  const gone = ids.filter((id) => periods.some(({ toOn }) => !standing.get(toOn)?.has(id)));
  const onFirst =
    gone.length === 0
      ? new Map<CalendarDate, PlacedUnit[]>()
      : await byDay(
          gone,
          periods.map(({ fromOn }) => fromOn),
        );
  return new Map(
    periods.map(({ code, fromOn, toOn }) => [
      code,
      [
        ...(onLast.get(toOn) ?? []).map((unit) => ({ unit, isStanding: true })),
        ...(onFirst.get(fromOn) ?? [])
          .filter(({ id }) => !standing.get(toOn)?.has(id))
          .map((unit) => ({ unit, isStanding: false })),
      ],
    ]),
  );
}

export interface RollupWanted {
  readonly figures: readonly AddedFigure[];
  readonly periods: readonly RollupPeriod[];
  readonly placed: ReadonlyMap<string, readonly PlacedOn[]>;
  /** The nodes of the tree whose totals are wanted. */
  readonly nodeIds: readonly string[];
  sees(ownerUnitId: string, unit: PlacedOn['unit']): boolean;
  /** As recorded before this instant; `null` for what stands now. */
  readonly asOf: Date | null;
}

/**
 * What units said of any number of figures and periods, added up under any number of nodes: one statement, and a second where
 * something came late. `sectorTotal` and `territoryTotal` read totals out of it.
 */
export async function rollUp(db: Db, wanted: RollupWanted): Promise<TallyOf> {
  const layout = layOut(wanted);
  const figureIds = wanted.figures.map(({ id }) => id);
  const periodCodes = wanted.periods.map(({ code }) => code);
  const asked = { groups: layout.groups, asOf: wanted.asOf };
  const all = await totalsOf(db, { ...asked, figureIds, periodCodes, inTimeOnly: false });
  const keyOf = ({ figureId, periodCode, key }: FigureTotal): string => sumKey(figureId, periodCode, key);
  const sums = new Map(all.map((one) => [keyOf(one), one]));
  const touched = all.filter(({ late }) => late > 0);
  if (touched.length > 0) {
    for (const one of touched) sums.delete(keyOf(one));
    const inTime = await totalsOf(db, {
      ...asked,
      figureIds: [...new Set(touched.map(({ figureId }) => figureId))],
      periodCodes: [...new Set(touched.map(({ periodCode }) => periodCode))],
      inTimeOnly: true,
    });
    for (const one of inTime) sums.set(keyOf(one), one);
  }
  return layout.tallyOf(sums, new Map(touched.map((one) => [keyOf(one), one.late])));
}
