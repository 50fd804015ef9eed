import type { CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { computeDeadline, type Deadline, heldCalendar } from '../../calendar/index.ts';

/** The last day of so many working days from today on; today does not count. */
export async function withinWorkingDays(context: CommandContext, tx: Tx, amount: number): Promise<Deadline> {
  const from = vietnamDate(context.now);
  return computeDeadline(
    { v: 1, type: 'after', bound: 'max', amount, unit: 'wd', from },
    await heldCalendar(tx),
  );
}
