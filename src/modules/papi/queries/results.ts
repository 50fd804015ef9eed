import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { editionOf, knownEdition } from '../domain/editions.ts';
import type { PlaceResult, PlaceValue, YearResults } from '../domain/results.ts';
import { sumsOf } from '../domain/score.ts';
import { papiLimits } from '../limits.ts';
import { type ShippedYear, shippedProvinces, shippedYears } from '../shipped.ts';
import { type Kind, type Release, releasesOn, type StoredValue, valuesOfReleases } from '../store.ts';

/** The published index of provinces: what the pages are about unless told otherwise. */
export const PUBLISHED: Kind = { level: 'province', isOfficial: true };

/** Years with results known on `day`, earliest first. */
export async function yearsOn(db: Db, day: CalendarDate, kind: Kind = PUBLISHED): Promise<number[]> {
  const imported = await releasesOn(db, kind, day);
  const years = new Set(imported.map((release) => release.year));
  if (isPublished(kind)) {
    for (const { year, knownFrom } of shippedYears().values()) if (knownFrom <= day) years.add(year);
  }
  return [...years].filter((year) => knownEdition(year) !== null).sort((a, b) => a - b);
}

/** The latest year whose results were known on `day`, or `null`. */
export async function latestYear(db: Db, day: CalendarDate, kind: Kind = PUBLISHED): Promise<number | null> {
  return (await yearsOn(db, day, kind)).at(-1) ?? null;
}

function isPublished({ level, isOfficial }: Kind): boolean {
  return level === 'province' && isOfficial;
}

const bare = (value: number): PlaceValue => ({ value, standardError: null, low: null, high: null });

/** Contents and the total as the sums they are, beside what was published for them. */
function withSums(year: number, values: Map<string, PlaceValue>): Map<string, PlaceValue> {
  const parts = new Map([...values].map(([code, one]) => [code, one.value]));
  for (const [code, value] of sumsOf(editionOf(year), parts)) {
    if (!values.has(code)) values.set(code, bare(value));
  }
  return values;
}

const kept = new Map<number, YearResults>();

/** What ships for a year; made once, since it never changes. */
function shippedResults(shipped: ShippedYear): YearResults {
  const made = kept.get(shipped.year);
  if (made) return made;
  const places = new Map<string, PlaceResult>();
  for (const [code, published] of shipped.places) {
    const values = new Map([...published].map(([key, value]) => [key, bare(value)]));
    places.set(code, {
      code,
      name: shippedProvinces().get(code)?.vi ?? code,
      ...PUBLISHED,
      values: withSums(shipped.year, values),
    });
  }
  const results = { year: shipped.year, edition: editionOf(shipped.year), places };
  kept.set(shipped.year, results);
  return results;
}

/** Where imports speak of the same place and code, the later one counts; its own sums replace those it changes. */
function overlaid(
  base: YearResults,
  kind: Kind,
  values: readonly StoredValue[],
): ReadonlyMap<string, PlaceResult> {
  const places = new Map(base.places);
  for (const [code, own] of Map.groupBy(values, (one) => one.place)) {
    const before = places.get(code);
    const merged = new Map(before?.values ?? []);
    // A sum made from parts that this import replaces would be stale.
    if (own.some((one) => base.edition.parts.has(one.code))) {
      for (const { code: dimension } of base.edition.dimensions) merged.delete(dimension);
      merged.delete('TOTAL');
    }
    for (const { code: key, value, standardError, low, high } of own)
      merged.set(key, { value, standardError, low, high });
    places.set(code, {
      code,
      name: own.at(-1)?.name ?? before?.name ?? code,
      ...kind,
      values: withSums(base.year, merged),
    });
  }
  return places;
}

function baseOf(year: number, day: CalendarDate, kind: Kind): YearResults {
  const shipped = isPublished(kind) ? shippedYears().get(year) : undefined;
  return shipped && shipped.knownFrom <= day
    ? shippedResults(shipped)
    : { year, edition: editionOf(year), places: new Map<string, PlaceResult>() };
}

