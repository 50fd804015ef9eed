import { type CalendarDate, endOfDay, yearOf } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { plansWithWork } from '../../assignments/index.ts';
import { type Plan, planById } from '../../plans/index.ts';

/** The plan that gives work on a day: of that year, or of the latest year before; `undefined` when there is none. */
export async function planInForce(
  db: Db,
  day: CalendarDate,
  asOf: CalendarDate | null = null,
): Promise<Plan | undefined> {
  for (const { id, year, isWithdrawn } of await plansWithWork(db)) {
    if (isWithdrawn || year > yearOf(day)) continue;
    const plan = await planById(db, id, day);
    const wasIssuedBy = plan?.issuedOn != null && plan.issuedOn <= day;
    // A plan of a past day had to be recorded by then, too.
    if (plan && wasIssuedBy && (asOf === null || plan.createdAt < endOfDay(asOf))) return plan;
  }
  return undefined;
}

/** The plan whose work was done in a year; `undefined` when the program holds none. */
export async function planOfYear(db: Db, year: number): Promise<string | undefined> {
  return (await plansWithWork(db)).find((plan) => plan.year === year && !plan.isWithdrawn)?.id;
}
