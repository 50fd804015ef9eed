import { z } from 'zod';
import { type CalendarDate, formatDate, parseVietnameseDate } from '../../../kernel/dates.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { button, dateField, details, linkButton, notice } from '../../../ui/index.ts';
import { assignmentErrors } from '../errors.ts';
import { m } from '../messages.ts';
import type { Reading } from './reading.ts';

/** The `as_of` of an address, as typed: `2024-06-24`, or dd/mm/yyyy from the form. */
export const asOfSchema = z.string().max(10).optional();

/** The day of the past that is asked for; `null` for now. Throws `assignments.as_of_unreadable`. */
export function asOfDay(typed: string | undefined, today: CalendarDate): CalendarDate | null {
  if (typed === undefined) return null;
  const day = parseVietnameseDate(typed);
  if (!day || day > today) throw new AppError(assignmentErrors.as_of_unreadable);
  // The end of today has not come: what stands now is all there is.
  return day === today ? null : day;
}

/** An address inside the product, read on the same day of the past. */
export function onSameDay(reading: Pick<Reading, 'day'>, href: string): string {
  const { asOf } = reading.day;
  if (asOf === null) return href;
  const [path = '', fragment] = href.split('#');
  const joined = `${path}${path.includes('?') ? '&' : '?'}as_of=${asOf}`;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}

/** Says that the page shows a day of the past, and the way back. Empty on a page of today. */
export function asOfNotice(context: RequestContext, reading: Pick<Reading, 'day'>): Html {
  const { t, url } = context;
  const { asOf } = reading.day;
  if (asOf === null) return html``;
  const action = linkButton({ href: withQuery(url, { as_of: null }), text: t(m.as_of_now), small: true });
  return notice({ kind: 'info', text: t(m.as_of_shown, { date: formatDate(asOf) }), action }, t);
}

/** Chooses the day to read, keeping the filters of the page. */
export function asOfForm(context: RequestContext, reading: Pick<Reading, 'day'>): Html {
  const { t, url } = context;
  const kept = [...url.searchParams].filter(([name]) => !['as_of', 'sau', 'lang'].includes(name));
  const asOf = reading.day.asOf;
  return details(
    t(m.as_of_choose),
    html`<form class="as-of-form" method="get" action="${url.pathname}">${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${dateField(
      { label: t(m.as_of_day), name: 'as_of', value: asOf === null ? '' : formatDate(asOf) },
      t,
    )}${button({ text: t(m.as_of_read) })}</form>`,
  );
}
