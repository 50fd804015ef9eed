import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { keptUntilChanged } from '../../../kernel/db/kept.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { Boundary } from '../domain/boundary.ts';
import { type DrawnMap, drawBoundaries } from '../domain/draw-boundaries.ts';
import { unitLimits } from '../limits.ts';

/** Boundaries that hold on `day`, by unit, read anew. */
export async function boundariesAsStored(db: Db, day: CalendarDate): Promise<Map<string, Boundary>> {
  const rows = await db.rows(query({ unitId: 'uuid', geometry: 'json' })`
    select distinct on (b.unit_id) b.unit_id as "unitId", b.geometry
    from units_boundary b join units_version v on v.unit_id = b.unit_id and v.valid @> ${day}::date
    where b.valid_from <= ${day}::date order by b.unit_id, b.valid_from desc, b.seq desc`);
  // Only importBoundaries writes here.
  return new Map(rows.map((row) => [row.unitId, row.geometry as Boundary]));
}

/**
 * Boundaries of the units that stand on `day`, as they are that day, by unit; kept in memory until any unit changes. Empty where nobody
 * has imported any.
 */
export const boundariesOn: (db: Db, day: CalendarDate) => Promise<ReadonlyMap<string, Boundary>> =
  keptUntilChanged('units', unitLimits.days_kept, boundariesAsStored);

/** Drawings of what is kept: gone with it. */
const drawn = new WeakMap<object, Map<string, DrawnMap | undefined>>();

/**
 * The map of those of `unitIds` that have a boundary on `day`, in a frame around them alone; drawn once until any unit changes.
 * `undefined` where none has. Choose units of one level: a district would cover its communes.
 */
export async function mapOn(
  db: Db,
  day: CalendarDate,
  unitIds: readonly string[],
): Promise<DrawnMap | undefined> {
  const boundaries = await boundariesOn(db, day);
  const shown = unitIds.filter((id) => boundaries.has(id)).sort();
  const maps = drawn.get(boundaries) ?? new Map<string, DrawnMap | undefined>();
  drawn.set(boundaries, maps);
  const key = shown.join(' ');
  if (!maps.has(key)) {
    maps.set(key, drawBoundaries(new Map(shown.map((id) => [id, boundaries.get(id) ?? []]))));
    const [oldest] = maps.keys();
    if (maps.size > unitLimits.maps_kept && oldest !== undefined) maps.delete(oldest);
  }
  return maps.get(key);
}

export interface BoundaryImport {
  readonly fileHash: string;
  readonly from: CalendarDate;
  readonly source: string;
  readonly units: number;
  readonly importedAt: Date;
}

/** What was imported, latest first. */
export async function boundaryImports(db: Db): Promise<BoundaryImport[]> {
  return db.rows(query({
    fileHash: 'text',
    from: 'date',
    source: 'text',
    units: 'bigint',
    importedAt: 'instant',
  })`select file_hash as "fileHash", valid_from as from, source, count(*) as units, imported_at as "importedAt"
    from units_boundary group by file_hash, valid_from, source, imported_at
    order by imported_at desc limit 20`);
}
