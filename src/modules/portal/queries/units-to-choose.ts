import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Database } from '../../../kernel/db/database.ts';
import { query, type RowOf } from '../../../kernel/db/sql.ts';
import { askedTogether } from '../../../kernel/db/together.ts';
import { keptOfAllUnits } from './kept-of-units.ts';
import { standsOn } from './units.ts';

/** A unit of the list to choose from. */
export interface ListedUnit {
  readonly key: string;
  readonly name: string;
  readonly parentName: string | null;
  /** False: one above them, or an office, listed because it has published something. */
  readonly isCommune: boolean;
  readonly entries: number;
}

const standingRow = {
  unitId: 'uuid',
  key: 'text',
  name: 'text',
  parentName: 'text?',
  isCommune: 'bool',
} as const;

/** Every unit of the day, by name. */
function standingUnits(db: Database, day: CalendarDate): Promise<RowOf<typeof standingRow>[]> {
  return db.rows(query(standingRow)`
    with here as materialized (select u.* from portal_unit u where ${standsOn('u', day)})
    select u.unit_id as "unitId", u.key, u.name, p.name as "parentName",
      u.kind = 'ubnd' and u.tier_rank = (select max(tier_rank) from here where kind = 'ubnd') as "isCommune"
    from here u left join here p on p.unit_id = u.parent_id order by u.name, u.key`);
}

const keptStandingUnits = keptOfAllUnits(standingUnits);

async function listedUnits(db: Database, day: CalendarDate): Promise<readonly ListedUnit[]> {
  const counts = await db.rows(query({ unitId: 'uuid', entries: 'bigint', mark: 'text' })`
    select c.unit_id as "unitId", sum(c.entries)::bigint as entries,
      (select m.mark from portal_unit_mark m limit 1) as mark
    from portal_section_count c group by c.unit_id`);
  const [first] = counts;
  const standing = await keptStandingUnits(db, first?.mark ?? null, day);
  const entriesOf = new Map(counts.map(({ unitId, entries }) => [unitId, entries]));
  return standing.flatMap(({ unitId, ...unit }) => {
    const entries = entriesOf.get(unitId) ?? 0;
    return unit.isCommune || entries > 0 ? [{ ...unit, entries }] : [];
  });
}

const listedOn = askedTogether(
  (day: CalendarDate) => day,
  (db, days) => Promise.all(days.map(async (day, at) => ({ n: at + 1, units: await listedUnits(db, day) }))),
);

/**
 * Whom a citizen may choose: every People's Committee of the lowest tier that has any, and whoever else has published something; by
 * name. What was published is counted now; which units stand is kept while no unit changes.
 */
export const unitsToChoose = async (db: Database, day: CalendarDate): Promise<readonly ListedUnit[]> =>
  (await listedOn(db, day))?.units ?? [];
