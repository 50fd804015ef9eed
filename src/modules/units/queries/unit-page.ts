import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { isId } from '../../../kernel/ids.ts';
import type { Succession, SuccessionKind, UnitHistory } from '../domain/unit.ts';
import { loadHistory } from '../store.ts';

export interface NamedSuccession {
  /** The other unit, by the name it had on the day. */
  readonly unitId: string;
  readonly name: string;
  readonly on: CalendarDate;
  readonly kind: SuccessionKind;
  readonly act: string;
  readonly status: Succession['status'];
}

export interface UnitPage {
  readonly history: UnitHistory;
  /** Names of the units above in each period, by id and first day of the period: `id first-day`. */
  readonly parentNames: ReadonlyMap<string, string>;
  readonly predecessors: readonly NamedSuccession[];
  readonly successors: readonly NamedSuccession[];
}

const successionRow = {
  unitId: 'uuid',
  name: 'text',
  on: 'date',
  kind: 'text',
  act: 'text',
  status: 'text',
  side: 'text',
} as const;

/** Everything recorded of one unit; `undefined` when there is none of this id. */
export async function unitPage(db: Db, id: string): Promise<UnitPage | undefined> {
  if (!isId(id)) return undefined;
  const history = await loadHistory(db, id);
  if (!history) return undefined;
  const parents = await db.rows(
    query({ place: 'text', name: 'text' })`
      select parent_id || ' ' || lower(valid) as place, units_name(parent_id, lower(valid)) as name
      from units_version where unit_id = ${id} and parent_id is not null`,
  );
  const successions = await db.rows(
    query(successionRow)`
      select to_unit as "unitId", units_name(to_unit, on_date) as name, on_date as on, kind, act, status, 'after' as side
      from units_succession where from_unit = ${id}
      union all
      select from_unit, units_name(from_unit, on_date - 1), on_date, kind, act, status, 'before'
      from units_succession where to_unit = ${id}
      order by "on", name`,
  );
  const side = (wanted: string): NamedSuccession[] =>
    successions
      .filter((row) => row.side === wanted)
      .map(({ side: _, ...row }) => ({
        ...row,
        kind: row.kind as SuccessionKind,
        status: row.status as Succession['status'],
      }));
  return {
    history,
    parentNames: new Map(parents.map((row) => [row.place, row.name])),
    predecessors: side('before'),
    successors: side('after'),
  };
}
