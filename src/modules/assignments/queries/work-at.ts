import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { State, StateDay } from '../domain/state.ts';
import { workOf } from './source-sql.ts';
import { stateColumn } from './state-sql.ts';

/** All work of the tenant as it stood at the end of a day. */
export interface WorkAt {
  readonly count: number;
  readonly perState: Readonly<Partial<Record<State, number>>>;
  /** SHA-256 over every assignment with its progress, state and days, in hex: the same whenever it is read. */
  readonly hash: string;
}

const workAtRow = { count: 'bigint', perState: 'json', hash: 'text' } as const;

/** Counts and a hash of all work, by what had been recorded by the end of `day.asOf`; work dropped from a plan by then is left out. */
export async function workAt(db: Db, day: StateDay): Promise<WorkAt> {
  const row = await db.one(query(workAtRow)`
    with w as (
      select a.id, ${stateColumn(day)} as state, concat_ws('|', a.id, a.unit_id, a.occurrence, a.progress, ${stateColumn(day)},
        coalesce(a.due_on::text, '-'), coalesce(a.done_on::text, '-'), coalesce(a.quantity::text, '-')) as line
      from ${workOf(day)} where a.dropped_version is null
    )
    select count(*) as count,
      (select coalesce(jsonb_object_agg(s.state, s.n), '{}') from (select state, count(*) as n from w group by state) s) as "perState",
      encode(sha256(convert_to(coalesce(string_agg(line, chr(10) order by id), ''), 'UTF8')), 'hex') as hash
    from w`);
  return { ...row, perState: row.perState as WorkAt['perState'] };
}
