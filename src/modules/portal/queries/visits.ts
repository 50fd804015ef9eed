import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query, type RowOf, sql } from '../../../kernel/db/sql.ts';

export interface VisitsOf {
  /** Null: the whole portal. */
  readonly unitId: string | null;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

const of = ({ unitId, from, until }: VisitsOf) =>
  sql`v.day between ${from}::date and ${until}::date ${unitId === null ? sql`` : sql`and v.unit_id = ${unitId}`}`;

/** Visits a day, of days that had any; newest first. */
export function visitsByDay(db: Db, which: VisitsOf): Promise<{ day: CalendarDate; visits: number }[]> {
  return db.rows(query({ day: 'date', visits: 'bigint' })`
    select v.day, sum(v.visits)::bigint as visits from portal_visit_day v where ${of(which)} group by v.day order by v.day desc`);
}

const communeRow = { unitId: 'uuid', unitKey: 'text?', unitName: 'text?', visits: 'bigint' } as const;

/** Visits of each commune, most first. */
export function visitsByCommune(db: Db, which: VisitsOf): Promise<RowOf<typeof communeRow>[]> {
  return db.rows(query(communeRow)`
    select v."unitId", u.key as "unitKey", u.name as "unitName", v.visits from (
      select v.unit_id as "unitId", sum(v.visits)::bigint as visits from portal_visit_day v
      where ${of(which)} and v.unit_id is not null group by v.unit_id) v
    left join lateral (select key, name from portal_unit where unit_id = v."unitId" order by from_on desc limit 1) u on true
    order by v.visits desc, u.name`);
}

const itemRow = { itemId: 'uuid', title: 'text', unitName: 'text', visits: 'bigint' } as const;

/** The items that were looked at most. */
export function visitsByItem(db: Db, which: VisitsOf, most: number): Promise<RowOf<typeof itemRow>[]> {
  return db.rows(query(itemRow)`
    select i.item_id as "itemId", i.title, i.unit_name as "unitName", v.visits from (
      select v.item_id, sum(v.visits)::bigint as visits from portal_visit_day v
      where ${of(which)} and v.item_id is not null group by v.item_id) v
    join portal_item i on i.item_id = v.item_id
    order by v.visits desc, i.title, i.item_id limit ${most}`);
}

const fileRow = {
  day: 'date',
  unitId: 'uuid?',
  unitName: 'text?',
  itemId: 'uuid?',
  title: 'text?',
  visits: 'bigint',
} as const;

/** Every count, newest day first. */
export function visitRows(db: Db, which: VisitsOf, most: number): Promise<RowOf<typeof fileRow>[]> {
  return db.rows(query(fileRow)`
    select v.day, v.unit_id as "unitId", u.name as "unitName", v.item_id as "itemId", i.title, v.visits
    from portal_visit_day v
    left join portal_item i on i.item_id = v.item_id
    left join lateral (select name from portal_unit where unit_id = v.unit_id order by from_on desc limit 1) u on true
    where ${of(which)} order by v.day desc, v.unit_id nulls first, v.item_id nulls first limit ${most}`);
}
