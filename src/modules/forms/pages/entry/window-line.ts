import { type CalendarDate, daysBetween, formatDate, vietnamDate } from '../../../../kernel/dates.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { type Window, windowStateNames } from '../../../periods/index.ts';
import { m } from '../../messages-entry.ts';

/** The last day of a window, and how many days are left of it: `Đến hết ngày 04/07/2024, còn 10 ngày`. */
export function lastDay({ t, today }: Pick<RequestContext, 't' | 'today'>, window: Window): string {
  if (!window.mayEnter || !window.until) return '';
  const last: CalendarDate = vietnamDate(new Date(window.until.getTime() - 1));
  const n = daysBetween(today, last);
  const left = n > 0 ? t(m.days_left, { n }) : t(m.today_last);
  return `${t(m.last_day, { date: formatDate(last) })}, ${left}`;
}

/** The state of a window with its reason, which names the days. */
export function windowWords({ t }: Pick<RequestContext, 't'>, { state, reason }: Window): string {
  return `${t(windowStateNames[state])}. ${t(reason.message, reason.params)}`;
}
