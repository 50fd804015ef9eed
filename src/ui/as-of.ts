import { type CalendarDate, formatDate } from '../kernel/dates.ts';
import { type Html, html } from '../kernel/html.ts';
import { withQuery } from '../kernel/http/address.ts';
import type { Translate } from '../kernel/i18n.ts';
import { details, notice } from './blocks.ts';
import { button, linkButton } from './buttons.ts';
import { dateField } from './forms.ts';
import { m } from './messages.ts';

export interface AsOfProps {
  /** The day of the past that is read; `null` for now. */
  readonly asOf: CalendarDate | null;
  readonly url: URL;
  /** Replaces the sentence that says what such a page shows. */
  readonly text?: string | Html | undefined;
}

/** Says that the page shows a day of the past, and the way back. Empty on a page of today. */
export function asOfNotice({ asOf, url, text }: AsOfProps, t: Translate): Html {
  if (asOf === null) return html``;
  const action = linkButton({ href: withQuery(url, { as_of: null }), text: t(m.asOfNow), small: true });
  return notice({ kind: 'info', text: text ?? t(m.asOfShown, { date: formatDate(asOf) }), action }, t);
}

/** Chooses the day to read, keeping the filters of the page and leaving the place in a list. */
export function asOfForm({ asOf, url }: AsOfProps, t: Translate): Html {
  const kept = [...url.searchParams].filter(([name]) => !['as_of', 'sau', 'lang'].includes(name));
  return details(
    t(m.asOfChoose),
    html`<form class="as-of-form" method="get" action="${url.pathname}">${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${dateField(
      { label: t(m.asOfDay), name: 'as_of', value: asOf === null ? '' : formatDate(asOf) },
      t,
    )}${button({ text: t(m.asOfRead) })}</form>`,
  );
}
