import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { predecessorsOn, successorsOn } from '../domain/succession.ts';
import { versionOn } from '../domain/timeline.ts';
import { loadRegister, loadSuccessions } from '../store.ts';

/** Ids of the units that carry on the work of `unitId` on `date`; the unit itself when it has passed nothing on. */
export async function successorsOf(db: Db, unitId: string, date: CalendarDate): Promise<string[]> {
  const register = await loadRegister(db);
  return successorsOn(unitId, date, await loadSuccessions(db), (id, day) => {
    const unit = register.get(id);
    return unit !== undefined && versionOn(unit, day) !== undefined;
  });
}

/** Ids of all units whose work `unitId` carries on `date`, at any distance. */
export async function predecessorsOf(db: Db, unitId: string, date: CalendarDate): Promise<string[]> {
  return predecessorsOn(unitId, date, await loadSuccessions(db));
}
