import type { Actor } from '../../../kernel/authz.ts';
import { type CalendarDate, yearOf } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Period, periodsOf } from '../../periods/index.ts';
import { type Unit, unitsOfDay, unitsOnDays } from '../../units/index.ts';
import { isAskedFor } from '../domain/asked-period.ts';
import { isEnteredBy } from '../domain/entered-by.ts';
import type { FigureDefinition, FigureValue } from '../domain/figure.ts';
import { seenUnits } from '../policy.ts';
import { valuesOf } from './values.ts';

/** The values of one figure over its latest periods, of the units that a person sees. */
export interface Course {
  /** Kinds of period that have begun, in the order of the definition. */
  readonly kinds: readonly Period['kind'][];
  readonly periods: readonly Period[];
  readonly units: readonly Unit[];
  value(unitId: string, periodCode: string): FigureValue | undefined;
}

const MOST_PERIODS = 8;
const YEARS_BACK = 2;

/** Units as they stood on the last day of the latest period; those that ended before have their own page. */
export async function courseOf(
  db: Db,
  actor: Actor,
  definition: FigureDefinition,
  reading: { readonly day: CalendarDate; readonly asOf: Date | null; readonly kind: string | undefined },
): Promise<Course> {
  const { day, asOf } = reading;
  const begun: Period[] = [];
  // A period belongs to the year in which it ends, and may have begun before.
  for (let year = yearOf(day) - YEARS_BACK; year <= yearOf(day) + 1; year++)
    begun.push(...(await periodsOf(db, year, asOf)).filter(({ fromOn }) => fromOn <= day));
  const asked = begun.filter((period) => isAskedFor({ ...definition, askedUntil: null }, period));
  const kinds = [...new Set(asked.map(({ kind }) => kind))];
  const kind = kinds.find((one) => one === reading.kind) ?? kinds[0];
  const periods = asked.filter((period) => period.kind === kind).slice(-MOST_PERIODS);
  const last = periods.at(-1);
  if (!last) return { kinds, periods, units: [], value: () => undefined };
  const { tree } = await unitsOfDay(db, last.toOn);
  const ids = seenUnits(actor, tree, definition.ownerUnitId) ?? tree.map(({ id }) => id);
  const placed = await unitsOnDays(db, ids, [last.toOn]);
  const askedIds = new Set(
    placed.filter((unit) => isEnteredBy(definition.enteredBy, unit)).map(({ id }) => id),
  );
  const found = await valuesOf(db, {
    figureIds: [definition.id],
    unitIds: ids,
    periodCodes: periods.map(({ code }) => code),
    asOf,
  });
  const values = new Map(found.map((value) => [`${value.unitId} ${value.periodCode}`, value]));
  const said = new Set(found.map(({ unitId }) => unitId));
  return {
    kinds,
    periods,
    units: tree.filter(({ id }) => askedIds.has(id) || said.has(id)),
    value: (unitId, periodCode) => values.get(`${unitId} ${periodCode}`),
  };
}
