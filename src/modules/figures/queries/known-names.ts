import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { periodsByCodes } from '../../periods/index.ts';
import { type UnitsOfDay, unitsOfDay } from '../../units/index.ts';
import type { ExchangeRecord } from '../domain/exchange/record.ts';
import { type Known, periodCodeOf, unitFinder } from '../domain/exchange/resolve.ts';
import { definitionsNamed } from './definitions.ts';

export interface KnownNames extends Known {
  /** A unit as it was called on the last day of the period. */
  unit(unitId: string, periodCode: string): { readonly key: string; readonly name: string } | undefined;
}

/** What the names in some records mean: figures by code, units as they were called on the last day of each period. */
export async function knownNames(db: Db, records: readonly ExchangeRecord[]): Promise<KnownNames> {
  const figures = [...new Set(records.map((record) => record.figure.trim()))];
  const codes = [...new Set(records.map((record) => periodCodeOf(record.period)))];
  const definitions = new Map(
    (await definitionsNamed(db, { ids: [], codes: figures })).map((found) => [found.code, found]),
  );
  const lastDays = new Map((await periodsByCodes(db, codes)).map(({ code, toOn }) => [code, toOn]));
  const finders = new Map<CalendarDate, ReturnType<typeof unitFinder>>();
  const units = new Map<CalendarDate, UnitsOfDay>();
  for (const day of new Set(lastDays.values())) {
    const standing = await unitsOfDay(db, day);
    units.set(day, standing);
    finders.set(day, unitFinder(standing.tree));
  }
  return {
    hasPeriod: (code) => lastDays.has(code),
    definition: (code) => definitions.get(code),
    unitId(written, periodCode) {
      const day = lastDays.get(periodCode);
      return day === undefined ? undefined : finders.get(day)?.(written);
    },
    unit(unitId, periodCode) {
      const day = lastDays.get(periodCode);
      return day === undefined ? undefined : units.get(day)?.byId.get(unitId);
    },
  };
}
