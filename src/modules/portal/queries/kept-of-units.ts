import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Database } from '../../../kernel/db/database.ts';
import { keptAtRevision } from '../../../kernel/db/kept.ts';
import { portalLimits } from '../limits.ts';

/** Every mark ends with the count of changes of units, their names and telephones (`portal_item`, `portal_unit_mark`). */
function unitsRevision(mark: string): number {
  const revision = Number(mark.slice(mark.lastIndexOf('-') + 1));
  if (!Number.isSafeInteger(revision)) throw new Error(`no revision of units in the mark ${mark}`);
  return revision;
}

/**
 * What only changes when units do, such as whose commune it is, is read once and kept while the mark that came with the rest of the page
 * names the same revision of units. It is read after the mark, so it is never older than the mark says. Without a mark (a unit that never made
 * anything public) it is read each time.
 */
export function keptOfUnits<Value>(
  load: (db: Database, unitId: string, day: CalendarDate) => Promise<Value>,
): (db: Database, mark: string | null, unitId: string, day: CalendarDate) => Promise<Value> {
  const kept = keptAtRevision<Value>(portalLimits.kept_units);
  return (db, mark, unitId, day) =>
    mark === null
      ? load(db, unitId, day)
      : kept(db, unitsRevision(mark), `${unitId} ${day}`, () => load(db, unitId, day));
}

/** The same of all units together. */
export function keptOfAllUnits<Value>(
  load: (db: Database, day: CalendarDate) => Promise<Value>,
): (db: Database, mark: string | null, day: CalendarDate) => Promise<Value> {
  const kept = keptAtRevision<Value>(portalLimits.kept_lists);
  return (db, mark, day) =>
    mark === null ? load(db, day) : kept(db, unitsRevision(mark), day, () => load(db, day));
}
