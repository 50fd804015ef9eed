import type { Db } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import type { StoredCell } from '../domain/figure.ts';
import type { CellKey } from '../store-values.ts';
import { selectCells } from './value-rows.ts';

/** All that a cell ever said, the first first; `value` is `null` where it was taken back. */
export async function cellHistory(db: Db, key: CellKey): Promise<StoredCell[]> {
  const mine = sql`figure_id = ${key.figureId}::uuid and period_code = ${key.periodCode} and unit_id = ${key.unitId}::uuid`;
  const columns = sql`id, figure_id, unit_id, period_code, number, numerator, denominator, on_day, words, no_data, is_cleared,
    is_late, via, by_person_id, by_name, by_unit_id, first_at, revision, changed_at`;
  return selectCells(
    db,
    sql`(select ${columns} from figures_value where ${mine}
      union all select ${columns} from figures_value_past where ${mine}) v order by v.revision`,
  );
}

/** What somebody said beside a cell. */
export interface Remark {
  readonly id: string;
  readonly figureId: string;
  readonly unitId: string;
  readonly periodCode: string;
  readonly words: string;
  readonly personName: string;
  readonly byUnitId: string | null;
  readonly recordedAt: Date;
}

export interface RemarksWanted {
  readonly figureIds?: readonly string[];
  readonly unitIds: readonly string[];
  readonly periodCodes: readonly string[];
  /** As recorded before this instant; `null` for all. */
  readonly asOf: Date | null;
}

/** Remarks beside cells, in the order in which they were made. */
export async function remarksOf(db: Db, wanted: RemarksWanted): Promise<Remark[]> {
  const figures = wanted.figureIds ? sql`and r.figure_id = any(${wanted.figureIds}::uuid[])` : sql``;
  const before = wanted.asOf === null ? sql`` : sql`and r.recorded_at < ${wanted.asOf}::timestamptz`;
  return db.rows(
    query({
      id: 'uuid',
      figureId: 'uuid',
      unitId: 'uuid',
      periodCode: 'text',
      words: 'text',
      personName: 'text',
      byUnitId: 'uuid?',
      recordedAt: 'instant',
    } as const)`
      select r.id, r.figure_id as "figureId", r.unit_id as "unitId", r.period_code as "periodCode", r.words,
        r.person_name as "personName", r.by_unit_id as "byUnitId", r.recorded_at as "recordedAt"
      from figures_remark r
      where r.unit_id = any(${wanted.unitIds}::uuid[]) and r.period_code = any(${wanted.periodCodes}::text[]) ${figures} ${before}
      order by r.seq`,
  );
}
