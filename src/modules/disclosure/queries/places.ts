import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { type Place, selectPlaces } from '../store/places.ts';

/** The places of a unit that stand on a day, its own portal among them; every place it ever had when `day` is `null`. */
export function placesOf(
  db: Db,
  unitId: string,
  day: CalendarDate | null,
  asOf: Date | null = null,
): Promise<Place[]> {
  const stands =
    day === null
      ? sql`true`
      : sql`p.from_on <= ${day}::date and (p.until_on is null or p.until_on >= ${day}::date)`;
  return selectPlaces(db, sql`p.unit_id = ${unitId} and ${stands}`, asOf);
}

/** The place whose code hangs on a wall; `undefined` when no place has it. */
export async function placeByQr(db: Db, qr: string): Promise<Place | undefined> {
  return (await selectPlaces(db, sql`p.qr = ${qr}`, null))[0];
}
