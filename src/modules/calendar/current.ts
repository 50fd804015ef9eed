import type { Db } from '../../kernel/db/database.ts';
import type { WorkCalendar } from './domain/work-calendar.ts';
import { shippedCalendar } from './shipped.ts';

/** The calendar in force for a tenant. */
export async function currentCalendar(_db: Db): Promise<WorkCalendar> {
  return shippedCalendar();
}