/**
 * Results made with imports, by the imports they were made from: a release never changes and its id is unique, so what was made once stays
 * right, for every tenant of this process.
 */
const made = new Map<string, YearResults>();

function keyOf(base: YearResults, releases: readonly Release[]): string {
  return `${base.year} ${base.places.size > 0} ${releases.map((release) => release.id).join(' ')}`;
}

function keep(key: string, results: YearResults): YearResults {
  const [oldest] = made.keys();
  if (made.size >= papiLimits.kept_years && oldest !== undefined) made.delete(oldest);
  made.set(key, results);
  return results;
}

/** Puts the imports of each year over its base, reading only what is not at hand. */
async function withImports(
  db: Db,
  kind: Kind,
  years: readonly { readonly base: YearResults; readonly releases: readonly Release[] }[],
): Promise<YearResults[]> {
  const lacking = years.filter(
    ({ base, releases }) => releases.length > 0 && !made.has(keyOf(base, releases)),
  );
  const values = await valuesOfReleases(
    db,
    lacking.flatMap(({ releases }) => releases.map((release) => release.id)),
  );
  const byRelease = Map.groupBy(values, (one) => one.releaseId);
  return years.map(({ base, releases }) => {
    if (releases.length === 0) return base;
    const key = keyOf(base, releases);
    const known = made.get(key);
    if (known) return known;
    const own = releases.flatMap((release) => byRelease.get(release.id) ?? []);
    return keep(key, { ...base, places: overlaid(base, kind, own) });
  });
}

/**
 * What was published for one year, as known on `day`: parts, contents and totals of every place, indicators where there are any. A
 * year without results has no places. Throws `RangeError` for a year whose structure is not known.
 */
export async function resultsOf(
  db: Db,
  { year, day, kind = PUBLISHED }: { year: number; day: CalendarDate; kind?: Kind },
): Promise<YearResults> {
  const releases = await releasesOn(db, kind, day, year);
  const base = baseOf(year, day, kind);
  const [results = base] = await withImports(db, kind, [{ base, releases }]);
  return results;
}

/** The results of every year known on `day`, earliest first: the past that losses and lines are told from. */
export async function allResults(db: Db, day: CalendarDate, kind: Kind = PUBLISHED): Promise<YearResults[]> {
  const releases = await releasesOn(db, kind, day);
  const years = new Set(releases.map((release) => release.year));
  if (isPublished(kind)) {
    for (const { year, knownFrom: from } of shippedYears().values()) if (from <= day) years.add(year);
  }
  const known = [...years].filter((year) => knownEdition(year) !== null).sort((a, b) => a - b);
  return withImports(
    db,
    kind,
    known.map((year) => ({
      base: baseOf(year, day, kind),
      releases: releases.filter((release) => release.year === year),
    })),
  );
}

export interface SeriesYear {
  readonly year: number;
  readonly values: ReadonlyMap<string, PlaceValue>;
}

/** One place over the years known on `day`, earliest first; years in which it was withheld are absent. */
export async function seriesOf(
  db: Db,
  { place, day, kind = PUBLISHED }: { place: string; day: CalendarDate; kind?: Kind },
): Promise<SeriesYear[]> {
  return (await allResults(db, day, kind)).flatMap(({ year, places }) => {
    const found = places.get(place);
    return found ? [{ year, values: found.values }] : [];
  });
}

/** From which day on people knew a year's results, and whether that day is sourced or stands for an unknown one. */
export async function knownFrom(
  db: Db,
  { year, day, kind = PUBLISHED }: { year: number; day: CalendarDate; kind?: Kind },
): Promise<{ on: CalendarDate; isSourced: boolean } | null> {
  const shipped = isPublished(kind) ? shippedYears().get(year) : undefined;
  if (shipped && shipped.knownFrom <= day) return { on: shipped.knownFrom, isSourced: shipped.isSourced };
  const [first] = await releasesOn(db, kind, day, year);
  return first ? { on: first.knownFrom, isSourced: true } : null;
}
