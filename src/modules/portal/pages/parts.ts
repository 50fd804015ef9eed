import { type CalendarDate, formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { type IconName, icon } from '../../../ui/index.ts';
import { placeName } from '../domain/address.ts';
import { to } from '../frame.ts';
import type { EntryLine } from '../queries/entries.ts';
import { sectionWords } from '../section-words.ts';
import { w } from './words.ts';

/** How long a page may be shown again without asking: what is new on a wall need not be known within the minute. */
export const KEPT = { maxAgeSeconds: 60, staleSeconds: 600 } as const;

/** A large door to another page: what it is, and what one finds there. */
export function door(
  context: RequestContext,
  props: { href: string; icon: IconName; title: string; under?: string | Html },
): Html {
  return html`<li><a class="card door" href="${to(context, props.href)}">${icon(props.icon)}<div><strong>${props.title}</strong>${props.under && html`<span class="meta">${props.under}</span>`}</div></a></li>`;
}

/** Entries, newest first. `showUnit`: whose each is, where the list is of many. */
export function entryList(
  context: RequestContext,
  entries: readonly EntryLine[],
  { showUnit = false, showSection = true }: { showUnit?: boolean; showSection?: boolean } = {},
): Html {
  const { t, today } = context;
  return html`<ul class="list">${entries.map((entry) => {
    const facts = [
      showUnit ? placeName(entry.unitName) : null,
      showSection ? t(sectionWords[entry.section]) : null,
      t(w.published_on, { day: formatDate(entry.publishedOn) }),
    ].filter((fact) => fact !== null);
    return html`<li><a class="title" href="${to(context, `/muc/${entry.itemId}`)}">${entry.title}</a> ${
      entry.isWithdrawn
        ? html`<span class="tag care">${t(w.withdrawn)}</span>`
        : entry.hangsUntil !== null &&
          entry.hangsUntil >= today &&
          html`<span class="tag good">${t(w.hangs_until, { day: formatDate(entry.hangsUntil) })}</span>`
    }<p class="meta">${facts.join(' · ')}</p>${entry.summary && html`<p>${entry.summary}</p>`}</li>`;
  })}</ul>`;
}

/** "12/04/2024 – 12/05/2024", "từ 12/04/2024". */
export function hangingTime(context: RequestContext, from: string, until: string | null): string {
  if (until === null) return context.t(w.since, { day: dayText(from) });
  return until === from ? dayText(from) : `${dayText(from)} – ${dayText(until)}`;
}

/** A day of a public row, `2024-04-12`, as people read it. */
export const dayText = (day: string): string => formatDate(day as CalendarDate);

/** What to do where nothing is; a text becomes a paragraph. */
export function nothing(title: string, what: string | Html): Html {
  return html`<div class="card"><p><strong>${title}</strong></p>${typeof what === 'string' ? html`<p>${what}</p>` : what}</div>`;
}

/** A telephone number that a phone can call; it never breaks at the end of a line. */
export const phoneLink = (phone: string): Html =>
  html`<a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone.replaceAll(' ', '\u00a0')}</a>`;

/** A board with its village, which its own name often says already. */
export function boardName(name: string, villageName: string | null): string {
  if (villageName === null || name.toLowerCase().includes(villageName.toLowerCase())) return name;
  return `${name}, ${villageName}`;
}
