import { type CalendarDate, daysBetween, formatDate, vietnamDate } from '../../../../kernel/dates.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import type { Window } from '../../../periods/index.ts';
import { m } from '../../messages-entry.ts';

/**
 * The clock of a period for a unit: until when what is entered is in time, `Hạn nhập: hết ngày 04/07/2024, còn 10 ngày`; once
 * that has passed, until when it is still taken. `inTimeOn` is the last day in time, an extension included. Empty where nothing
 * is taken.
 */
export function clockWords(
  { t, today }: Pick<RequestContext, 't' | 'today'>,
  window: Window,
  inTimeOn: CalendarDate,
): string {
  if (!window.mayEnter || !window.until) return '';
  const isBeforeDue = window.state === 'open' || window.state === 'closing';
  // A window ends with the first instant after its last day.
  const last = isBeforeDue ? inTimeOn : vietnamDate(new Date(window.until.getTime() - 1));
  const n = daysBetween(today, last);
  const left = n > 0 ? t(m.days_left, { n }) : t(m.today_last);
  return t(window.counts === 'late' ? m.lock_day : m.last_day, { date: formatDate(last), left });
}
