import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { type FlatUnit, orderAsForest } from '../domain/tree.ts';
import type { Unit } from '../domain/unit.ts';
import { loadTiers } from '../store.ts';
import { flatColumns, flatRow, toFlatUnit } from './unit-rows.ts';

/** Life of every unit at once: one pass over the versions. */
const lives = sql`(select unit_id, min(lower(valid)) as first,
    case when bool_or(upper_inf(valid)) then null else max(upper(valid)) - 1 end as last
  from units_version group by unit_id)`;

/** Every unit standing on `asOf`, unordered: what the tree is made of. */
export async function standingUnits(db: Db, asOf: CalendarDate): Promise<FlatUnit[]> {
  const rows = await db.rows(
    query(flatRow)`select ${flatColumns} from units_version v
      join units_unit u on u.id = v.unit_id
      join ${lives} life on life.unit_id = v.unit_id
      where v.valid @> ${asOf}::date`,
  );
  return rows.map(toFlatUnit);
}

/** The whole tree as it stood on `asOf`, depth first; see `orderAsForest` for the order. */
export async function unitTree(db: Db, asOf: CalendarDate): Promise<Unit[]> {
  const [tiers, units] = await Promise.all([loadTiers(db), standingUnits(db, asOf)]);
  return orderAsForest(units, tiers);
}
