import { type CalendarDate, yearOf } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { Unit, UnitsOfDay } from '../../units/index.ts';
import type { Scope } from '../policy.ts';
import { inspectionsFrom, type Moment } from './inspections-sql.ts';
import { inScope } from './scope-sql.ts';

export interface InspectedUnit {
  readonly unit: Unit;
  /** The last inspection whose day has come, in any year. */
  readonly lastOn: CalendarDate | null;
  /** The next one that the person may know of. */
  readonly nextOn: CalendarDate | null;
  /** Whether one was held in the year of the day. */
  readonly isInspected: boolean;
}

/**
 * Every commune, or village, under what the person oversees, with whether it was inspected itself in the year of the day that is read. Cancelled ones
 * do not count, and a commune’s inspection is none of its villages.
 */
export async function inspectedUnits(
  db: Db,
  scope: Scope,
  level: 'communes' | 'villages',
  units: UnitsOfDay,
  moment: Moment,
): Promise<InspectedUnit[]> {
  const { day } = moment;
  const known = await db.rows(query({ id: 'uuid', lastOn: 'date?', nextOn: 'date?' } as const)`
    select i.of_unit_id as id, max(i.held_on) filter (where i.held_on <= ${day}::date) as "lastOn",
      min(i.held_on) filter (where i.held_on > ${day}::date) as "nextOn"
    from ${inspectionsFrom(moment)} where ${inScope(scope)} and i.ended is distinct from 'cancelled' group by i.of_unit_id`);
  const byUnit = new Map(known.map((row) => [row.id, row]));
  // A committee with no committee below it, and one above.
  const above = new Set(units.tree.flatMap(({ kind, parentId }) => (kind === 'ubnd' ? [parentId] : [])));
  const isCommune = ({ id, kind, parentId }: Unit): boolean =>
    kind === 'ubnd' && parentId !== null && !above.has(id);
  return units.tree
    .filter((unit) => (level === 'villages' ? unit.kind === 'thon' : isCommune(unit)))
    .filter(({ lineage }) => scope.everything || lineage.some((id) => scope.under.includes(id)))
    .map((unit) => {
      const { lastOn = null, nextOn = null } = byUnit.get(unit.id) ?? {};
      return { unit, lastOn, nextOn, isInspected: lastOn !== null && yearOf(lastOn) === yearOf(day) };
    });
}
