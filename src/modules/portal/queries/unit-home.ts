import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Database } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { Section } from '../../disclosure/index.ts';
import { hangsOn, isOnPaper } from './entries.ts';
import { keptOfUnits } from './kept-of-units.ts';
import { type PortalUnit, standsOn } from './units.ts';

export interface NewestPosting {
  readonly itemId: string;
  readonly title: string;
  readonly placeId: string;
  readonly placeName: string;
  readonly postedOn: CalendarDate;
  readonly staysUntil: CalendarDate | null;
}

/** What of a commune's page changes only when units do. */
interface Surroundings {
  readonly parentName: string | null;
  readonly villages: readonly { readonly key: string; readonly name: string }[];
  readonly headTitle: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface UnitHome extends PortalUnit, Surroundings {
  readonly hanging: number;
  readonly hangingNew: number;
  readonly newestPosting: NewestPosting | null;
  readonly sections: readonly { readonly section: Section; readonly count: number }[];
  readonly newest: readonly {
    readonly itemId: string;
    readonly title: string;
    readonly section: Section;
    readonly publishedOn: CalendarDate;
    readonly isWithdrawn: boolean;
  }[];
}

const row = {
  unitId: 'uuid',
  key: 'text',
  name: 'text',
  kind: 'text',
  tier: 'text',
  endedOn: 'date?',
  hanging: 'bigint',
  hangingNew: 'bigint',
  newestPosting: 'json?',
  sections: 'json',
  newest: 'json',
  mark: 'text?',
} as const;

async function surroundings(db: Database, unitId: string, day: CalendarDate): Promise<Surroundings> {
  const { parentName, contact, villages } = await db.one(query({
    parentName: 'text?',
    contact: 'json?',
    villages: 'json',
  })`
    select (select p.name from portal_unit p where p.unit_id = u.parent_id
        order by p.from_on <= ${day}::date desc, p.from_on desc limit 1) as "parentName",
      (select jsonb_build_object('headTitle', c.head_title, 'phone', c.phone, 'email', c.email) from portal_contact c
        where c.unit_id = u.unit_id and c.valid_from <= ${day}::date order by c.valid_from desc, c.published_at desc limit 1) as contact,
      (select coalesce(jsonb_agg(jsonb_build_object('key', v.key, 'name', v.name) order by v.name), '[]') from portal_unit v
        where v.parent_id = u.unit_id and v.kind = 'thon' and ${standsOn('v', day)}) as villages
    from portal_unit u where u.unit_id = ${unitId} and u.from_on <= ${day}::date order by u.from_on desc limit 1`);
  const { headTitle = null, phone = null, email = null } = (contact ?? {}) as Partial<Surroundings>;
  return { parentName, villages: villages as Surroundings['villages'], headTitle, phone, email };
}

const keptSurroundings = keptOfUnits(surroundings);

/**
 * All that the page of a commune shows: what it has made public in one statement, with a mark; what lies around it is kept.
 * `undefined` where no unit ever had that address.
 */
export async function unitHome(
  db: Database,
  key: string,
  day: CalendarDate,
  newSince: CalendarDate,
): Promise<UnitHome | undefined> {
  const found = await db.row(query(row)`
    with u as (
      select * from portal_unit u where u.key = ${key} and u.from_on <= ${day}::date order by u.from_on desc limit 1),
    hanging as materialized (
      select p.item_id, p.title, p.place_id, l.name as place_name, p.posted_on, p.stays_until
      from u join portal_place l on l.unit_id = u.unit_id and ${isOnPaper}
        join portal_posting p on p.place_id = l.place_id
      where ${hangsOn(day)})
    select u.unit_id as "unitId", u.key, u.name, u.kind, u.tier,
      case when u.until_on < ${day}::date then u.until_on end as "endedOn",
      (select count(distinct item_id) from hanging) as hanging,
      (select count(distinct item_id) from hanging where posted_on >= ${newSince}::date) as "hangingNew",
      (select jsonb_build_object('itemId', h.item_id, 'title', h.title, 'placeId', h.place_id, 'placeName', h.place_name,
          'postedOn', h.posted_on, 'staysUntil', h.stays_until)
        from (select * from hanging order by posted_on desc, item_id limit 1) h) as "newestPosting",
      (select coalesce(jsonb_agg(jsonb_build_object('section', s.section, 'count', s.n)), '[]') from (
        select section, entries as n from portal_section_count c where c.unit_id = u.unit_id) s) as sections,
      (select coalesce(jsonb_agg(jsonb_build_object('itemId', n.item_id, 'title', n.title, 'section', n.section,
          'publishedOn', n.published_on, 'isWithdrawn', n.is_withdrawn) order by n.published_on desc, n.item_id), '[]')
        from (select * from portal_item i where i.unit_id = u.unit_id order by i.published_on desc, i.item_id limit 5) n) as newest,
      (select m.mark from portal_unit_mark m where m.unit_id = u.unit_id) as mark
    from u`);
  if (!found) return undefined;
  const around =
    found.mark === null
      ? await surroundings(db, found.unitId, day)
      : await keptSurroundings(db, found.mark, found.unitId, day);
  return { ...(found as unknown as Omit<UnitHome, keyof Surroundings>), ...around };
}
