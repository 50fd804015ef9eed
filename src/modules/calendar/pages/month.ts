import {
  addDays,
  type CalendarDate,
  dateOf,
  dayOf,
  endOfMonth,
  formatDate,
  isoWeekday,
} from '../../../kernel/dates.ts';
import { type Html, html, trustedMarkup } from '../../../kernel/html.ts';
import type { Lang, Message, Translate } from '../../../kernel/i18n.ts';
import { icon } from '../../../ui/index.ts';
import { weekdayName } from '../domain/breaks.ts';
import { type DayFact, factOf } from '../domain/compare.ts';
import type { WorkCalendar } from '../domain/work-calendar.ts';
import { workingDaysBetween } from '../domain/working-days.ts';
import { m } from '../messages.ts';

const WORDS: Readonly<Record<DayFact['kind'], Message>> = {
  off: m.dayOff,
  makeup: m.makeupDay,
  pending: m.pendingDay,
};

/** Shapes beside words, told apart without colour: a full square, a ring with a cross, an empty square. */
const SHAPES: Readonly<Record<DayFact['kind'], string>> = {
  off: '<rect x="1.5" y="1.5" width="9" height="9"/>',
  makeup: '<circle cx="6" cy="6" r="4.6" class="thin"/><path d="M6 3.4v5.2M3.4 6h5.2" class="thin"/>',
  pending: '<rect x="1.5" y="1.5" width="9" height="9" class="thin"/>',
};

const SHORT_WEEKDAYS = [
  m.weekdayShort1,
  m.weekdayShort2,
  m.weekdayShort3,
  m.weekdayShort4,
  m.weekdayShort5,
  m.weekdayShort6,
  m.weekdayShort7,
];

export function dayWord(kind: DayFact['kind']): Message {
  return WORDS[kind];
}

export function dayShape(kind: DayFact['kind']): Html {
  return trustedMarkup(`<svg class="shape" viewBox="0 0 12 12" aria-hidden="true">${SHAPES[kind]}</svg>`);
}

export function unconfirmedBadge(t: Translate): Html {
  return html`<span class="badge v-warning">${icon('warning')}${t(m.unconfirmed)}</span>`;
}

/** What the day is, in words: the name of a day off, or which day a make-up day pays for. */
export function dayName(fact: DayFact, t: Translate): string {
  if (fact.replaces) return t(m.makeupFor, { date: formatDate(fact.replaces) });
  return fact.name ? t(fact.name) : '';
}

const MONTH_NAMES = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

export function monthName(lang: Lang, month: number): string {
  return lang === 'vi' ? `Tháng ${month}` : MONTH_NAMES.format(Date.UTC(2024, month - 1, 1));
}

/** One month as a table of weeks, with the days that are not ordinary listed under it. */
export function monthCard(
  cal: WorkCalendar,
  year: number,
  month: number,
  context: { readonly t: Translate; readonly lang: Lang; readonly today: CalendarDate },
): Html {
  const { t, lang, today } = context;
  const first = dateOf(year, month, 1);
  if (!first) return html``;
  const last = endOfMonth(year, month);
  const days = Array.from({ length: dayOf(last) }, (_, index) => addDays(first, index));
  const weeks = Map.groupBy(days, (date) => addDays(date, 1 - isoWeekday(date)));
  const heads = SHORT_WEEKDAYS.map(
    (short, index) =>
      html`<th scope="col"><abbr title="${t(weekdayName(addDays(first, index + 1 - isoWeekday(first))))}">${t(short)}</abbr></th>`,
  );
  const rows = [...weeks].map(
    ([monday, own]) =>
      html`<tr>${Array.from({ length: 7 }, (_, index) => dayCell(cal, own, addDays(monday, index), today, t))}</tr>`,
  );
  const facts = days.flatMap((date) => {
    const fact = factOf(cal, date);
    return fact ? [{ date, fact }] : [];
  });
  const listed = facts.map(
    ({ date, fact }) =>
      html`<li>${dayShape(fact.kind)}<span><strong>${formatDate(date).slice(0, 5)}</strong> ${t(dayWord(fact.kind))}: ${dayName(fact, t)} ${fact.status === 'UNCONFIRMED' && unconfirmedBadge(t)}</span></li>`,
  );
  const working = t(m.workingDaysOfMonth, { n: workingDaysBetween(cal, addDays(first, -1), last) });
  return html`<section class="card cal-month"><table class="cal"><caption>${monthName(lang, month)}<span class="cal-count">${working}</span></caption><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>${listed.length > 0 && html`<ul class="cal-days">${listed}</ul>`}</section>`;
}

function dayCell(
  cal: WorkCalendar,
  own: readonly CalendarDate[],
  date: CalendarDate,
  today: CalendarDate,
  t: Translate,
): Html {
  if (!own.includes(date)) return html`<td></td>`;
  const fact = factOf(cal, date);
  const kind = fact ? `cal-${fact.kind}` : cal.weekend.includes(isoWeekday(date)) ? 'cal-weekend' : '';
  const number = date === today ? html`<strong class="cal-today">${dayOf(date)}</strong>` : dayOf(date);
  return html`<td class="${kind}">${number}${fact && html`${dayShape(fact.kind)}<span class="vh"> ${t(dayWord(fact.kind))}</span>`}</td>`;
}
