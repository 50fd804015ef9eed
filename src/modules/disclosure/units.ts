import type { CalendarDate } from '../../kernel/dates.ts';
import type { Db } from '../../kernel/db/database.ts';
import { unitById, unitsOfDay } from '../units/index.ts';

/**
 * Where a unit stands in the tree today. One that has ended is read where it stood on `before`, so that its items stay readable; without
 * such a day it stands alone, and who carries its work on writes for it (`Post.carries`).
 */
export async function lineageOf(
  db: Db,
  unitId: string,
  today: CalendarDate,
  before?: CalendarDate,
): Promise<readonly string[]> {
  const unit = (await unitById(db, unitId, today)) ?? (before && (await unitById(db, unitId, before)));
  return unit?.lineage ?? [unitId];
}

/** What a unit is called on a day. */
export async function unitNameOn(db: Db, unitId: string, day: CalendarDate): Promise<string> {
  return (await unitsOfDay(db, day)).names.get(unitId) ?? '';
}

/**
 * Whom an alarm about a unit concerns: the unit itself with its leaders, the units above it, where the standing agency reads, and the
 * Fatherland Front of the tree.
 */
export async function toldOfAlarm(db: Db, unitId: string, today: CalendarDate): Promise<string[]> {
  const { tree, byId } = await unitsOfDay(db, today);
  const above = byId.get(unitId)?.lineage ?? [unitId];
  const front = tree.filter(
    ({ kind, parentId }) => kind === 'mttq' && parentId !== null && above.includes(parentId),
  );
  return [...new Set([...above, ...front.map(({ id }) => id)])];
}
