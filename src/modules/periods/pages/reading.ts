import { type CalendarDate, endOfDay, formatDate } from '../../../kernel/dates.ts';
import type { Html } from '../../../kernel/html.ts';
import { asOfDay } from '../../../kernel/http/as-of.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { asOfNotice } from '../../../ui/index.ts';
import { currentCalendar, type WorkCalendar } from '../../calendar/index.ts';
import { type UnitsOfDay, unitsOfDay } from '../../units/index.ts';
import { m } from '../messages.ts';

/** What every page about periods needs: the day that is read, and the instant at which windows are judged. */
export interface PeriodReading {
  /** The day of the past that is read; `null` for now. */
  readonly asOf: CalendarDate | null;
  readonly today: CalendarDate;
  /** Now, or the last instant of the day that is read. */
  readonly at: Date;
  /** What was recorded from this instant on does not count; `null`: everything counts. */
  readonly before: Date | null;
  readonly calendar: WorkCalendar;
  readonly units: UnitsOfDay;
}

/** Reads today, or the day of the past that the address asks for with `as_of`. Throws `kernel.as_of_unreadable`. */
export async function periodReading(context: RequestContext, typed?: string): Promise<PeriodReading> {
  const { db } = context;
  const asOf = asOfDay(typed, context.today);
  const today = asOf ?? context.today;
  const before = asOf === null ? null : endOfDay(asOf);
  const [calendar, units] = await Promise.all([currentCalendar(db), unitsOfDay(db, today)]);
  return {
    asOf,
    today,
    at: before === null ? context.now : new Date(before.getTime() - 1),
    before,
    calendar,
    units,
  };
}

/** Says that the page shows a day of the past, and the way back. */
export function pastNotice({ t, url }: RequestContext, { asOf }: PeriodReading): Html {
  const text = asOf === null ? undefined : t(m.as_of_text, { date: formatDate(asOf) });
  return asOfNotice({ asOf, url, text }, t);
}

/** The unit whose window is shown: the one that the address names, or the one the person acts from; the root for nobody's. */
export function shownUnit(
  context: RequestContext,
  { units }: PeriodReading,
  wanted: string | undefined,
): string | undefined {
  if (wanted !== undefined && units.byId.has(wanted)) return wanted;
  const own = context.actor.current?.unitId;
  return own !== undefined && units.byId.has(own) ? own : undefined;
}
