import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { keptUntilChanged } from '../../../kernel/db/kept.ts';
import { type FigureTotal, totalsOf } from '../../figures/index.ts';
import type { Period } from '../../periods/index.ts';
import { type PlacedUnit, unitsOfDay, unitsOnDays } from '../../units/index.ts';
import { type AddedFigure, layOut, type PlacedOn, sumKey, type TallyOf } from '../domain/rollup.ts';
import { reportLimits } from '../limits.ts';

export type RollupPeriod = Pick<Period, 'code' | 'fromOn' | 'toOn'>;

/** Every unit there ever was, as it stood on a day with its groups; kept in memory until units or groups change. */
const unitsPlacedOn: (db: Db, day: CalendarDate) => Promise<readonly PlacedUnit[]> = keptUntilChanged(
  'units',
  reportLimits.days_kept,
  // Names are of every unit there ever was.
  async (db, day: CalendarDate) => unitsOnDays(db, [...(await unitsOfDay(db, day)).names.keys()], [day]),
);

/** Units of each period by its code: as they stood on its last day, or on its first for those that did not see the last. */
export async function placedUnits(
  db: Db,
  periods: readonly RollupPeriod[],
): Promise<ReadonlyMap<string, readonly PlacedOn[]>> {
  const out = new Map<string, readonly PlacedOn[]>();
  for (const { code, fromOn, toOn } of periods) {
    const [last, first] = [await unitsPlacedOn(db, toOn), await unitsPlacedOn(db, fromOn)];
    const standing = new Set(last.map(({ id }) => id));
    out.set(code, [
      ...last.map((unit) => ({ unit, isStanding: true })),
      ...first.filter(({ id }) => !standing.has(id)).map((unit) => ({ unit, isStanding: false })),
    ]);
  }
  return out;
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
