import type { Db } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { cellHistory } from '../../figures/index.ts';
import type { CellValue, CompiledCell } from '../domain/compiled.ts';
import { partOfFigure } from '../domain/figure-parts.ts';

/** What a cell once said. */
export interface CellPast {
  /** `null`: it was emptied. */
  readonly value: CellValue | null;
  readonly byName: string;
  readonly isLate: boolean;
  readonly changedAt: Date;
}

export interface CellPlace {
  readonly formId: string;
  readonly unitId: string;
  readonly periodCode: string;
}

/** All that a cell ever said, the latest first; one statement. */
export async function cellPast(db: Db, place: CellPlace, cell: CompiledCell): Promise<CellPast[]> {
  const { formId, unitId, periodCode } = place;
  const { figure } = cell;
  if (figure) {
    const all = await cellHistory(db, { figureId: figure.id, unitId, periodCode });
    return all
      .map(({ value, byName, isLate, changedAt }) => ({
        value: partOfFigure(value, figure.part),
        byName,
        isLate,
        changedAt,
      }))
      .reverse();
  }
  const mine = sql`form_id = ${formId}::uuid and unit_id = ${unitId}::uuid and period_code = ${periodCode} and cell_key = ${cell.key}`;
  const columns = sql`number, on_day, words, no_data, is_late, by_name, revision, changed_at`;
  const rows = await db.rows(
    query({
      number: 'float?',
      onDay: 'date?',
      words: 'text?',
      noData: 'text?',
      isLate: 'bool',
      byName: 'text',
      changedAt: 'instant',
    } as const)`
      select c.number::float8 as number, c.on_day as "onDay", c.words, c.no_data as "noData", c.is_late as "isLate",
        c.by_name as "byName", c.changed_at as "changedAt"
      from (select ${columns} from forms_cell where ${mine}
        union all select ${columns} from forms_cell_past where ${mine}) c
      order by c.revision desc`,
  );
  return rows.map(({ number, onDay, words, noData, ...rest }) => ({
    ...rest,
    value: shapeOf({ number, onDay, words, noData }),
  }));
}

function shapeOf(row: {
  readonly number: number | null;
  readonly onDay: string | null;
  readonly words: string | null;
  readonly noData: string | null;
}): CellValue | null {
  if (row.number !== null) return { kind: 'number', number: row.number };
  if (row.onDay !== null) return { kind: 'date', on: row.onDay };
  if (row.words !== null) return { kind: 'words', words: row.words };
  return row.noData === null ? null : { kind: 'no_data', reason: row.noData };
}
