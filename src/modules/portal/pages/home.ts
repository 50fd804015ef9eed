import { z } from 'zod';
import { type Html, html } from '../../../kernel/html.ts';
import { answerPage, anyone, get, type RequestContext, redirectTo } from '../../../kernel/http/route.ts';
import { withoutDiacritics } from '../../../kernel/i18n.ts';
import { placeName } from '../domain/address.ts';
import { choiceFields, frame, to } from '../frame.ts';
import { type ListedUnit, unitsToChoose } from '../queries/units-to-choose.ts';
import { noteVisit } from '../visits.ts';
import { nothing } from './parts.ts';
import { w } from './words.ts';

/** The commune that was chosen last, by the key in its address. It says nothing of anybody. */
export const COMMUNE_COOKIE = 'danbiet_xa';
const YEAR_SECONDS = 31_536_000;
const KEY = /^[a-z0-9][a-z0-9-]{0,119}$/;

function unitLine(context: RequestContext, unit: ListedUnit): Html {
  const { t } = context;
  return html`<li><a class="title" href="${to(context, '/', { xa: unit.key })}">${placeName(unit.name)}</a> <span class="meta">${unit.entries > 0 ? t(w.entries, { n: unit.entries }) : t(w.no_entries)}</span></li>`;
}

/** Under the unit above them where there are several: a province lists its districts' communes apart. */
function groups(units: readonly ListedUnit[]): [string | null, ListedUnit[]][] {
  const by = new Map<string | null, ListedUnit[]>();
  for (const unit of units) by.set(unit.parentName, [...(by.get(unit.parentName) ?? []), unit]);
  return [...by].sort(([a], [b]) => (a ?? '').localeCompare(b ?? '', 'vi'));
}

function list(context: RequestContext, units: readonly ListedUnit[], typed: string): Html {
  const { t } = context;
  if (units.length === 0) return nothing(t(w.none_units), t(w.none_units_what));
  const wanted = withoutDiacritics(typed);
  const matching =
    wanted === '' ? units : units.filter((unit) => withoutDiacritics(unit.name).includes(wanted));
  const shown = matching.length > 0 ? matching : units;
  const communes = groups(shown.filter((unit) => unit.isCommune));
  const others = shown.filter((unit) => !unit.isCommune);
  const form =
    units.length > 12 &&
    html`<form class="row" method="get" action="/"><input type="hidden" name="chon" value="1">${choiceFields(context)}<input type="text" name="ten" aria-label="${t(w.filter)}" placeholder="${t(w.filter_hint)}" maxlength="60" value="${typed}"><button type="submit">${t(w.filter_go)}</button></form>`;
  return html`<section><h2>${t(w.choose)}</h2>${form}${matching.length === 0 && html`<p class="note care block">${t(w.filter_none)}</p>`}${communes.map(([parent, under]) => html`${communes.length > 1 && parent !== null && html`<h3 class="block">${placeName(parent)}</h3>`}<ul class="list block">${under.map((unit) => unitLine(context, unit))}</ul>`)}</section>${
    others.length > 0 &&
    html`<section><h2>${t(w.others)}</h2><ul class="list">${others.map((unit) => unitLine(context, unit))}</ul></section>`
  }`;
}

/** The front door: to the commune that was chosen before, else the list to choose from. */
export const home = get({
  path: '/',
  access: anyone('the first page of the citizens’ portal'),
  anonymous: true,
  rate: 'public',
  query: z.object({
    xa: z.string().regex(KEY).optional().catch(undefined),
    chon: z.string().max(1).optional().catch(undefined),
    ten: z.string().max(60).optional().catch(undefined),
    lang: z.string().optional().catch(undefined),
    co: z.string().optional().catch(undefined),
  }),
  async handle(context, { query }) {
    const { t, tenant, today } = context;
    if (query.xa !== undefined)
      return {
        ...redirectTo(to(context, `/xa/${query.xa}`)),
        cookies: [{ name: COMMUNE_COOKIE, value: query.xa, maxAgeSeconds: YEAR_SECONDS }],
      };
    const before = context.cookie(COMMUNE_COOKIE);
    if (query.chon === undefined && before !== undefined && KEY.test(before))
      return redirectTo(to(context, `/xa/${before}`));
    const units = await unitsToChoose(tenant.publicDb, today);
    const [only] = units;
    if (query.chon === undefined && units.length === 1 && only)
      return redirectTo(to(context, `/xa/${only.key}`));
    noteVisit(context, { unitId: null, itemId: null });
    return answerPage(
      frame(context, {
        title: t(w.motto),
        hero: true,
        lead: t(w.home_lead),
        description: t(w.home_description),
        main: list(context, units, query.ten ?? ''),
      }),
    );
  },
});
