import type { Placed } from '../../../kernel/authz.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { keptUntilChanged } from '../../../kernel/db/kept.ts';
import { query } from '../../../kernel/db/sql.ts';
import { orderAsForest } from '../domain/tree.ts';
import type { Unit } from '../domain/unit.ts';
import { unitLimits } from '../limits.ts';
import { loadTiers } from '../store.ts';
import { standingUnits } from './unit-tree.ts';

/** The tree of one day, ready to be asked; shared between requests, so never changed. */
export interface UnitsOfDay {
  /** Depth first; see `orderAsForest` for the order. */
  readonly tree: readonly Unit[];
  readonly byId: ReadonlyMap<string, Unit>;
  /** Names for the day of every unit there ever was: outside its life, the last it had before or else its first. */
  readonly names: ReadonlyMap<string, string>;
  /** For a unit, the ids of ended ones whose work it carries on that day. */
  readonly carried: ReadonlyMap<string, readonly string[]>;
  /** The other way: for a unit that has ended, one of those that carry its work on. */
  readonly carrier: ReadonlyMap<string, string>;
}

async function loadDay(db: Db, day: CalendarDate): Promise<UnitsOfDay> {
  // One after the other: inside a transaction they share a connection.
  const tiers = await loadTiers(db);
  const units = await standingUnits(db, day);
  const named = await db.rows(query({ id: 'uuid', name: 'text' })`
    select distinct on (unit_id) unit_id as id, name from units_version
    order by unit_id, (lower(valid) <= ${day}::date) desc,
      case when lower(valid) <= ${day}::date then lower(valid) end desc, lower(valid)`);
  const carried = await db.rows(query({ id: 'uuid', ended: 'uuid[]' })`
    select c.id, units_carried(c.id, ${day}::date) as ended from (select distinct to_unit as id from units_succession
      where on_date <= ${day}::date) c`);
  const tree = orderAsForest(units, tiers);
  const byId = new Map(tree.map((unit) => [unit.id, unit]));
  return {
    tree,
    byId,
    names: new Map(named.map((unit) => [unit.id, unit.name])),
    carried: new Map(carried.map(({ id, ended }) => [id, ended])),
    carrier: new Map(
      carried.flatMap(({ id, ended }) => (byId.has(id) ? ended.map((one) => [one, id] as const) : [])),
    ),
  };
}

/** Units as they stood on `day`, kept in memory until any unit changes: one small statement when nothing did. */
export const unitsOfDay: (db: Db, day: CalendarDate) => Promise<UnitsOfDay> = keptUntilChanged(
  'units',
  unitLimits.days_kept,
  loadDay,
);

/** Where a unit stands; one that has ended under what its work is under now, or alone where nobody carries that on. */
export function placeIn({ byId, carrier }: Pick<UnitsOfDay, 'byId' | 'carrier'>, unitId: string): Placed {
  const standing = byId.get(unitId);
  if (standing) return standing;
  const above = byId.get(carrier.get(unitId) ?? '')?.lineage.slice(0, -1) ?? [];
  return { lineage: [...above, unitId] };
}
