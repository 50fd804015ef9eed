import { z } from 'zod';
import { addDays, formatDate } from '../../../kernel/dates.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  answerMarkedPage,
  answerPage,
  anyone,
  get,
  type RequestContext,
  redirectTo,
} from '../../../kernel/http/route.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { placeName, placeNameInside } from '../domain/address.ts';
import { lastPosted, type Paper, type Papers, papersAfter, papersOn } from '../domain/front.ts';
import { BEGINNING, pageCursor, readPageCursor } from '../domain/page-cursor.ts';
import { SLUG_OF, sectionOfSlug } from '../domain/section-slug.ts';
import { frame, to } from '../frame.ts';
import { portalLimits } from '../limits.ts';
import { unitWithEntries } from '../queries/lists.ts';
import { placeByCode, unitWithPapers } from '../queries/papers.ts';
import { type PortalUnit, villageByKey } from '../queries/units.ts';
import { sectionLead } from '../section-leads.ts';
import { sectionWords } from '../section-words.ts';
import { feedHead, takeListAlong } from '../take-along.ts';
import { noteVisit } from '../visits.ts';
import { stillRightOfUnit } from './found-unit.ts';
import { iw } from './item-words.ts';
import { boardName, entryList, hangingTime, KEPT, nothing } from './parts.ts';
import { tapButtons, tapForm } from './say-form.ts';
import { w } from './words.ts';

const missing = (): never => {
  throw new AppError(kernelErrors.not_found);
};

/** Where the page of a list begins. */
const later = z.object({ sau: z.string().max(60).optional() });

/** The next page of a list, and the way back to its beginning. */
export function pager(
  context: RequestContext,
  path: string,
  query: Readonly<Record<string, string | undefined>>,
  last: { publishedOn: string; itemId: string } | undefined,
): Html {
  const { t } = context;
  const older = last && to(context, path, { ...query, sau: pageCursor(last) });
  const isLater = context.url.searchParams.has('sau');
  if (!older && !isLater) return html``;
  return html`<p class="row block no-print">${isLater && html`<a class="btn" href="${to(context, path, query)}">${t(w.newer)}</a>`}${older && html`<a class="btn" href="${older}" rel="next">${t(w.older)}</a>`}</p>`;
}

/** Everything of one subject that a commune has made public. */
export const section = get({
  path: '/xa/:unit/nhom/:section',
  access: anyone('what a commune has made public on one subject'),
  rate: 'public',
  cache: KEPT,
  query: later,
  stillRight: stillRightOfUnit,
  async handle(context, { params, query }) {
    const { t, tenant, today } = context;
    const name = sectionOfSlug(params.section) ?? missing();
    const limit = portalLimits.page_entries;
    const after = readPageCursor(query.sau) ?? BEGINNING;
    const asked = { key: params.unit, day: today, section: name, after };
    const { unit, entries, said } = (await unitWithEntries(tenant.publicDb, asked)) ?? missing();
    noteVisit(context, { unitId: unit.unitId, itemId: null });
    // The dates of the poverty review come from the calendar of offices besides.
    const mark = name === 'poverty' ? null : unit.mark;
    const shown = entries.slice(0, limit);
    const path = `/xa/${unit.key}/nhom/${SLUG_OF[name]}`;
    const short = after === BEGINNING && (await sectionLead(context, unit, name, said));
    const main =
      shown.length === 0
        ? nothing(
            t(w.section_none),
            html`<p><a href="${to(context, `/xa/${unit.key}`)}">${t(w.see_all, { name: placeNameInside(unit.name) })}</a></p>`,
          )
        : html`${entryList(context, shown, { showSection: false })}${pager(context, path, {}, entries.length > limit ? shown.at(-1) : undefined)}`;
    return answerMarkedPage(
      frame(context, {
        title: t(sectionWords[name]),
        unit,
        head: feedHead(context, unit, name),
        lead: t(w.section_lead, { name: placeName(unit.name) }),
        breadcrumb: [
          { href: `/xa/${unit.key}`, text: placeName(unit.name) },
          { text: t(sectionWords[name]) },
        ],
        main: html`${short}<div class="block">${main}</div>${takeListAlong(context, unit, name)}`,
      }),
      mark,
    );
  },
});

/** One line for each entry, with the places where it hangs. */
function hangingList(context: RequestContext, papers: readonly Paper[]): Html {
  const { t } = context;
  return html`<ul class="list block">${papers.map(
    ({ itemId, title, section, at }) =>
      html`<li><a class="title" href="${to(context, `/muc/${itemId}`)}">${title}</a><p class="meta">${t(sectionWords[section])}</p><ul class="plain">${at.map((place) => html`<li>${place.placeName} <span class="meta">${hangingTime(context, place.postedOn, place.staysUntil)}</span></li>`)}</ul></li>`,
  )}</ul>`;
}

/** The unit that the address names, with its papers; counted as looked at. */
async function foundPapers(
  context: RequestContext,
  key: string,
): Promise<{ unit: PortalUnit; papers: Papers }> {
  const found = (await unitWithPapers(context.tenant.publicDb, key, context.today)) ?? missing();
  noteVisit(context, { unitId: found.unit.unitId, itemId: null });
  return found;
}

