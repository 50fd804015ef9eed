import { addDays, formatDate } from '../../../kernel/dates.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { answerMarkedPage, anyone, get, type RequestContext } from '../../../kernel/http/route.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { SECTIONS } from '../../disclosure/index.ts';
import { placeName, placeNameInside } from '../domain/address.ts';
import { SLUG_OF } from '../domain/section-slug.ts';
import { governmentOrganization, type Structured } from '../domain/structured.ts';
import { frame, to } from '../frame.ts';
import { jsonLd } from '../json-ld.ts';
import { originOf } from '../open.ts';
import { type UnitHome, unitHome } from '../queries/unit-home.ts';
import { sectionWords } from '../section-words.ts';
import { feedHead, takeListAlong } from '../take-along.ts';
import { noteVisit } from '../visits.ts';
import { stillRightOfUnit } from './found-unit.ts';
import { door, hangingTime, KEPT, nothing, phoneLink } from './parts.ts';
import { quickSay } from './say-form.ts';
import { w } from './words.ts';

const NEW_DAYS = 7;

function doors(context: RequestContext, unit: UnitHome): Html {
  const { t } = context;
  const at = `/xa/${unit.key}`;
  const hanging =
    unit.hanging === 0
      ? t(w.hanging_none)
      : unit.hangingNew === 0
        ? t(w.hanging_count, { n: unit.hanging })
        : t(w.hanging_new, { n: unit.hanging, new: unit.hangingNew });
  return html`<ul class="cards">${door(context, { href: `${at}/dang-niem-yet`, icon: 'document', title: t(w.hanging), under: hanging })}${door(context, { href: `${at}/tien`, icon: 'chart', title: t(w.money), under: t(w.money_what) })}${door(context, { href: `${at}/lich-tiep-dan`, icon: 'calendar', title: t(w.reception), under: t(w.reception_what) })}${door(context, { href: `${at}/lanh-dao`, icon: 'person', title: t(w.leaders), under: t(w.leaders_what) })}${door(context, { href: `${at}/ke-hoach`, icon: 'success', title: t(w.plan), under: t(w.plan_what) })}${door(context, { href: `${at}/da-cong-khai-du-chua`, icon: 'info', title: t(w.duties), under: t(w.duties_what) })}${door(context, { href: `/theo-doi?xa=${unit.key}`, icon: 'message', title: t(w.follow), under: t(w.follow_what) })}</ul>`;
}

function say(context: RequestContext, unit: UnitHome): Html {
  const newest = unit.newestPosting;
  if (!newest) return html``;
  const where = html`${newest.placeName}, ${hangingTime(context, newest.postedOn, newest.staysUntil)}`;
  return html`<div class="block">${quickSay(context, { itemId: newest.itemId, title: newest.title, placeId: newest.placeId, where })}</div>`;
}

function sections(context: RequestContext, unit: UnitHome): Html {
  const { t } = context;
  const counts = new Map(unit.sections.map(({ section, count }) => [section, count]));
  const there = SECTIONS.filter((section) => counts.has(section));
  if (there.length === 0)
    return html`<div class="block">${nothing(t(w.nothing_public), t(w.nothing_public_what, { name: placeName(unit.name) }))}</div>`;
  return html`<section><h2>${t(w.sections)}</h2><ul class="list">${there.map((section) => html`<li><a class="title" href="${to(context, `/xa/${unit.key}/nhom/${SLUG_OF[section]}`)}">${t(sectionWords[section])}</a> <span class="meta">${t(w.entries, { n: counts.get(section) ?? 0 })}</span></li>`)}</ul></section>`;
}

function newest(context: RequestContext, unit: UnitHome): Html {
  const { t } = context;
  if (unit.newest.length === 0) return html``;
  return html`<section><h2>${t(w.newest)}</h2><ul class="list">${unit.newest.map((entry) => html`<li><a class="title" href="${to(context, `/muc/${entry.itemId}`)}">${entry.title}</a>${entry.isWithdrawn && html` <span class="tag care">${t(w.withdrawn)}</span>`}<p class="meta">${t(sectionWords[entry.section])} · ${t(w.published_on, { day: formatDate(entry.publishedOn) })}</p></li>`)}</ul></section>`;
}

function villages(context: RequestContext, unit: UnitHome): Html {
  const { t } = context;
  if (unit.villages.length === 0) return html``;
  return html`<section><h2>${t(w.villages)}</h2><p class="meta">${t(w.villages_what)}</p><ul class="row plain block">${unit.villages.map((village) => html`<li><a class="btn" href="${to(context, `/xa/${unit.key}/thon/${village.key}`)}">${village.name}</a></li>`)}</ul></section>`;
}

function contact(context: RequestContext, unit: UnitHome): Html {
  const { t } = context;
  if (unit.phone === null && unit.email === null) return html``;
  return html`<section><h2>${t(w.contact)}</h2><dl class="facts">${unit.phone && html`<div><dt>${t(w.phone)}</dt><dd>${phoneLink(unit.phone)}</dd></div>`}${unit.email && html`<div><dt>${t(w.email)}</dt><dd><a href="mailto:${unit.email}">${unit.email}</a></dd></div>`}</dl></section>`;
}

function described(context: RequestContext, unit: UnitHome): Structured {
  const { headTitle, phone, email } = unit;
  const isPublished = headTitle !== null || phone !== null || email !== null;
  return governmentOrganization({
    name: unit.name,
    url: `${originOf(context)}/xa/${unit.key}`,
    parentName: unit.parentName,
    contact: isPublished ? { headTitle, phone, email } : null,
  });
}

/** What a citizen of a commune comes for: what hangs, where the money goes, whom to ask. */
export const unit = get({
  path: '/xa/:unit',
  access: anyone('what a commune has made public'),
  rate: 'public',
  cache: KEPT,
  stillRight: stillRightOfUnit,
  async handle(context, { params }) {
    const { t, today, tenant } = context;
    const found = await unitHome(tenant.publicDb, params.unit, today, addDays(today, -NEW_DAYS + 1));
    if (!found) throw new AppError(kernelErrors.not_found);
    noteVisit(context, { unitId: found.unitId, itemId: null });
    const ended =
      found.endedOn !== null &&
      html`<p class="note care">${t(w.ended, { name: placeName(found.name), day: formatDate(addDays(found.endedOn, 1)) })}</p>`;
    return answerMarkedPage(
      frame(context, {
        title: t(w.motto),
        hero: true,
        unit: found,
        head: html`${feedHead(context, found, null)}${jsonLd(described(context, found))}`,
        description: `${placeNameInside(found.name)}: ${t(w.home_description)}`,
        main: html`${ended}${doors(context, found)}${say(context, found)}${newest(context, found)}${sections(context, found)}${villages(context, found)}${contact(context, found)}${takeListAlong(context, found, null)}`,
      }),
      found.mark,
    );
  },
});
