import type { Db } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { valueRows } from './source-sql.ts';

export interface TotalsWanted {
  readonly figureIds: readonly string[];
  readonly periodCodes: readonly string[];
  /** Which units add up to what: `key` is whatever the asker calls the total. A unit may stand under several keys. */
  readonly groups: readonly { readonly key: string; readonly unitIds: readonly string[] }[];
  /** Leaves out what came late, which counts in the next report only. */
  readonly inTimeOnly: boolean;
  readonly asOf: Date | null;
}

/** What the units of a group said of a figure for a period, added up. Which sums mean something, the figure's `rollUp` says. */
export interface FigureTotal {
  readonly figureId: string;
  readonly periodCode: string;
  readonly key: string;
  /** Units with a number or a rate. */
  readonly filled: number;
  /** Units that said they have no data. */
  readonly noData: number;
  /** Of those counted, units whose value came late. */
  readonly late: number;
  /** `null` when no unit gave one. */
  readonly number: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Totals of any number of figures, periods and groups, in one statement. A group in which nobody said anything has no row. */
export async function totalsOf(db: Db, wanted: TotalsWanted): Promise<FigureTotal[]> {
  const pairs = wanted.groups.flatMap(({ key, unitIds }) => unitIds.map((unitId) => ({ key, unitId })));
  const inTime = wanted.inTimeOnly ? sql`and not v.is_late` : sql``;
  return db.rows(
    query({
      figureId: 'uuid',
      periodCode: 'text',
      key: 'text',
      filled: 'int',
      noData: 'int',
      late: 'int',
      number: 'float?',
      numerator: 'float?',
      denominator: 'float?',
    } as const)`
      select v.figure_id as "figureId", v.period_code as "periodCode", g.key,
        count(*) filter (where v.number is not null or v.numerator is not null)::integer as filled,
        count(v.no_data)::integer as "noData", count(*) filter (where v.is_late)::integer as late,
        sum(v.number)::float8 as number, sum(v.numerator)::float8 as numerator, sum(v.denominator)::float8 as denominator
      from ${valueRows(wanted.asOf)}
      join unnest(${pairs.map((pair) => pair.unitId)}::uuid[], ${pairs.map((pair) => pair.key)}::text[]) as g (unit_id, key)
        on g.unit_id = v.unit_id
      where v.figure_id = any(${wanted.figureIds}::uuid[]) and v.period_code = any(${wanted.periodCodes}::text[])
        and not v.is_cleared ${inTime}
      group by v.figure_id, v.period_code, g.key`,
  );
}
