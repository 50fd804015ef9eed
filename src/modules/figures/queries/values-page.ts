import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, joinSql, sql } from '../../../kernel/db/sql.ts';
import { type FigureValue, isFilled } from '../domain/figure.ts';
import type { CellKey } from '../store-values.ts';
import { valueRows } from './source-sql.ts';
import { selectCells } from './value-rows.ts';

export interface PageWanted {
  readonly isSeen: Fragment;
  readonly periodCodes: readonly string[];
  readonly figureIds: readonly string[] | undefined;
  readonly unitIds: readonly string[] | undefined;
  readonly asOf: Date | null;
  /** The cell the page before ended with. */
  readonly after: CellKey | null;
  readonly size: number;
}

/** One page of the values a person sees, by period, figure and unit. */
export async function valuesPage(
  db: Db,
  wanted: PageWanted,
): Promise<{ rows: FigureValue[]; next: CellKey | null }> {
  const { isSeen, after, size } = wanted;
  const where = [
    sql`not v.is_cleared`,
    sql`v.period_code = any(${wanted.periodCodes}::text[])`,
    sql`(${isSeen})`,
  ];
  if (wanted.figureIds) where.push(sql`v.figure_id = any(${wanted.figureIds}::uuid[])`);
  if (wanted.unitIds) where.push(sql`v.unit_id = any(${wanted.unitIds}::uuid[])`);
  if (after)
    where.push(sql`(v.period_code collate "C", v.figure_id, v.unit_id)
      > (${after.periodCode}::text collate "C", ${after.figureId}::uuid, ${after.unitId}::uuid)`);
  const cells = await selectCells(
    db,
    sql`${valueRows(wanted.asOf)} where ${joinSql(where, ' and ')}
      order by v.period_code collate "C", v.figure_id, v.unit_id limit ${size + 1}`,
  );
  const rows = cells.slice(0, size).filter(isFilled);
  const last = rows.at(-1);
  return { rows, next: cells.length > size && last ? last : null };
}