/** One page of papers, with the way to the next and back to the first. */
function paperPage(
  context: RequestContext,
  path: string,
  hanging: readonly Paper[],
  cursor: string | undefined,
): { shown: readonly Paper[]; more: Html } {
  const rest = papersAfter(hanging, readPageCursor(cursor));
  const shown = rest.slice(0, portalLimits.hanging_entries);
  const last = shown.at(-1);
  const next =
    last && rest.length > shown.length ? { publishedOn: lastPosted(last), itemId: last.itemId } : undefined;
  return { shown, more: pager(context, path, {}, next) };
}

/** What hangs on paper in a commune, where and until when. */
export const posted = get({
  path: '/xa/:unit/dang-niem-yet',
  access: anyone('what hangs on the boards of a commune'),
  rate: 'public',
  cache: KEPT,
  query: later,
  stillRight: stillRightOfUnit,
  async handle(context, { params, query }) {
    const { t, today } = context;
    const { unit, papers } = await foundPapers(context, params.unit);
    const path = `/xa/${unit.key}/dang-niem-yet`;
    const { shown, more } = paperPage(context, path, papersOn(papers, today), query.sau);
    const name = placeNameInside(unit.name);
    return answerMarkedPage(
      frame(context, {
        title: t(w.posted_title, { name }),
        unit,
        lead: t(w.posted_lead),
        breadcrumb: [{ href: `/xa/${unit.key}`, text: placeName(unit.name) }, { text: t(w.hanging) }],
        main:
          shown.length === 0
            ? html`<div class="block">${nothing(t(w.posted_none), html`<p>${t(w.posted_none_what)} <a href="${to(context, `/xa/${unit.key}`)}">${t(w.see_all, { name })}</a></p>`)}</div>`
            : html`${hangingList(context, shown)}${more}`,
      }),
      unit.mark,
    );
  },
});

/** What hangs in one village. */
export const village = get({
  path: '/xa/:unit/thon/:village',
  access: anyone('what hangs on the boards of a village'),
  rate: 'public',
  cache: KEPT,
  query: later,
  async handle(context, { params, query }) {
    const { t, tenant, today } = context;
    const { unit, papers } = await foundPapers(context, params.unit);
    const here = (await villageByKey(tenant.publicDb, params.village, unit.unitId, today)) ?? missing();
    const path = `/xa/${unit.key}/thon/${here.key}`;
    const hanging = papersOn(papers, today, { villageId: here.villageId });
    const { shown, more } = paperPage(context, path, hanging, query.sau);
    const all = html`<p class="block"><a class="btn" href="${to(context, `/xa/${unit.key}/dang-niem-yet`)}">${t(w.also_commune)}</a></p>`;
    return answerPage(
      frame(context, {
        title: t(w.village_title, { village: here.name, unit: placeNameInside(unit.name) }),
        unit,
        lead: t(w.village_lead),
        breadcrumb: [{ href: `/xa/${unit.key}`, text: placeName(unit.name) }, { text: here.name }],
        main: html`${shown.length === 0 ? html`<div class="block">${nothing(t(w.village_none), t(w.posted_none_what))}</div>` : hangingList(context, shown)}${more}${all}`,
      }),
    );
  },
});

/** What somebody sees who reads the code on a board with a phone: what must hang here, and one tap to say whether it does. */
export const board = get({
  path: '/q/:qr{[a-z2-9]{8}}',
  access: anyone('what hangs at the board whose code was read'),
  rate: 'public',
  cache: KEPT,
  query: later,
  async handle(context, { params, query }) {
    const { t, tenant, today } = context;
    const place = (await placeByCode(tenant.publicDb, params.qr, today)) ?? missing();
    const { unitId, placeId } = place;
    // What stands on the portal stands here.
    if (place.kind === 'portal') return redirectTo(to(context, `/xa/${place.unitKey}`));
    noteVisit(context, { unitId, itemId: null });
    const hanging = papersOn(place.papers, today, { placeId });
    const { shown, more } = paperPage(context, `/q/${params.qr}`, hanging, query.sau);
    const closed =
      place.untilOn !== null &&
      place.untilOn < today &&
      html`<p class="note care block">${t(iw.qr_closed, { day: formatDate(addDays(place.untilOn, 1)) })}</p>`;
    const buttons = tapButtons(context);
    const atPlace = to(context, '', { diem: placeId });
    const list = tapForm(
      context,
      params.qr,
      html`<ul class="list block">${shown.map(({ itemId, title, at }) => html`<li><a class="title" href="/muc/${itemId}${atPlace}">${title}</a>${at.map(({ postedOn, staysUntil }) => html`<p class="meta">${hangingTime(context, postedOn, staysUntil)}</p>`)}${buttons(itemId)}</li>`)}</ul>`,
    );
    return answerPage(
      frame(context, {
        title: t(iw.qr_title),
        kicker: boardName(place.name, place.villageName),
        unit: { key: place.unitKey, name: place.unitName },
        isIndexed: false,
        ...(shown.length > 0 ? { lead: t(iw.qr_lead) } : {}),
        main: html`${closed}${place.address && html`<p class="meta">${place.address}</p>`}${shown.length === 0 ? html`<div class="block">${nothing(t(iw.qr_none), t(iw.qr_none_what))}</div>` : list}${more}<p class="block"><a class="btn" href="${to(context, `/xa/${place.unitKey}`)}">${t(w.see_all, { name: placeNameInside(place.unitName) })}</a></p>`,
      }),
    );
  },
});
