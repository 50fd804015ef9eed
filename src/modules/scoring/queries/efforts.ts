import { type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { Effort, Measure } from '../domain/effort.ts';

/** The latest word of each office on each code of a year, in each measure; as known before `asOf`. */
export async function effortsOf(db: Db, year: number, asOf: Date | null): Promise<Effort[]> {
  const rows = await db.rows(query({
    code: 'text',
    unitId: 'uuid',
    step: 'float',
    cost: 'float',
    measure: 'text',
    words: 'text',
    personName: 'text',
    recordedAt: 'instant',
  } as const)`
    select distinct on (code, unit_id, measure) code, unit_id as "unitId", step::float8 as step, cost::float8 as cost, measure,
      words, person_name as "personName", recorded_at as "recordedAt"
    from scoring_effort
    where year = ${year} and (${asOf}::timestamptz is null or recorded_at < ${asOf}::timestamptz)
    order by code, unit_id, measure, seq desc`);
  return rows.map(({ recordedAt, ...row }) => ({
    ...row,
    measure: row.measure as Measure,
    recordedOn: vietnamDate(recordedAt) satisfies CalendarDate,
  }));
}
