import type { Db, Tx } from '../../kernel/db/database.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import type { Target } from './domain/target.ts';

export interface SetTarget extends Target {
  readonly setBy: string;
  readonly setAt: Date;
}

const row = {
  year: 'int',
  code: 'text',
  kind: 'text',
  points: 'float?',
  note: 'text',
  setBy: 'text',
  setAt: 'instant',
} as const;

/** The targets in force, by year and code: the last setting of each, recorded before an instant where one is given. */
export async function targetsInForce(db: Db, before: Date | null): Promise<SetTarget[]> {
  const rows = await db.rows(query(row)`
    select year, code, kind, points, note, person_name as "setBy", set_at as "setAt"
    from (
      select distinct on (year, code) year, code, kind, points, note, person_name, set_at
      from papi_target
      where ${before}::timestamptz is null or set_at < ${before}::timestamptz
      order by year, code, seq desc
    ) latest
    where kind <> 'none'
    order by year desc, code`);
  return rows.map((one) => ({ ...one, kind: one.kind as Target['kind'] }));
}

/** Appends a setting; kind "none" takes the target away. */
export async function insertTarget(
  tx: Tx,
  target: Omit<Target, 'kind'> & {
    readonly id: string;
    readonly kind: Target['kind'] | 'none';
    readonly personId: string | null;
    readonly personName: string;
    readonly setAt: Date;
  },
): Promise<void> {
  await tx.run(sql`insert into papi_target (id, year, code, kind, points, note, person_id, person_name, set_at)
    values (${target.id}, ${target.year}, ${target.code}, ${target.kind}, ${target.points}, ${target.note},
      ${target.personId}, ${target.personName}, ${target.setAt})`);
}
