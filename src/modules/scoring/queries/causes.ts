import type { Db } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';

/** One writing of what was lacking in a part, why, and whose task the change is. */
export interface Cause {
  readonly year: number;
  readonly part: string;
  readonly version: number;
  readonly shortcoming: string;
  readonly cause: string;
  readonly responsibility: string;
  readonly unitIds: readonly string[];
  readonly byUnitId: string | null;
  readonly personName: string;
  readonly personTitle: string;
  readonly recordedAt: Date;
}

/** All versions that fit, the newest of each part first; as known before `asOf`. */
export function causesOf(
  db: Db,
  wanted: { readonly year: number; readonly part?: string; readonly asOf: Date | null },
): Promise<Cause[]> {
  const { year, asOf } = wanted;
  const ofPart = wanted.part === undefined ? sql`` : sql`and part = ${wanted.part}`;
  return db.rows(query({
    year: 'int',
    part: 'text',
    version: 'int',
    shortcoming: 'text',
    cause: 'text',
    responsibility: 'text',
    unitIds: 'uuid[]',
    byUnitId: 'uuid?',
    personName: 'text',
    personTitle: 'text',
    recordedAt: 'instant',
  } as const)`
    select year, part, version, shortcoming, cause, responsibility, unit_ids as "unitIds", by_unit_id as "byUnitId",
      person_name as "personName", person_title as "personTitle", recorded_at as "recordedAt"
    from scoring_cause
    where year = ${year} ${ofPart} and (${asOf}::timestamptz is null or recorded_at < ${asOf}::timestamptz)
    order by part, version desc`);
}

/** The newest version of each part. */
export function newestCauses(causes: readonly Cause[]): ReadonlyMap<string, Cause> {
  const newest = new Map<string, Cause>();
  for (const cause of causes) if (!newest.has(cause.part)) newest.set(cause.part, cause);
  return newest;
}
