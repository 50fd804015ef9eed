import { addDays, type CalendarDate, formatDate } from '../kernel/dates.ts';
import { attr, type Html, html } from '../kernel/html.ts';
import { withQuery } from '../kernel/http/address.ts';
import type { Translate } from '../kernel/i18n.ts';
import { button, linkButton } from './buttons.ts';
import { fieldId } from './forms.ts';
import { m } from './messages.ts';

export interface TimeSliderProps {
  /** The page's own address; its other parameters are kept. */
  url: URL;
  /** The first and the last day that can be read. */
  from: CalendarDate;
  to: CalendarDate;
  /** The day that the page shows. */
  day: CalendarDate;
  /** The parameter that names the day; `as_of` unless told. */
  name?: string | undefined;
  /** Days between two steps; 7 unless told. */
  step?: number | undefined;
  /** The ids of what changes with the day: the program exchanges these and nothing else. */
  changes: readonly string[];
}

/** The days that can be chosen, oldest first: whole steps back from the last one, and the day that is shown. */
export function sliderDays({ from, to, day, step = 7 }: TimeSliderProps): CalendarDate[] {
  const days = new Set<CalendarDate>([day]);
  for (let at = to; at >= from; at = addDays(at, -step)) days.add(at);
  return [...days].sort();
}

/**
 * Goes through past days: plain links a step back and forth and a form without a script; with the script `time-slider` also a slider
 * that plays, where the person's settings allow movement.
 */
export function timeSlider(props: TimeSliderProps, t: Translate): Html {
  const { url, day, to, name = 'as_of' } = props;
  const days = sliderDays(props);
  const here = days.indexOf(day);
  const kept = [...url.searchParams].filter(([key]) => ![name, 'sau', 'lang'].includes(key));
  const step = (at: CalendarDate | undefined, words: string, icon: 'back' | 'forward'): Html | false =>
    at !== undefined &&
    linkButton({
      href: withQuery(url, { [name]: at === to ? null : at, sau: null }),
      text: words,
      icon,
      small: true,
    });
  const id = `${fieldId(name)}-step`;
  const options = days.map(
    (one) => html`<option value="${one}" ${attr('selected', one === day)}>${formatDate(one)}</option>`,
  );
  return html`<time-slider data-changes="${props.changes.join(' ')}"><div class="slide-run" hidden><button type="button" class="btn btn-secondary btn-small" data-pause="${t(m.slidePause)}">${t(m.slidePlay)}</button><input type="range" min="0" max="${days.length - 1}" value="${here}" aria-label="${t(m.slideDay)}" aria-valuetext="${formatDate(day)}"><output>${t(m.slideShown, { date: formatDate(day) })}</output></div><form class="slide-form" method="get" action="${url.pathname}" aria-label="${t(m.slideWeeks)}">${kept.map(([key, value]) => html`<input type="hidden" name="${key}" value="${value}">`)}<label for="${id}">${t(m.slideDay)}</label><select class="w-short" id="${id}" name="${name}">${options}</select>${button({ text: t(m.slideRead), small: true })}</form><div class="slide-steps">${step(days[here - 1], t(m.slideBack), 'back')}${step(days[here + 1], t(m.slideForward), 'forward')}${here < days.length - 2 && step(to, t(m.slideLatest), 'forward')}</div></time-slider>`;
}
