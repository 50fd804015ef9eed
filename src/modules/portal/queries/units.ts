import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Database, Db } from '../../../kernel/db/database.ts';
import { type Fragment, query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import { askedTogether, questionRows } from '../../../kernel/db/together.ts';
import { keptOfUnits } from './kept-of-units.ts';

export interface PortalUnit {
  readonly unitId: string;
  /** What its address says: "xa-bai-say". */
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly tier: string;
  readonly parentName: string | null;
  /** The last day it stood, where it stands no more. */
  readonly endedOn: CalendarDate | null;
  /** What pages made of its entries were made from, so far as it was read with the unit, before the rest. Null: it never made anything public. */
  readonly mark: string | null;
}

/** What an address asks for: a unit by its key, on a day. */
export interface AskedUnit {
  readonly key: string;
  readonly day: CalendarDate;
}

export const unitAsked = ({ key, day }: AskedUnit): string => `${key} ${day}`;

/** The questions as rows `a (key, day, n)`. */
export const askedUnits = (asked: readonly AskedUnit[]): Fragment =>
  sql`${questionRows({ text: asked.map(({ key }) => key) }, { date: asked.map(({ day }) => day) })} a(key, day, n)`;

export const unitRow = {
  n: 'bigint',
  unitId: 'uuid',
  key: 'text',
  name: 'text',
  kind: 'text',
  tier: 'text',
  endedOn: 'date?',
  mark: 'text?',
} as const;

/** Whether a version of a unit holds on the day. */
export const standsOn = (alias: 'u' | 'v' | 'p', day: CalendarDate): Fragment => {
  const [from, until] = {
    u: [sql`u.from_on`, sql`u.until_on`],
    v: [sql`v.from_on`, sql`v.until_on`],
    p: [sql`p.from_on`, sql`p.until_on`],
  }[alias] as [Fragment, Fragment];
  return sql`(${from} <= ${day}::date and (${until} is null or ${until} >= ${day}::date))`;
};

/** Columns of a row `u` of `portal_unit` on the day of the question `a`, without its mark. */
export const unitColumns: Fragment = sql`a.n, u.unit_id as "unitId", u.key, u.name, u.kind, u.tier,
  case when u.until_on < a.day then u.until_on end as "endedOn"`;

/** The unit that the address of a question names, as it stands on the day or else as it last stood. */
export const unitOfAsked: Fragment = sql`cross join lateral (
  select * from portal_unit u where u.key = a.key and u.from_on <= a.day order by u.from_on desc limit 1) u`;

/** Questions with the unit of each and its row `f` of `portal_front`, where it ever made anything public. */
export const askedFronts = (asked: readonly AskedUnit[]): Fragment =>
  sql`${askedUnits(asked)} ${unitOfAsked} left join portal_front f on f.unit_id = u.unit_id`;

/** Where a unit lies, which changes only when units do. */
async function parentName(db: Db, unitId: string, day: CalendarDate): Promise<string | null> {
  const found = await db.row(query({ name: 'text' })`
    select p.name from portal_unit u join portal_unit p on p.unit_id = u.parent_id
    where u.unit_id = ${unitId} and u.from_on <= ${day}::date
    order by u.from_on desc, p.from_on <= ${day}::date desc, p.from_on desc limit 1`);
  return found?.name ?? null;
}

const keptParentName = keptOfUnits(parentName);

/** The unit with where it lies. */
export async function withParent(
  db: Database,
  { n: _, ...unit }: RowOf<typeof unitRow>,
  day: CalendarDate,
): Promise<PortalUnit> {
  return { ...unit, parentName: await keptParentName(db, unit.mark, unit.unitId, day) };
}

const unitOfAddress = askedTogether(unitAsked, (db, asked) =>
  db.rows(query(unitRow)`
    select ${unitColumns}, m.mark from ${askedUnits(asked)} ${unitOfAsked}
    left join portal_unit_mark m on m.unit_id = u.unit_id`),
);

/** The unit that an address names, as it stands today or else as it last stood. */
export async function unitByKey(
  db: Database,
  key: string,
  day: CalendarDate,
): Promise<PortalUnit | undefined> {
  const found = await unitOfAddress(db, { key, day });
  return found && withParent(db, found, day);
}

/** What the pages of a unit were made from, and which unit the address names on the day. */
export const unitMark = askedTogether(unitAsked, (db, asked) =>
  db.rows(query({ n: 'bigint', mark: 'text', unitId: 'uuid' })`
    select a.n, m.mark, u.unit_id as "unitId" from ${askedUnits(asked)} ${unitOfAsked}
    join portal_unit_mark m on m.unit_id = u.unit_id`),
);

/** A village of a unit that an address names. */
export interface PortalVillage {
  readonly villageId: string;
  readonly key: string;
  readonly name: string;
}

export function villageByKey(
  db: Db,
  key: string,
  unitId: string,
  day: CalendarDate,
): Promise<PortalVillage | undefined> {
  return db.row(query({ villageId: 'uuid', key: 'text', name: 'text' })`
    select u.unit_id as "villageId", u.key, u.name from portal_unit u
    where u.key = ${key} and u.parent_id = ${unitId} and u.kind = 'thon' and u.from_on <= ${day}::date
    order by u.from_on desc limit 1`);
}
