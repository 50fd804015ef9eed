import type { Db } from '../../../kernel/db/database.ts';
import { joinSql, sql } from '../../../kernel/db/sql.ts';
import { type FigureValue, isFilled } from '../domain/figure.ts';
import { valueRows } from './source-sql.ts';
import { selectCells } from './value-rows.ts';

export interface ValuesWanted {
  readonly figureIds?: readonly string[];
  readonly unitIds?: readonly string[];
  readonly periodCodes?: readonly string[];
  /** As recorded before this instant; `null` for what stands now. */
  readonly asOf: Date | null;
}

/** The values that stand, or stood at an instant, in one statement. Empty and cleared cells are absent. */
export async function valuesOf(db: Db, wanted: ValuesWanted): Promise<FigureValue[]> {
  const where = [sql`not v.is_cleared`];
  if (wanted.figureIds) where.push(sql`v.figure_id = any(${wanted.figureIds}::uuid[])`);
  if (wanted.unitIds) where.push(sql`v.unit_id = any(${wanted.unitIds}::uuid[])`);
  if (wanted.periodCodes) where.push(sql`v.period_code = any(${wanted.periodCodes}::text[])`);
  const cells = await selectCells(
    db,
    sql`${valueRows(wanted.asOf)} where ${joinSql(where, ' and ')} order by v.period_code, v.figure_id, v.unit_id`,
  );
  return cells.filter(isFilled);
}
