import type { CalendarDate } from '../../../kernel/dates.ts';
import type { PeriodDays } from '../../periods/index.ts';

/** What decides which period people are at work on. */
export type DatedPeriod = Pick<PeriodDays, 'fromOn' | 'toOn' | 'dueOn'> & { readonly planId: string | null };

const endsOf = (periods: readonly DatedPeriod[]): CalendarDate[] =>
  periods.map(({ toOn }) => toOn).toSorted();

/** Of periods that end on one day the one that a plan asks for, then the longest. */
function foremost<One extends DatedPeriod>(periods: readonly One[], toOn: CalendarDate): One | undefined {
  const same = periods.filter((one) => one.toOn === toOn);
  const longest = (all: readonly One[]): One | undefined =>
    all.reduce<One | undefined>((best, one) => (best && best.fromOn <= one.fromOn ? best : one), undefined);
  return longest(same.filter(({ planId }) => planId !== null)) ?? longest(same);
}

/** The last one that has ended and whose report is not due yet; else the one under way that ends next. */
function atWork<One extends DatedPeriod>(periods: readonly One[], today: CalendarDate): One | undefined {
  const due = periods.filter(({ toOn, dueOn }) => toOn < today && today <= dueOn);
  const lastEnd = endsOf(due).at(-1);
  if (lastEnd !== undefined) return foremost(due, lastEnd);
  const nextEnd = endsOf(periods).find((toOn) => toOn >= today);
  return nextEnd === undefined ? undefined : foremost(periods, nextEnd);
}

/**
 * The period whose reporting is current on a day, of those that have begun: the last that has ended while its report is still due, else
 * the one that ends next; where none is under way, the last there was. Periods that a plan asks for go before others: months that
 * nobody reports would hide the half year.
 */
export function currentPeriod<One extends DatedPeriod>(
  periods: readonly One[],
  today: CalendarDate,
): One | undefined {
  const begun = periods.filter(({ fromOn }) => fromOn <= today);
  const ofPlans = begun.filter(({ planId }) => planId !== null);
  const lastEnd = endsOf(begun).at(-1);
  return (
    atWork(ofPlans, today) ??
    atWork(begun, today) ??
    (lastEnd === undefined ? undefined : foremost(begun, lastEnd))
  );
}
