import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Database } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { askedTogether } from '../../../kernel/db/together.ts';
import { type Front, type FrontOfDay, frontOn, NOTHING_SHOWN } from '../domain/front.ts';
import { keptOfUnits } from './kept-of-units.ts';
import {
  askedFronts,
  type PortalUnit,
  standsOn,
  unitAsked,
  unitColumns,
  unitRow,
  withParent,
} from './units.ts';

/** What of a commune's page changes only when units do. */
interface Surroundings {
  readonly villages: readonly { readonly key: string; readonly name: string }[];
  readonly headTitle: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface UnitHome extends PortalUnit, Surroundings, FrontOfDay {}

async function surroundings(db: Database, unitId: string, day: CalendarDate): Promise<Surroundings> {
  const { contact, villages } = await db.one(query({
    contact: 'json?',
    villages: 'json',
  })`
    select (select jsonb_build_object('headTitle', c.head_title, 'phone', c.phone, 'email', c.email) from portal_contact c
        where c.unit_id = u.unit_id and c.valid_from <= ${day}::date order by c.valid_from desc, c.published_at desc limit 1) as contact,
      (select coalesce(jsonb_agg(jsonb_build_object('key', v.key, 'name', v.name) order by v.name), '[]') from portal_unit v
        where v.parent_id = u.unit_id and v.kind = 'thon' and ${standsOn('v', day)}) as villages
    from portal_unit u where u.unit_id = ${unitId} and u.from_on <= ${day}::date order by u.from_on desc limit 1`);
  const { headTitle = null, phone = null, email = null } = (contact ?? {}) as Partial<Surroundings>;
  return { villages: villages as Surroundings['villages'], headTitle, phone, email };
}

const keptSurroundings = keptOfUnits(surroundings);

const unitWithFront = askedTogether(unitAsked, (db, asked) =>
  db.rows(query({ ...unitRow, shown: 'json?' })`
    select ${unitColumns}, f.shown, f.mark from ${askedFronts(asked)}`),
);

/**
 * All that the page of a commune shows: what it has made public in one row, with a mark; what lies around it is kept. `undefined` where no
 * unit ever had that address.
 */
export async function unitHome(
  db: Database,
  key: string,
  day: CalendarDate,
  newSince: CalendarDate,
): Promise<UnitHome | undefined> {
  const found = await unitWithFront(db, { key, day });
  if (!found) return undefined;
  const { shown, ...unit } = found;
  return {
    ...(await withParent(db, unit, day)),
    ...frontOn((shown as Front | null) ?? NOTHING_SHOWN, day, newSince),
    ...(await keptSurroundings(db, unit.mark, unit.unitId, day)),
  };
}
