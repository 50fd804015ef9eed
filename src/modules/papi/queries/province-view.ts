import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Band, bandLimits, bandOf, percentile } from '../domain/bands.ts';
import { isComparable } from '../domain/comparable.ts';
import { TOTAL } from '../domain/editions.ts';
import { type Loss, lossesOf } from '../domain/losses.ts';
import { type Rank, type RankInterval, rankInterval, ranksOf } from '../domain/ranks.ts';
import { type PlaceResult, valuesOf, type YearResults } from '../domain/results.ts';
import type { Kind } from '../store.ts';
import { allResults, PUBLISHED } from './results.ts';

/** Where a place stands in one code (a content, the total) in a year. */
export interface Standing {
  readonly code: string;
  readonly value: number;
  readonly rank: Rank;
  readonly best: number;
  readonly median: number;
  /** Against the year before; `null` where the two years are not comparable. */
  readonly change: number | null;
}

/** All that a page says of one place in one year, with its past. */
export interface PlaceView {
  readonly place: PlaceResult;
  readonly results: YearResults;
  /** Every year known, earliest first. */
  readonly all: readonly YearResults[];
  readonly total: Standing | null;
  readonly interval: RankInterval | null;
  readonly band: Band | null;
  readonly dimensions: readonly Standing[];
  /** Parts by points below the best. */
  readonly losses: readonly Loss[];
}

function standingOf(
  results: YearResults,
  before: YearResults | undefined,
  place: PlaceResult,
  code: string,
): Standing | null {
  const value = place.values.get(code)?.value;
  if (value === undefined) return null;
  const all = valuesOf(results, code);
  const numbers = all.map((one) => one.value);
  const past = before?.places.get(place.code)?.values.get(code)?.value;
  const comparable = before !== undefined && isComparable(code, before.year, results.year);
  return {
    code,
    value,
    rank: ranksOf(all).get(place.code) ?? { rank: 1, of: 1 },
    best: Math.max(...numbers),
    median: percentile(numbers, 0.5) ?? value,
    change: comparable && past !== undefined ? value - past : null,
  };
}

/** What is known of a place on `day`, in `year` or the latest one; `null` when no year has it. */
export async function placeView(
  db: Db,
  options: { place: string; day: CalendarDate; year?: number | undefined; kind?: Kind },
): Promise<PlaceView | null> {
  const all = await allResults(db, options.day, options.kind ?? PUBLISHED);
  const having = all.filter((one) => one.places.has(options.place));
  const results =
    options.year === undefined ? having.at(-1) : having.find((one) => one.year === options.year);
  const place = results?.places.get(options.place);
  if (!results || !place) return null;
  const before = all.find((one) => one.year === results.year - 1);
  const totals = valuesOf(results, TOTAL);
  const limits = bandLimits(totals.map((one) => one.value));
  const total = standingOf(results, before, place, TOTAL);
  return {
    place,
    results,
    all,
    total,
    interval: total ? rankInterval(totals, place.code) : null,
    band: total && limits ? bandOf(total.value, limits) : null,
    dimensions: results.edition.dimensions.flatMap(
      ({ code }) => standingOf(results, before, place, code) ?? [],
    ),
    losses: lossesOf(results, place.code, results.edition.parts.keys(), all),
  };
}
