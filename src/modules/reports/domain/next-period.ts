import { type CalendarDate, dateOf, dayOf, endOfMonth, monthOf, yearOf } from '../../../kernel/dates.ts';

/** The last day of the stretch of as many months that follows: 30/6 → 31/12 for a half, 14/3 → 14/6 for a quarter of its own days. */
export function nextEnd({ fromOn, toOn }: { fromOn: CalendarDate; toOn: CalendarDate }): CalendarDate {
  const months = (yearOf(toOn) - yearOf(fromOn)) * 12 + monthOf(toOn) - monthOf(fromOn);
  const isWhole = dayOf(fromOn) <= dayOf(toOn);
  const index = yearOf(toOn) * 12 + monthOf(toOn) - 1 + Math.max(1, isWhole ? months + 1 : months);
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const isLast = toOn === endOfMonth(yearOf(toOn), monthOf(toOn));
  return (isLast ? undefined : dateOf(year, month, dayOf(toOn))) ?? endOfMonth(year, month);
}
