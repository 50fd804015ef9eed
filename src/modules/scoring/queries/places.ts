import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { compareVietnamese } from '../../../kernel/i18n.ts';
import { latestYear, resultsOf } from '../../papi/index.ts';

/** Places of the index with a result in the latest year known on the day, by name. */
export async function knownPlaces(
  db: Db,
  day: CalendarDate,
): Promise<{ readonly code: string; readonly name: string }[]> {
  const year = await latestYear(db, day);
  if (year === null) return [];
  const { places } = await resultsOf(db, { year, day });
  return [...places.values()]
    .filter(({ isOfficial }) => isOfficial)
    .map(({ code, name }) => ({ code, name }))
    .sort((a, b) => compareVietnamese(a.name, b.name));
}
