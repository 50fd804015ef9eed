import { calendarDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { type Fragment, query, sql } from '../../../kernel/db/sql.ts';
import type { Period } from '../domain/period.ts';
import { windowOf } from '../domain/window.ts';
import { periodColumns, periodRow, periodsAsOf, toPeriod } from '../store.ts';

async function select(db: Db, where: Fragment, asOf: Date | null): Promise<Period[]> {
  const rows = await db.rows(query(periodRow)`
    select ${periodColumns} from ${periodsAsOf(asOf)} where ${where}
    order by p.to_on, p.from_on desc, p.code`);
  return rows.map(toPeriod);
}

/** A period by its id; `asOf` reads the days that had been recorded before that instant. */
export async function periodById(db: Db, id: string, asOf: Date | null = null): Promise<Period | undefined> {
  return (await select(db, sql`p.id = ${id}::uuid`, asOf))[0];
}

export async function periodByCode(
  db: Db,
  code: string,
  asOf: Date | null = null,
): Promise<Period | undefined> {
  return (await periodsByCodes(db, [code], asOf))[0];
}

/** The periods with these codes, in the order in which they end; codes that the tenant has no period for are left out. */
export async function periodsByCodes(
  db: Db,
  codes: readonly string[],
  asOf: Date | null = null,
): Promise<Period[]> {
  return select(db, sql`p.code = any(${codes}::text[])`, asOf);
}

/** The periods that end in a year, in the order in which they end. */
export async function periodsOf(db: Db, year: number, asOf: Date | null = null): Promise<Period[]> {
  const [first, last] = [calendarDate(`${year}-01-01`), calendarDate(`${year}-12-31`)];
  return select(db, sql`p.to_on between ${first}::date and ${last}::date`, asOf);
}

/** The periods into which some unit may enter by their own days: opened, and not locked yet. */
export async function openPeriods(db: Db, now: Date): Promise<Period[]> {
  const all = await select(
    db,
    sql`p.lock_on >= (${now}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date`,
    null,
  );
  return all.filter((period) => windowOf(period, now, null, null).mayEnter);
}

/** Years in which a period ends, the latest first. */
export async function periodYears(db: Db, asOf: Date | null = null): Promise<number[]> {
  const rows = await db.rows(query({ year: 'int' } as const)`
    select distinct extract(year from p.to_on)::integer as year from ${periodsAsOf(asOf)} order by year desc`);
  return rows.map((row) => row.year);
}

/**
 * Holds periods as they are until the transaction ends: no day of them is corrected, nothing is reopened or extended and no
 * cut-off is taken meanwhile. Call it before asking for a window by which something is written.
 */
export async function holdPeriods(tx: Tx, codes: readonly string[]): Promise<void> {
  await tx.rows(query({ id: 'uuid' } as const)`
    select p.id from periods_period p where p.code = any(${codes}::text[]) order by p.id for share`);
}
