import type { CalendarDate } from '../../kernel/dates.ts';
import type { Db } from '../../kernel/db/database.ts';
import { unitById, unitsOfDay } from '../units/index.ts';

/** Where a unit stands in the tree today; one that has ended stands alone, so that its items stay readable. */
export async function lineageOf(db: Db, unitId: string, today: CalendarDate): Promise<readonly string[]> {
  return (await unitById(db, unitId, today))?.lineage ?? [unitId];
}

/** What a unit is called on a day. */
export async function unitNameOn(db: Db, unitId: string, day: CalendarDate): Promise<string> {
  return (await unitsOfDay(db, day)).names.get(unitId) ?? '';
}
