import { z } from 'zod';
import type { CommandContext } from '../../kernel/audit.ts';
import { addDays, vietnamDate } from '../../kernel/dates.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { ensure } from '../../kernel/errors.ts';
import { calendarDateSchema, computeDeadline, type Deadline, heldCalendar } from '../calendar/index.ts';
import { inspectionErrors } from './errors.ts';
import { inspectionLimits } from './limits.ts';

/** By when a remedy is asked: within so many working days from today, or by a day. Never without. */
export const dueWanted = z.discriminatedUnion('by', [
  z.object({ by: z.literal('working_days'), amount: z.int().min(1).max(500) }),
  z.object({ by: z.literal('day'), on: calendarDateSchema }),
]);
export type DueWanted = z.output<typeof dueWanted>;

/** The due of a remedy that is asked today. Throws `inspections.due_unfit`. */
export async function remedyDue(context: CommandContext, tx: Tx, wanted: DueWanted): Promise<Deadline> {
  const today = vietnamDate(context.now);
  const due = computeDeadline(
    wanted.by === 'day'
      ? { v: 1, type: 'by', date: wanted.on }
      : { v: 1, type: 'after', bound: 'max', amount: wanted.amount, unit: 'wd', from: today },
    await heldCalendar(tx),
  );
  const years = inspectionLimits.due_years;
  ensure(due.on > today && due.on <= addDays(today, years * 366), inspectionErrors.due_unfit, { years });
  return due;
}
