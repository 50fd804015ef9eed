import { z } from 'zod';
import { type Html, html } from '../../../kernel/html.ts';
import { answerPage, anyone, get, type RequestContext } from '../../../kernel/http/route.ts';
import { searchWords } from '../../../kernel/search-words.ts';
import { SECTIONS, type Section } from '../../disclosure/index.ts';
import { placeName } from '../domain/address.ts';
import { readPageCursor } from '../domain/page-cursor.ts';
import { SLUG_OF, sectionOfSlug } from '../domain/section-slug.ts';
import { choiceFields, frame, to } from '../frame.ts';
import { portalLimits } from '../limits.ts';
import { searchEntries } from '../queries/search.ts';
import { type PortalUnit, unitByKey } from '../queries/units.ts';
import { sectionWords } from '../section-words.ts';
import { pager } from './lists.ts';
import { entryList, KEPT, nothing } from './parts.ts';
import { sw } from './search-words.ts';

const KEY = /^[a-z0-9][a-z0-9-]{0,119}$/;

function filters(
  context: RequestContext,
  q: string,
  unit: PortalUnit | undefined,
  section: Section | undefined,
): Html {
  const { t } = context;
  return html`<form class="row block no-print" method="get" action="/tim-kiem"><input type="hidden" name="q" value="${q}">${unit && html`<input type="hidden" name="xa" value="${unit.key}">`}${choiceFields(context)}<select name="nhom" aria-label="${t(sw.section)}"><option value="">${t(sw.any_section)}</option>${SECTIONS.map((one) => (one === section ? html`<option value="${SLUG_OF[one]}" selected>${t(sectionWords[one])}</option>` : html`<option value="${SLUG_OF[one]}">${t(sectionWords[one])}</option>`))}</select><button type="submit">${t(sw.filter)}</button></form>`;
}

/** Which commune was searched, and the way to search all. */
function scope(
  context: RequestContext,
  q: string,
  unit: PortalUnit | undefined,
  section: Section | undefined,
): Html {
  if (!unit) return html``;
  const { t } = context;
  return html`<p>${t(sw.in_unit, { name: placeName(unit.name) })} · <a href="${to(context, '/tim-kiem', { q, nhom: section && SLUG_OF[section] })}">${t(sw.everywhere)}</a></p>`;
}

function empty(context: RequestContext, q: string, unit: PortalUnit | undefined): Html {
  const { t } = context;
  const ways = [
    html`<li>${t(sw.try_fewer)}</li>`,
    html`<li>${t(sw.try_spelling)}</li>`,
    unit && html`<li><a href="${to(context, '/tim-kiem', { q })}">${t(sw.try_everywhere)}</a></li>`,
    unit &&
      html`<li><a href="${to(context, `/xa/${unit.key}`)}">${t(sw.try_sections, { name: placeName(unit.name) })}</a></li>`,
  ];
  return nothing(t(sw.none, { q }), html`<ul>${ways}</ul><p>${t(sw.ask)}</p>`);
}

/** Everything public by its words, with or without diacritics. */
export const search = get({
  path: '/tim-kiem',
  access: anyone('searches what is public'),
  rate: 'public',
  cache: KEPT,
  query: z.object({
    q: z.string().max(1000).optional().catch(undefined),
    xa: z.string().regex(KEY).optional().catch(undefined),
    nhom: z.string().max(40).transform(sectionOfSlug).optional().catch(undefined),
    sau: z.string().max(60).optional().catch(undefined),
  }),
  async handle(context, { query }) {
    const { t, tenant, today } = context;
    const db = tenant.publicDb;
    const q = query.q?.trim().slice(0, 200) ?? '';
    const words = searchWords(q)?.words;
    const unit = query.xa === undefined ? undefined : await unitByKey(db, query.xa, today);
    const limit = portalLimits.page_entries;
    const filter = { unitId: unit?.unitId, section: query.nhom, after: readPageCursor(query.sau) };
    const found = words ? await searchEntries(db, { ...filter, words }, limit) : [];
    const shown = found.slice(0, limit);
    const again = { q, xa: unit?.key, nhom: query.nhom && SLUG_OF[query.nhom] };
    const result =
      words === undefined
        ? nothing(t(sw.start), t(sw.start_what))
        : shown.length === 0
          ? empty(context, q, unit)
          : html`${entryList(context, shown, { showUnit: unit === undefined })}${pager(context, '/tim-kiem', again, found.length > limit ? shown.at(-1) : undefined)}`;
    return answerPage(
      frame(context, {
        title: q === '' ? t(sw.title) : t(sw.title_of, { q }),
        unit: unit ?? null,
        searched: q,
        isIndexed: false,
        main: html`${scope(context, q, unit, query.nhom)}${words && filters(context, q, unit, query.nhom)}<div class="block">${result}</div>`,
      }),
    );
  },
});
