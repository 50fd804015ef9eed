import { type CalendarDate, endOfDay } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { asOfDay } from '../../../kernel/http/as-of.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { currentCalendar, type WorkCalendar } from '../../calendar/index.ts';
import { type UnitsOfDay, unitsOfDay } from '../../units/index.ts';
import { reportErrors } from '../errors.ts';
import { maySee } from '../policy.ts';
import { type ReadDay, type Report, reportById } from '../queries/reports.ts';

/** What every page about reports needs: the day that is read, and the instant at which windows are judged. */
export interface ReportReading {
  readonly day: ReadDay;
  /** Now, or the last instant of the day that is read. */
  readonly at: Date;
  /** What was recorded from this instant on does not count; `null`: everything counts. */
  readonly end: Date | null;
  readonly calendar: WorkCalendar;
  readonly units: UnitsOfDay;
}

/** Reads today, or the day of the past that the address asks for with `as_of`. Throws `kernel.as_of_unreadable`. */
export async function reportReading(context: RequestContext, typed?: string): Promise<ReportReading> {
  const { db } = context;
  const asOf: CalendarDate | null = asOfDay(typed, context.today);
  const today = asOf ?? context.today;
  const end = asOf === null ? null : endOfDay(asOf);
  return {
    day: { today, asOf },
    at: end === null ? context.now : new Date(end.getTime() - 1),
    end,
    calendar: await currentCalendar(db),
    units: await unitsOfDay(db, today),
  };
}

/** The report, if the actor may see it; `reports.not_found` otherwise, so that a draft does not show that it exists. */
export async function visibleReport(
  context: RequestContext,
  reading: Pick<ReportReading, 'day'>,
  id: string,
): Promise<Report> {
  const found = await reportById(context.db, id, reading.day);
  ensure(found && maySee(context.actor, found), reportErrors.not_found);
  return found;
}
