import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { resultsOf } from '../../papi/index.ts';
import { type Practice, suggestedFor } from '../domain/practice.ts';
import { scoringLimits } from '../limits.ts';
import { practicesOf } from './practices.ts';

/** Practices for a weak part, the most useful first. */
export async function suggestionsFor(
  db: Db,
  part: string,
  reading: { readonly day: CalendarDate; readonly asOf: Date | null },
): Promise<Practice[]> {
  const { rows } = await practicesOf(db, {
    dimension: Number(part[0]),
    asOf: reading.asOf,
    limit: scoringLimits.practices_export,
  });
  const scores = new Map<string, number>();
  for (const year of new Set(rows.flatMap(({ placeYear }) => placeYear ?? []))) {
    const { places } = await resultsOf(db, { year, day: reading.day });
    for (const { code, values } of places.values()) {
      const value = values.get(part)?.value;
      if (value !== undefined) scores.set(`${code} ${year}`, value);
    }
  }
  const found = suggestedFor(rows, part, (code, year) => scores.get(`${code} ${year}`) ?? null);
  return found.slice(0, scoringLimits.suggested);
}
