import type { Edition } from './editions.ts';
import type { RankedValue } from './ranks.ts';

/** What was published or derived for one code of one place. */
export interface PlaceValue {
  readonly value: number;
  readonly standardError: number | null;
  /** Ends of the published interval. */
  readonly low: number | null;
  readonly high: number | null;
}

export type PlaceLevel = 'province' | 'district' | 'commune';

export interface PlaceResult {
  /** Administrative code: "33". */
  readonly code: string;
  readonly name: string;
  readonly level: PlaceLevel;
  /** False for a survey of one's own, which is never mixed with the published index. */
  readonly isOfficial: boolean;
  /** By code: part "1.1", dimension "D1", the total "TOTAL", indicator "1.1.1". */
  readonly values: ReadonlyMap<string, PlaceValue>;
}

export interface YearResults {
  readonly year: number;
  readonly edition: Edition;
  /** By place code. */
  readonly places: ReadonlyMap<string, PlaceResult>;
}

/** The values of one code over all places that have it. */
export function valuesOf(results: YearResults, code: string): RankedValue[] {
  const found: RankedValue[] = [];
  for (const place of results.places.values()) {
    const one = place.values.get(code);
    if (one) found.push({ code: place.code, value: one.value, standardError: one.standardError });
  }
  return found;
}
