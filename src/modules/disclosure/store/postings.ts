import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { type Fragment, query, sql } from '../../../kernel/db/sql.ts';
import { isId } from '../../../kernel/ids.ts';
import { computeDeadline, type Deadline, type WorkCalendar } from '../../calendar/index.ts';
import type { RequiredPlace } from '../domain/declaration.ts';
import { staysExpression } from '../domain/due.ts';

/** How long a posting must stay at least, explaining itself; `null`: for as long as the content holds. */
export function staysFor(
  lasts: RequiredPlace['lasts'] | undefined,
  postedOn: CalendarDate,
  calendar: WorkCalendar,
): Deadline | null {
  const expression = staysExpression(lasts, postedOn);
  return expression && computeDeadline(expression, calendar);
}

export interface NewPosting {
  readonly id: string;
  readonly itemId: string;
  readonly versionId: string;
  readonly placeId: string;
  readonly postedOn: CalendarDate;
  readonly stays: Deadline | null;
  readonly url: string | null;
  readonly words: string;
  readonly rowHash: string | null;
  readonly requestKey: string | null;
  readonly personId: string | null;
  readonly personName: string;
  readonly unitId: string | null;
  readonly recordedAt: Date;
}

export async function insertPosting(tx: Tx, one: NewPosting): Promise<void> {
  await tx.run(sql`
    insert into disclosure_posting (id, item_id, version_id, place_id, posted_on, stays_until, stays, url, words, row_hash, person_id,
      person_name, by_unit_id, recorded_at, request_key)
    values (${one.id}, ${one.itemId}, ${one.versionId}, ${one.placeId}, ${one.postedOn}, ${one.stays?.on ?? null},
      ${one.stays && JSON.stringify(one.stays)}, ${one.url}, ${one.words}, ${one.rowHash}, ${one.personId}, ${one.personName},
      ${one.unitId}, ${one.recordedAt}, ${one.requestKey})`);
}

/** A posting, whether or not another one stands after it at its place. */
export interface Posting {
  readonly id: string;
  readonly itemId: string;
  readonly versionNumber: number;
  readonly placeId: string;
  readonly postedOn: CalendarDate;
  readonly staysUntil: CalendarDate | null;
  readonly removedOn: CalendarDate | null;
}

function selectPosting(db: Db, where: Fragment): Promise<Posting | undefined> {
  return db.row(query({
    id: 'uuid',
    itemId: 'uuid',
    versionNumber: 'int',
    placeId: 'uuid',
    postedOn: 'date',
    staysUntil: 'date?',
    removedOn: 'date?',
  } as const)`
    select p.id, p.item_id as "itemId", v.number as "versionNumber", p.place_id as "placeId", p.posted_on as "postedOn",
      p.stays_until as "staysUntil", r.removed_on as "removedOn"
    from disclosure_posting p join disclosure_version v on v.id = p.version_id
      left join disclosure_removal r on r.posting_id = p.id
    where ${where}`);
}

/** `undefined` for what is no id as well. */
export async function postingById(db: Db, id: string): Promise<Posting | undefined> {
  return isId(id) ? selectPosting(db, sql`p.id = ${id}`) : undefined;
}

/** What a phone sent under this key before. */
export function postingByRequest(db: Db, key: string): Promise<Posting | undefined> {
  return selectPosting(db, sql`p.request_key = ${key}`);
}
