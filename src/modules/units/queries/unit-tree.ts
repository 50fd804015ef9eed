import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { type FlatUnit, orderAsForest } from '../domain/tree.ts';
import type { Unit } from '../domain/unit.ts';
import { loadTiers } from '../store.ts';
import { flatColumns, flatRow, standingOn, toFlatUnit } from './unit-rows.ts';

/** Every unit standing on `asOf`, unordered: what the tree is made of. */
export async function standingUnits(db: Db, asOf: CalendarDate): Promise<FlatUnit[]> {
  const rows = await db.rows(query(flatRow)`select ${flatColumns} from ${standingOn(asOf)}`);
  return rows.map(toFlatUnit);
}

/** The whole tree as it stood on `asOf`, depth first; see `orderAsForest` for the order. */
export async function unitTree(db: Db, asOf: CalendarDate): Promise<Unit[]> {
  const [tiers, units] = await Promise.all([loadTiers(db), standingUnits(db, asOf)]);
  return orderAsForest(units, tiers);
}
