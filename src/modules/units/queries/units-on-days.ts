import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';

/** A unit on one of several days, with what decides who is asked for something. */
export interface PlacedUnit {
  readonly id: string;
  readonly day: CalendarDate;
  readonly name: string;
  readonly kind: string;
  readonly tier: string;
  /** Ids from the root down to the unit itself, on that day. */
  readonly lineage: readonly string[];
  /** Codes of the groups that mean it on that day. */
  readonly groups: readonly string[];
}

/** Those of the units that stood on each of the days, in one statement for any number of both. */
export async function unitsOnDays(
  db: Db,
  unitIds: readonly string[],
  days: readonly CalendarDate[],
): Promise<PlacedUnit[]> {
  return db.rows(
    query({
      id: 'uuid',
      day: 'date',
      name: 'text',
      kind: 'text',
      tier: 'text',
      lineage: 'uuid[]',
      groups: 'text[]',
    } as const)`
      select v.unit_id as id, d.day, v.name, v.kind, v.tier, units_lineage(v.unit_id, d.day) as lineage,
        array(select distinct r.group_code from units_group_rule r
          where v.kind = any(r.kinds) and (r.tier is null or v.tier = r.tier) and not exists (
            select 1 from units_group_exception e where e.group_code = r.group_code and e.unit_id = v.unit_id)) as groups
      from unnest(${days}::date[]) as d (day)
      join units_version v on v.valid @> d.day and v.unit_id = any(${unitIds}::uuid[])`,
  );
}
