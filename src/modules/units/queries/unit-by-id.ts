import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { isId } from '../../../kernel/ids.ts';
import type { Unit } from '../domain/unit.ts';
import { flatColumns, flatRow, standingOn, toFlatUnit } from './unit-rows.ts';

const placedRow = { ...flatRow, lineage: 'uuid[]' } as const;

/** The unit as it stood on `asOf`; `undefined` when there is none of this id or it did not stand then. */
export async function unitById(db: Db, id: string, asOf: CalendarDate): Promise<Unit | undefined> {
  return isId(id) ? (await unitsByIds(db, [id], asOf))[0] : undefined;
}

/** Those of `ids` that stood on `asOf`, in no particular order. */
export async function unitsByIds(db: Db, ids: readonly string[], asOf: CalendarDate): Promise<Unit[]> {
  const rows = await db.rows(
    query(placedRow)`select ${flatColumns}, units_lineage(v.unit_id, ${asOf}) as lineage
      from ${standingOn(asOf)} and v.unit_id = any(${[...ids]}::uuid[])`,
  );
  return rows.map(({ lineage, ...row }) => ({ ...toFlatUnit(row), lineage }));
}

/** Units right under `id` on `asOf`, in no particular order. */
export async function childrenOf(db: Db, id: string, asOf: CalendarDate): Promise<Unit[]> {
  const rows = await db.rows(
    query(placedRow)`select ${flatColumns}, units_lineage(v.unit_id, ${asOf}) as lineage
      from ${standingOn(asOf)} and v.parent_id = ${id}`,
  );
  return rows.map(({ lineage, ...row }) => ({ ...toFlatUnit(row), lineage }));
}
