import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Database } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { askedTogether, questionRows } from '../../../kernel/db/together.ts';
import { NO_PAPERS, type Papers } from '../domain/front.ts';
import { askedFronts, type PortalUnit, unitAsked, unitColumns, unitRow, withParent } from './units.ts';

const rowWithPapers = askedTogether(unitAsked, (db, asked) =>
  db.rows(query({ ...unitRow, papers: 'json?' })`
    select ${unitColumns}, f.papers, f.mark from ${askedFronts(asked)}`),
);

/**
 * The unit that an address names with its papers (`papersOn` says which hang on a day) and one mark of both, in one row. `undefined` where no
 * unit ever had that address.
 */
export async function unitWithPapers(
  db: Database,
  key: string,
  day: CalendarDate,
): Promise<{ unit: PortalUnit; papers: Papers } | undefined> {
  const found = await rowWithPapers(db, { key, day });
  if (!found) return undefined;
  const { papers, ...unit } = found;
  return { unit: await withParent(db, unit, day), papers: (papers as Papers | null) ?? NO_PAPERS };
}

const placeRow = {
  n: 'bigint',
  placeId: 'uuid',
  kind: 'text',
  name: 'text',
  address: 'text',
  unitId: 'uuid',
  unitKey: 'text',
  unitName: 'text',
  villageName: 'text?',
  untilOn: 'date?',
} as const;

interface AskedPlace {
  /** The code that stands there. */
  readonly qr: string;
  readonly day: CalendarDate;
}

const placeWithPapers = askedTogether(
  ({ qr, day }: AskedPlace) => `${qr} ${day}`,
  (db, asked) =>
    db.rows(query({ ...placeRow, papers: 'json?' })`
      select a.n, l.place_id as "placeId", l.kind, l.name, l.address, l.unit_id as "unitId", u.key as "unitKey", u.name as "unitName",
        (select v.name from portal_unit v where v.unit_id = l.village_id order by v.from_on <= a.day desc, v.from_on desc limit 1)
          as "villageName",
        l.until_on as "untilOn", f.papers
      from ${questionRows({ text: asked.map(({ qr }) => qr) }, { date: asked.map(({ day }) => day) })} a(qr, day, n)
      join portal_place l on l.qr = a.qr
      cross join lateral (
        select u.key, u.name from portal_unit u where u.unit_id = l.unit_id order by u.from_on <= a.day desc, u.from_on desc limit 1) u
      left join portal_front f on f.unit_id = l.unit_id`),
);

/** A board that a code names, whose it is, and the papers of all that unit; `undefined` where no place has the code. */
export async function placeByCode(db: Database, qr: string, day: CalendarDate) {
  const found = await placeWithPapers(db, { qr, day });
  return found && { ...found, papers: (found.papers as Papers | null) ?? NO_PAPERS };
}
