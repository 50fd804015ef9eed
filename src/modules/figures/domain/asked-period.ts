import type { CalendarDate } from '../../../kernel/dates.ts';
import type { AskedPeriod, FigureDefinition } from './figure.ts';

/** A reporting period as this room needs it. */
export interface PeriodFacts {
  readonly kind: 'month' | 'quarter' | 'half' | 'year' | 'window';
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate;
}

/** The last day of February has two dates: a window that ends on 28/02 ends on 29/02 in a leap year too. */
function isDay(on: CalendarDate, monthDay: string): boolean {
  return on.slice(5) === monthDay || (monthDay === '02-28' && on.slice(5) === '02-29');
}

/** A window is its days, whatever the period is called: the first quarter of a decree runs from 15/12 to 14/3. */
function fits(asked: AskedPeriod, period: PeriodFacts): boolean {
  if (asked.kind !== 'window') return asked.kind === period.kind;
  return isDay(period.fromOn, asked.from) && isDay(period.toOn, asked.to);
}

/** The figure is asked for this period. */
export function isAskedFor(
  definition: Pick<FigureDefinition, 'periods' | 'askedUntil'>,
  period: PeriodFacts,
): boolean {
  if (definition.askedUntil !== null && period.toOn > definition.askedUntil) return false;
  return definition.periods.some((asked) => fits(asked, period));
}

const TIMES: Readonly<Record<AskedPeriod['kind'], number>> = {
  month: 12,
  quarter: 4,
  half: 2,
  year: 1,
  window: 1,
};

/** How often a year it is asked. */
export function timesAYear(asked: AskedPeriod): number {
  return TIMES[asked.kind];
}
