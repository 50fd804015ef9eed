import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { PAPER_PLACES, type PublicBody, placeKindNames, SAID_PLACES } from '../../disclosure/index.ts';
import { isUp } from '../domain/front.ts';
import { to } from '../frame.ts';
import type { Entry } from '../queries/entry.ts';
import { iw } from './item-words.ts';
import { boardName, dayText, hangingTime } from './parts.ts';

export type ShownPlace = PublicBody['places'][number];

/** Whether paper hangs there today, so that a passer-by can look. */
export function hangsNow(place: ShownPlace, today: string): boolean {
  return PAPER_PLACES.includes(place.kind) && place.removedOn === null && isUp(place, today);
}

function state(context: RequestContext, place: ShownPlace): Html {
  const { t, today } = context;
  if (place.removedOn !== null)
    return html`<span class="tag">${t(iw.place_removed, { day: dayText(place.removedOn) })}</span>`;
  if (place.postedOn > today)
    return html`<span class="tag">${t(iw.place_later, { day: dayText(place.postedOn) })}</span>`;
  if (SAID_PLACES.includes(place.kind))
    return html`<span class="tag">${t(iw.place_once, { day: dayText(place.postedOn) })}</span>`;
  if (hangsNow(place, today)) return html`<span class="tag good">${t(iw.place_now)}</span>`;
  if (place.staysUntil !== null && place.staysUntil < today)
    return html`<span class="tag">${t(iw.place_over)}</span>`;
  return html`<span class="tag">${t(placeKindNames[place.kind])}</span>`;
}

function line(context: RequestContext, entry: Entry, place: ShownPlace): Html {
  const { t, today } = context;
  const name = boardName(place.name, place.villageName);
  const map =
    place.latitude !== null &&
    place.longitude !== null &&
    html` · <a href="geo:${place.latitude},${place.longitude}">${t(iw.map)}</a>`;
  const online = place.url !== null && html` · <a href="${place.url}" rel="noopener">${t(iw.online)}</a>`;
  const { seen, notSeen, wrong } = place;
  return html`<li id="diem-${place.placeId}"><strong>${name}</strong> ${state(context, place)}${(place.address || map || online) && html`<p>${place.address}${map}${online}</p>`}<p class="meta">${hangingTime(context, place.postedOn, place.staysUntil)} · ${t(place.isProven ? iw.proven : iw.unproven)}</p>${seen + notSeen + wrong > 0 && html`<p class="meta">${t(iw.people, { seen, not_seen: notSeen, wrong })}</p>`}${hangsNow(place, today) && html`<p class="no-print"><a class="more" href="${to(context, `/muc/${entry.itemId}#co-dung-khong`, { diem: place.placeId })}" rel="nofollow">${t(iw.ask_here)}</a></p>`}</li>`;
}

/** Where the paper hangs, until when, what proves it, and what passers-by said. */
export function placeList(context: RequestContext, entry: Entry): Html {
  const { t, today } = context;
  const places = [...entry.body.places].sort(
    (a, b) => Number(hangsNow(b, today)) - Number(hangsNow(a, today)) || b.postedOn.localeCompare(a.postedOn),
  );
  if (places.length === 0)
    return html`<section><h2>${t(iw.places)}</h2><p>${t(iw.places_none)}</p></section>`;
  return html`<section><h2>${t(iw.places)}</h2><ul class="list">${places.map((place) => line(context, entry, place))}</ul></section>`;
}

const OUTCOMES = {
  stands: iw.answer_stands,
  put_right: iw.answer_put_right,
  corrected: iw.answer_corrected,
} as const;

/** What the unit answered to citizens who saw something else. */
export function answerList(context: RequestContext, { body }: Entry): Html {
  const { t } = context;
  if (body.answers.length === 0) return html``;
  const nameOf = new Map(body.places.map((place) => [place.placeId, place.name]));
  return html`<section><h2>${t(iw.answers)}</h2><ul class="list">${body.answers.map((answer) => {
    const place = answer.placeId === null ? undefined : nameOf.get(answer.placeId);
    return html`<li><strong>${t(OUTCOMES[answer.outcome])}</strong><p>${answer.words}</p><p class="meta">${dayText(answer.on)}${place && ` · ${place}`}</p></li>`;
  })}</ul></section>`;
}
