import { type CalendarDate, formatDate } from '../../../kernel/dates.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { breaksIn, entriesIn, formatSpan, reasonOff, type Stretch } from './breaks.ts';
import { explain } from './explain.ts';
import type { DeadlineExpression } from './expression.ts';
import { fill, joined, warningTexts } from './messages.ts';
import { type Resolution, resolve } from './resolve.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { isCovered, isWorkingDay, nextWorkingDay, previousWorkingDay } from './working-days.ts';

/** Stable codes, listed in `docs/deadlines.md`. */
export const WARNING_CODES = ['DAY_OFF', 'UNCONFIRMED', 'OUTSIDE_CALENDAR'] as const;

export interface DeadlineWarning {
  readonly code: (typeof WARNING_CODES)[number];
  readonly message: Message;
}

/** A computed deadline, whole: it can be stored as JSON and explains itself later without the calendar. */
export interface Deadline {
  /** The last day, to its end at 24:00 (BLDS 2015 Đ148.6). For a minimum, the last day that it must last. */
  readonly on: CalendarDate;
  readonly expression: DeadlineExpression;
  readonly calendarVersion: string;
  readonly explanation: Message;
  readonly warnings: readonly DeadlineWarning[];
}

/** Computes a deadline with a calendar; doubtful days never pass silently but as warnings. */
export function computeDeadline(expression: DeadlineExpression, cal: WorkCalendar): Deadline {
  const found = resolve(expression, cal);
  return {
    on: found.on,
    expression,
    calendarVersion: cal.version,
    explanation: explain(expression, found, cal),
    warnings: [
      ...dayOffWarning(expression, found, cal),
      ...unconfirmedWarning(found.looked, cal),
      ...coverageWarning(found.looked, cal),
    ],
  };
}

function dayOffWarning(expr: DeadlineExpression, { on }: Resolution, cal: WorkCalendar): DeadlineWarning[] {
  if (isWorkingDay(cal, on)) return [];
  const minimum = expr.type === 'after';
  const working = minimum ? nextWorkingDay(cal, on) : previousWorkingDay(cal, on);
  const message = fill(minimum ? warningTexts.minimumEndsOnDayOff : warningTexts.dayOff, {
    on: formatDate(on),
    why: reasonOff(cal, on),
    working: formatDate(working),
  });
  return [{ code: 'DAY_OFF', message }];
}

function unconfirmedWarning(looked: Stretch, cal: WorkCalendar): DeadlineWarning[] {
  const days = [
    ...breaksIn(cal, looked, 'UNCONFIRMED').map((found) =>
      fill(warningTexts.breakDays, { occasion: found.occasion, span: formatSpan(found, true) }),
    ),
    ...entriesIn(cal.makeup, looked)
      .filter(([, day]) => day.status === 'UNCONFIRMED')
      .map(([date]) => fill(warningTexts.makeupDay, { date: formatDate(date) })),
    ...entriesIn(cal.pending, looked)
      .filter(([date]) => isWorkingDay(cal, date))
      .map(([date, name]) => fill(warningTexts.pendingDay, { date: formatDate(date), name })),
  ];
  if (days.length === 0) return [];
  return [{ code: 'UNCONFIRMED', message: fill(warningTexts.unconfirmed, { days: joined(days, '; ') }) }];
}

function coverageWarning({ first, last }: Stretch, cal: WorkCalendar): DeadlineWarning[] {
  if (isCovered(cal, first, last)) return [];
  const message = fill(warningTexts.outsideCalendar, {
    version: cal.version,
    from: formatDate(cal.coversFrom),
    to: formatDate(cal.coversTo),
  });
  return [{ code: 'OUTSIDE_CALENDAR', message }];
}
