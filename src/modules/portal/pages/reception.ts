import { addDays, type CalendarDate, calendarDate, formatDate, isoWeekday } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { answerPage, anyone, get, type RequestContext, type Route } from '../../../kernel/http/route.ts';
import { icalFeed } from '../../calendar/index.ts';
import { placeName } from '../domain/address.ts';
import { comingFrom, everyDayOf, type Reception, receptionsOf } from '../domain/reception.ts';
import { eventOf } from '../domain/structured.ts';
import { to } from '../frame.ts';
import { jsonLd } from '../json-ld.ts';
import { dataLimits } from '../limits-data.ts';
import { originOf } from '../open.ts';
import { type SaidItem, saidItems } from '../queries/said-items.ts';
import type { PortalUnit } from '../queries/units.ts';
import { feedHead, takeListAlong } from '../take-along.ts';
import { foundUnit, plainTable, unitNamed, unitPage } from './found-unit.ts';
import { KEPT, nothing } from './parts.ts';
import { rw } from './reception-words.ts';

/** Law 42/2013, Article 15, as it stood before Law 136/2025; how often it is after that has not been read (rule TD-005). */
const ONCE_A_WEEK_UNTIL = calendarDate('2026-06-30');

const WEEKDAYS = [rw.d1, rw.d2, rw.d3, rw.d4, rw.d5, rw.d6, rw.d7] as const;

/** “thứ Năm, 27/06/2024”. */
export function dayWords({ t }: Pick<RequestContext, 't'>, on: CalendarDate): string {
  return t(rw.when, { weekday: WEEKDAYS[isoWeekday(on) - 1] ?? rw.d1, day: formatDate(on) });
}

function hourWords({ t }: RequestContext, { from, until }: Reception): string {
  if (from === null) return t(rw.all_day);
  return until === null ? t(rw.hours_from, { from }) : t(rw.hours, { from, until });
}

/** The schedules of a commune. */
function schedulesOf({ tenant }: RequestContext, unitId: string): Promise<readonly SaidItem[]> {
  return saidItems(tenant.publicDb, { unitId, section: 'reception' });
}

/** The next reception, large, as it stands on top of the page. */
export function nextReception(context: RequestContext, next: Reception): Html {
  const { t } = context;
  return html`<div class="card block"><p class="kicker">${t(rw.next)}</p><p><strong>${dayWords(context, next.on)}, ${hourWords(context, next)}</strong></p><p>${next.who}${next.place && html`<br>${next.place}`}${next.note && html`<br><span class="meta">${next.note}</span>`}</p></div>`;
}

function table(context: RequestContext, coming: readonly Reception[]): Html {
  const { t } = context;
  const hasNotes = coming.some(({ note }) => note !== '');
  const columns = [rw.day, rw.time, rw.who, rw.place, ...(hasNotes ? [rw.note] : [])];
  return plainTable(
    t(rw.coming),
    columns.map((message) => ({ text: t(message) })),
    coming.map((one) => [
      dayWords(context, one.on),
      hourWords(context, one),
      one.who,
      one.place,
      ...(hasNotes ? [one.note] : []),
    ]),
  );
}

function none(context: RequestContext, unit: PortalUnit): Html {
  const { t, today } = context;
  const what = t(today <= ONCE_A_WEEK_UNTIL ? rw.none_what : rw.chairman_unsure);
  return html`<div class="block">${nothing(t(rw.none), html`${what} <a href="${to(context, `/xa/${unit.key}/lanh-dao`)}">${t(rw.contact)}</a>`)}</div>`;
}

const page = get({
  path: '/xa/:unit/lich-tiep-dan',
  access: anyone('when a commune receives citizens'),
  rate: 'public',
  cache: KEPT,
  async handle(context, { params }) {
    const { t, today } = context;
    const unit = await foundUnit(context, params.unit);
    const schedules = await schedulesOf(context, unit.unitId);
    const until = addDays(today, dataLimits.reception_days);
    const coming = comingFrom(receptionsOf(schedules), today).filter(({ on }) => on <= until);
    const [next] = coming;
    const everyDay = everyDayOf(schedules);
    const sources = schedules.map(
      (item, at) => html`${at > 0 && ', '}<a href="${to(context, `/muc/${item.itemId}`)}">${item.title}</a>`,
    );
    const main = html`${next ? nextReception(context, next) : none(context, unit)}${everyDay && html`<section><h2>${t(rw.every_day)}</h2><p>${everyDay}</p></section>`}${coming.length > 0 && html`<section>${table(context, coming)}</section>`}<p class="block no-print"><a class="btn" href="/xa/${unit.key}/lich-tiep-dan.ics">${t(rw.calendar)}</a></p>${sources.length > 0 && html`<p class="meta">${t(rw.source)} ${sources}</p>`}${takeListAlong(context, unit, 'reception')}`;
    const head = html`${feedHead(context, unit, 'reception')}${next && jsonLd(described(context, unit, next))}`;
    return answerPage(unitPage(context, unit, { title: t(rw.title), main, head }));
  },
});

function described(context: RequestContext, unit: PortalUnit, next: Reception) {
  const origin = originOf(context);
  return eventOf({
    name: context.t(rw.event, { who: next.who }),
    url: `${origin}/xa/${unit.key}/lich-tiep-dan`,
    on: next.on,
    from: next.from,
    until: next.until,
    place: next.place,
    unit: { name: unit.name, url: `${origin}/xa/${unit.key}` },
  });
}

const calendar = get({
  path: '/xa/:unit/lich-tiep-dan.ics',
  access: anyone('when a commune receives citizens, for calendar programs'),
  rate: 'feed',
  cache: KEPT,
  async handle(context, { params }) {
    const { t, today } = context;
    const unit = await unitNamed(context, params.unit);
    const url = `${originOf(context)}/xa/${unit.key}/lich-tiep-dan`;
    const receptions = receptionsOf(await schedulesOf(context, unit.unitId));
    // A month back, so that what is over does not vanish from a calendar at once.
    const events = comingFrom(receptions, addDays(today, -31)).map((one) => ({
      uid: `${one.itemId}-${one.on}-${one.from ?? 'ngay'}@dan-biet`,
      on: one.on,
      ...(one.from === null ? {} : { hours: { from: one.from, until: one.until } }),
      ...(one.place === '' ? {} : { location: one.place }),
      title: t(rw.event, { who: one.who }),
      description: [one.place, one.note].filter((words) => words !== '').join('\n'),
      url,
      updatedAt: one.updatedAt,
    }));
    const name = t(rw.feed, { unit: placeName(unit.name) });
    return {
      kind: 'file',
      body: icalFeed({ name, events }),
      mediaType: 'text/calendar; charset=utf-8',
      fileName: `lich-tiep-dan-${unit.key}.ics`,
    };
  },
});

export const receptionRoutes: readonly Route[] = [calendar, page];
