import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Unit, type UnitsOfDay, unitsOfDay, unitsOnDays } from '../../units/index.ts';
import { type Burden, burdenOf } from '../domain/burden.ts';
import { isEnteredBy } from '../domain/entered-by.ts';
import { catalogOf } from './definitions.ts';

export interface UnitBurden {
  readonly unit: Unit;
  readonly burden: Burden;
}

/** What each unit of a day is asked, in the order of the tree; units that are asked nothing are left out. */
export async function burdensOf(
  db: Db,
  day: CalendarDate,
  unitIds: readonly string[] | null,
): Promise<{ rows: UnitBurden[]; names: UnitsOfDay['names'] }> {
  const catalog = await catalogOf(db);
  const { definitions } = catalog;
  const asked = definitions.filter(({ askedUntil }) => askedUntil === null || askedUntil >= day);
  const { tree, names } = await unitsOfDay(db, day);
  const wanted = unitIds === null ? tree : tree.filter(({ id }) => unitIds.includes(id));
  const placed = await unitsOnDays(
    db,
    wanted.map(({ id }) => id),
    [day],
  );
  const byId = new Map(placed.map((unit) => [unit.id, unit]));
  // Units of one group are asked the same: each set of figures is weighed once.
  const weighed = new Map<string, Burden>();
  const rows = wanted.flatMap((unit) => {
    const facts = byId.get(unit.id);
    const own = facts ? asked.filter(({ enteredBy }) => isEnteredBy(enteredBy, facts)) : [];
    if (own.length === 0) return [];
    const key = own.map(({ code }) => code).join(' ');
    const burden = weighed.get(key) ?? burdenOf(own, catalog.similar());
    weighed.set(key, burden);
    return [{ unit, burden }];
  });
  return { rows, names };
}
