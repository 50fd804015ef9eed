import { randomBytes } from 'node:crypto';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { type Fragment, query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import type { PlaceKind } from '../domain/declaration.ts';
import { qrToken } from '../domain/qr-token.ts';
import { postingErrors } from '../errors-posting.ts';

/** Where things hang, are read out or are shown. */
export interface Place {
  readonly id: string;
  readonly unitId: string;
  readonly villageId: string | null;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly address: string;
  /** Of a website; `null` for the product's own portal and for places that are none. */
  readonly url: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly fromOn: CalendarDate;
  readonly untilOn: CalendarDate | null;
  /** What the QR code on the wall says. */
  readonly qr: string;
  readonly revision: number;
  readonly changedBy: string;
}

const placeRow = {
  id: 'uuid',
  unitId: 'uuid',
  villageId: 'uuid?',
  kind: 'text',
  name: 'text',
  address: 'text',
  url: 'text?',
  latitude: 'float?',
  longitude: 'float?',
  fromOn: 'date',
  untilOn: 'date?',
  qr: 'text',
  revision: 'int',
  changedBy: 'text',
} as const;

const KEPT = sql`id, unit_id, village_id, kind, name, address, url, latitude, longitude, from_on, until_on, qr, revision, changed_at,
  changed_by`;

function placesFrom(asOf: Date | null): Fragment {
  if (asOf === null) return sql`disclosure_place p`;
  return sql`(select * from (
    select ${KEPT}, 'infinity'::timestamptz as until from disclosure_place
    union all select ${KEPT}, until from disclosure_place_past
  ) w where w.changed_at < ${asOf}::timestamptz and w.until >= ${asOf}::timestamptz) p`;
}

/** Places that fit `where` (over `p`), as they stood just before an instant; in the order of kind and name. */
export async function selectPlaces(
  db: Db,
  where: Fragment,
  asOf: Date | null,
  hold = false,
): Promise<Place[]> {
  const rows = await db.rows(query(placeRow)`
    select p.id, p.unit_id as "unitId", p.village_id as "villageId", p.kind, p.name, p.address, p.url,
      p.latitude::double precision as latitude, p.longitude::double precision as longitude, p.from_on as "fromOn",
      p.until_on as "untilOn", p.qr, p.revision, p.changed_by as "changedBy"
    from ${placesFrom(asOf)} where ${where} order by p.kind, p.name, p.id ${hold ? sql`for update` : sql``}`);
  return rows.map((row) => ({ ...row, kind: row.kind as PlaceKind }));
}

/** One place, held when a change follows. Throws `disclosure.place_not_found`. */
export async function placeById(db: Db, id: string, hold = false): Promise<Place> {
  const [place] = isId(id) ? await selectPlaces(db, sql`p.id = ${id}`, null, hold) : [];
  ensure(place, postingErrors.place_not_found);
  return place;
}

/** The product's own portal is a place of each unit without an address. */
export function isOwnPortal({ kind, url }: Pick<Place, 'kind' | 'url'>): boolean {
  return kind === 'portal' && url === null;
}

export function standsOn({ fromOn, untilOn }: Pick<Place, 'fromOn' | 'untilOn'>, day: CalendarDate): boolean {
  return fromOn <= day && (untilOn === null || day <= untilOn);
}

export type NewPlace = Omit<Place, 'revision' | 'changedBy'>;

/** A place of a whole unit that the program makes by itself. */
export const placeOfUnit = (given: Pick<NewPlace, 'unitId' | 'kind' | 'name' | 'fromOn'>): NewPlace => ({
  ...given,
  id: newId(),
  villageId: null,
  address: '',
  url: null,
  latitude: null,
  longitude: null,
  untilOn: null,
  qr: qrToken(randomBytes(32)),
});

export async function insertPlaces(
  tx: Tx,
  places: readonly NewPlace[],
  by: { readonly name: string; readonly at: Date },
): Promise<void> {
  const column = <T>(of: (place: NewPlace) => T): T[] => places.map(of);
  await tx.run(sql`
    insert into disclosure_place (id, unit_id, village_id, kind, name, address, url, latitude, longitude, from_on, until_on, qr,
      changed_at, changed_by)
    select n.*, ${by.at}::timestamptz, ${by.name}
    from unnest(${column((n) => n.id)}::uuid[], ${column((n) => n.unitId)}::uuid[], ${column((n) => n.villageId)}::uuid[],
      ${column((n) => n.kind)}::text[], ${column((n) => n.name)}::text[], ${column((n) => n.address)}::text[],
      ${column((n) => n.url)}::text[], ${column((n) => n.latitude)}::numeric[], ${column((n) => n.longitude)}::numeric[],
      ${column((n) => n.fromOn)}::date[], ${column((n) => n.untilOn)}::date[], ${column((n) => n.qr)}::text[])
      as n (id, unit_id, village_id, kind, name, address, url, latitude, longitude, from_on, until_on, qr)`);
}
