import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { Message } from '../../../kernel/i18n.ts';

export interface Duty {
  readonly itemId: string;
  readonly name: Message;
  readonly occurrence: string;
  readonly dueOn: CalendarDate;
  /** Null: not public yet. */
  readonly publishedOn: CalendarDate | null;
}

const row = {
  itemId: 'uuid',
  name: 'json',
  occurrence: 'text',
  dueOn: 'date',
  publishedOn: 'date?',
} as const;

/** What the unit had to make public between two days, both inclusive; what is missing first, then the newest. */
export async function dutiesOf(
  db: Db,
  unitId: string,
  from: CalendarDate,
  until: CalendarDate,
  limit: number,
): Promise<Duty[]> {
  return (await db.rows(query(row)`
    select item_id as "itemId", name, occurrence, due_on as "dueOn", published_on as "publishedOn" from portal_duty
    where unit_id = ${unitId} and due_on between ${from}::date and ${until}::date
    order by published_on is not null, due_on desc, item_id limit ${limit}`)) as Duty[];
}

/** How much of a unit is public, proven wherever it hangs, and came after its due day. */
export interface Compliance {
  readonly publicCount: number;
  readonly provenCount: number;
  readonly lateCount: number;
}

/** What stands public of a unit today, counted; `undefined`: nothing is. */
export function complianceOfUnit(db: Db, unitId: string): Promise<Compliance | undefined> {
  return db.row(query({ publicCount: 'int', provenCount: 'int', lateCount: 'int' } as const)`
    select public_count as "publicCount", proven_count as "provenCount", late_count as "lateCount"
    from portal_compliance where unit_id = ${unitId}`);
}
