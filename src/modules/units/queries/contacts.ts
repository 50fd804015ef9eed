import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { UnitContact } from '../domain/unit.ts';

const contactRow = { validFrom: 'date', headTitle: 'text?', phone: 'text?', email: 'text?' } as const;

/** The contact published for the unit on `asOf`: the latest that had begun. */
export async function contactOn(
  db: Db,
  unitId: string,
  asOf: CalendarDate,
): Promise<UnitContact | undefined> {
  return db.row(
    query(
      contactRow,
    )`select valid_from as "validFrom", head_title as "headTitle", phone, email from units_contact
      where unit_id = ${unitId} and valid_from <= ${asOf}::date
      order by valid_from desc, published_at desc, id desc limit 1`,
  );
}

/** Everything ever published for the unit, latest first. */
export async function contactsOf(db: Db, unitId: string): Promise<UnitContact[]> {
  return db.rows(
    query(
      contactRow,
    )`select valid_from as "validFrom", head_title as "headTitle", phone, email from units_contact
      where unit_id = ${unitId} order by valid_from desc, published_at desc, id desc`,
  );
}
