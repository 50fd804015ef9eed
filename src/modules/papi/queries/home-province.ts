import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { unitsOfDay } from '../../units/index.ts';
import { type Province, shippedProvinces } from '../shipped.ts';

/** The province with this administrative code ("33"), or `null`. */
export function provinceOf(code: string): Province | null {
  return shippedProvinces().get(code) ?? null;
}

/**
 * The province a tenant lies in: the root of its tree that carries a province's code, whether it is the jurisdiction itself or
 * only stands above it. `null` when there is none, or more than one.
 */
export async function homeProvince(db: Db, day: CalendarDate): Promise<Province | null> {
  const { tree } = await unitsOfDay(db, day);
  const found = tree.flatMap((unit) => {
    const province = unit.parentId === null && unit.code !== null ? provinceOf(unit.code) : null;
    return province ? [province] : [];
  });
  const [only, other] = found;
  return only && !other ? only : null;
}
