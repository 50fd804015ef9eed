import {
  addDays,
  type CalendarDate,
  dateOf,
  dayOf,
  endOfMonth,
  monthOf,
  yearOf,
} from '../../../kernel/dates.ts';
import type { Stretch } from './breaks.ts';
import { type CountUnit, type DeadlineExpression, PERIODS_A_YEAR } from './expression.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { addWorkingDays, nextWorkingDay, previousWorkingDay } from './working-days.ts';

/** Where a deadline falls, before it is put into words. */
export interface Resolution {
  readonly on: CalendarDate;
  /** The day counted to before a day off moved it; equals `on` when nothing moved. */
  readonly counted: CalendarDate;
  /** The days whose being worked or off decided the result or its warning. */
  readonly looked: Stretch;
}

type After = Extract<DeadlineExpression, { type: 'after' }>;
type Ahead = Extract<DeadlineExpression, { type: 'ahead' }>;

/** Finds the day. The law behind each rule stands in `docs/deadlines.md`. */
export function resolve(expr: DeadlineExpression, cal: WorkCalendar): Resolution {
  switch (expr.type) {
    case 'after':
      return resolveAfter(expr, cal);
    case 'ahead':
      return resolveAhead(expr, cal);
    case 'before':
      return fixed(addDays(expr.date, -1), cal);
    case 'by':
      return fixed(expr.date, cal);
    case 'period_end':
      return fixed(endOfMonth(expr.year, (12 / PERIODS_A_YEAR[expr.period]) * expr.index), cal);
  }
}

function resolveAfter({ amount, unit, bound, from }: After, cal: WorkCalendar): Resolution {
  if (unit === 'wd') {
    const on = addWorkingDays(cal, from, amount);
    return { on, counted: on, looked: { first: addDays(from, 1), last: on } };
  }
  const counted = shift(from, amount, unit);
  const next = nextWorkingDay(cal, counted);
  // BLDS 2015 Đ148.5 gives the person who must act until the next working day. A minimum is a floor that others rely
  // on: its last day stays where it is.
  return { on: bound === 'max' ? next : counted, counted, looked: { first: counted, last: next } };
}

function resolveAhead({ amount, unit, event }: Ahead, cal: WorkCalendar): Resolution {
  if (unit !== 'wd') return fixed(shift(event, -amount, unit), cal);
  const on = addWorkingDays(cal, event, -amount);
  return { on, counted: on, looked: { first: on, last: addDays(event, -1) } };
}

function fixed(on: CalendarDate, cal: WorkCalendar): Resolution {
  return { on, counted: on, looked: { first: previousWorkingDay(cal, on), last: on } };
}

function shift(from: CalendarDate, amount: number, unit: Exclude<CountUnit, 'wd'>): CalendarDate {
  if (unit === 'd') return addDays(from, amount);
  return addMonths(from, unit === 'm' ? amount : amount * 12);
}

/** The same day `months` later; the last day of the month when it has no such day (BLDS 2015 Đ148.3). */
function addMonths(from: CalendarDate, months: number): CalendarDate {
  const ordinal = yearOf(from) * 12 + monthOf(from) - 1 + months;
  const [year, month] = [Math.floor(ordinal / 12), (ordinal % 12) + 1];
  return dateOf(year, month, dayOf(from)) ?? endOfMonth(year, month);
}
