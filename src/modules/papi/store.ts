import type { CalendarDate } from '../../kernel/dates.ts';
import type { Db, Tx } from '../../kernel/db/database.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import type { PlaceLevel } from './domain/results.ts';

export interface Release {
  readonly id: string;
  readonly year: number;
  readonly level: PlaceLevel;
  readonly isOfficial: boolean;
  readonly title: string;
  readonly source: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly knownFrom: CalendarDate;
  readonly importedAt: Date;
  readonly personName: string;
}

const releaseRow = {
  id: 'uuid',
  year: 'int',
  level: 'text',
  isOfficial: 'bool',
  title: 'text',
  source: 'text',
  fileName: 'text',
  fileHash: 'text',
  knownFrom: 'date',
  importedAt: 'instant',
  personName: 'text',
} as const;

const releaseColumns = sql`id, year, level, is_official as "isOfficial", title, source, file_name as "fileName",
  file_hash as "fileHash", known_from as "knownFrom", imported_at as "importedAt", person_name as "personName"`;

/** Which results: those of a level, published or of one's own survey. */
export interface Kind {
  readonly level: PlaceLevel;
  readonly isOfficial: boolean;
}

/** Imports known on a day, earliest first; of one year, or of all. */
export async function releasesOn(db: Db, kind: Kind, day: CalendarDate, year?: number): Promise<Release[]> {
  const rows = await db.rows(query(releaseRow)`
    select ${releaseColumns} from papi_release
    where level = ${kind.level} and is_official = ${kind.isOfficial} and known_from <= ${day}::date
      and (${year ?? null}::integer is null or year = ${year ?? null}::integer)
    order by seq`);
  return rows.map((row) => ({ ...row, level: row.level as PlaceLevel }));
}

/** Every import, the latest first. */
export async function allReleases(
  db: Db,
  limit: number,
): Promise<(Release & { places: number; values: number })[]> {
  const rows = await db.rows(query({ ...releaseRow, places: 'int', values: 'int' })`
    select ${releaseColumns},
      (select count(*)::integer from papi_place p where p.release_id = papi_release.id) as places,
      (select count(*)::integer from papi_value v where v.release_id = papi_release.id) as values
    from papi_release order by seq desc limit ${limit}`);
  return rows.map((row) => ({ ...row, level: row.level as PlaceLevel }));
}

export interface StoredValue {
  readonly place: string;
  readonly name: string;
  readonly code: string;
  readonly value: number;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const valueRow = {
  releaseId: 'uuid',
  place: 'text',
  name: 'text',
  code: 'text',
  value: 'float',
  standardError: 'float?',
  low: 'float?',
  high: 'float?',
} as const;

/** All values of some imports; of one place when it is named. */
export async function valuesOfReleases(
  db: Db,
  releaseIds: readonly string[],
  place?: string,
): Promise<(StoredValue & { releaseId: string })[]> {
  if (releaseIds.length === 0) return [];
  return db.rows(query(valueRow)`
    select v.release_id as "releaseId", v.place, p.name, v.code, v.value, v.standard_error as "standardError", v.low, v.high
    from papi_value v join papi_place p on p.release_id = v.release_id and p.code = v.place
    where v.release_id = any(${releaseIds}::uuid[])
      and (${place ?? null}::text is null or v.place = ${place ?? null}::text)`);
}

/** Appends one import with all its values, one statement for each table. */
export async function insertRelease(
  tx: Tx,
  release: Omit<Release, 'importedAt'> & { readonly importedAt: Date; readonly personId: string | null },
  values: readonly StoredValue[],
): Promise<void> {
  await tx.run(sql`insert into papi_release
      (id, year, level, is_official, title, source, file_name, file_hash, known_from, imported_at, person_id, person_name)
    values (${release.id}, ${release.year}, ${release.level}, ${release.isOfficial}, ${release.title}, ${release.source},
      ${release.fileName}, ${release.fileHash}, ${release.knownFrom}::date, ${release.importedAt}, ${release.personId},
      ${release.personName})`);
  const names = new Map(values.map((one) => [one.place, one.name]));
  await tx.run(sql`insert into papi_place (release_id, code, name)
    select ${release.id}::uuid, code, name
    from unnest(${[...names.keys()]}::text[], ${[...names.values()]}::text[]) as given (code, name)`);
  await tx.run(sql`insert into papi_value (release_id, place, code, value, standard_error, low, high)
    select ${release.id}::uuid, place, code, value, standard_error, low, high
    from unnest(${values.map((one) => one.place)}::text[], ${values.map((one) => one.code)}::text[],
      ${values.map((one) => one.value)}::double precision[],
      ${values.map((one) => one.standardError)}::double precision[],
      ${values.map((one) => one.low)}::double precision[], ${values.map((one) => one.high)}::double precision[])
      as given (place, code, value, standard_error, low, high)`);
}

/** The years for which a file with this content was imported. */
export async function importedYears(db: Db, fileHash: string): Promise<number[]> {
  const rows = await db.rows(
    query({
      year: 'int',
    })`select distinct year from papi_release where file_hash = ${fileHash} order by year`,
  );
  return rows.map((row) => row.year);
}
