import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { periodsByCodes } from '../../periods/index.ts';
import { unitsOfDay } from '../../units/index.ts';
import type { ExchangeRecord } from '../domain/exchange/record.ts';
import { type Known, periodCodeOf, unitFinder } from '../domain/exchange/resolve.ts';
import { definitionsNamed } from './definitions.ts';

/** What the names in some records mean: figures by code, units as they were called on the last day of each period. */
export async function knownNames(db: Db, records: readonly ExchangeRecord[]): Promise<Known> {
  const figures = [...new Set(records.map((record) => record.figure.trim()))];
  const codes = [...new Set(records.map((record) => periodCodeOf(record.period)))];
  const definitions = new Map(
    (await definitionsNamed(db, { ids: [], codes: figures })).map((found) => [found.code, found]),
  );
  const lastDays = new Map((await periodsByCodes(db, codes)).map(({ code, toOn }) => [code, toOn]));
  const finders = new Map<CalendarDate, ReturnType<typeof unitFinder>>();
  for (const day of new Set(lastDays.values()))
    finders.set(day, unitFinder((await unitsOfDay(db, day)).tree));
  return {
    hasPeriod: (code) => lastDays.has(code),
    definition: (code) => definitions.get(code),
    unitId(written, periodCode) {
      const day = lastDays.get(periodCode);
      return day === undefined ? undefined : finders.get(day)?.(written);
    },
  };
}
