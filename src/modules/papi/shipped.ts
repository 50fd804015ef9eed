import {
  readShippedProvinces,
  readShippedScores,
  readTable2018,
  type ShippedProvince,
} from '../../../reference/papi/index.ts';
import releases from '../../../reference/papi/releases.json' with { type: 'json' };
import { type CalendarDate, calendarDate } from '../../kernel/dates.ts';

/** A province as it was until 30/6/2025. */
export type Province = ShippedProvince;

export interface ShippedYear {
  readonly year: number;
  readonly knownFrom: CalendarDate;
  /** False where no day of publication is known and 30/6 of the next year stands for it. */
  readonly isSourced: boolean;
  /** By place code: published parts, and the indicators where they ship too. */
  readonly places: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

let provinces: ReadonlyMap<string, Province> | undefined;
let years: ReadonlyMap<number, ShippedYear> | undefined;

/** The 63 provinces by administrative code. */
export function shippedProvinces(): ReadonlyMap<string, Province> {
  provinces ??= new Map(readShippedProvinces().map((one) => [one.code, one]));
  return provinces;
}

/** The published scores that come with the program, release 0 of every tenant; read from its files once. */
export function shippedYears(): ReadonlyMap<number, ShippedYear> {
  years ??= readYears();
  return years;
}

function readYears(): ReadonlyMap<number, ShippedYear> {
  const places = new Map<number, Map<string, Map<string, number>>>();
  for (const { keys, values } of readShippedScores()) {
    const [year = '', place = ''] = keys;
    const ofYear = places.get(Number(year)) ?? new Map<string, Map<string, number>>();
    places.set(Number(year), ofYear);
    ofYear.set(place, new Map(values));
  }
  // The table of 2018 is whole: its indicators, and not only the parts.
  for (const { keys, values } of readTable2018()) {
    const own = places.get(2018)?.get(keys[0] ?? '');
    for (const [code, value] of values) if (code.split('.').length === 3) own?.set(code, value);
  }
  return new Map(
    releases.map(({ year, knownFrom, isSourced }) => [
      year,
      { year, knownFrom: calendarDate(knownFrom), isSourced, places: places.get(year) ?? new Map() },
    ]),
  );
}
