import { formatDate } from '../../kernel/dates.ts';
import { attr, type Html, html, trustedMarkup } from '../../kernel/html.ts';
import type { RequestContext } from '../../kernel/http/route.ts';
import { productVersion, siteIcon } from '../../ui/index.ts';
import { address, type Choice, placeName, placeNameInside } from './domain/address.ts';
import { m } from './messages.ts';
import { portalStyle } from './style.ts';

/** The commune a page is about. */
export interface FrameUnit {
  readonly key: string;
  readonly name: string;
  /** Where it lies: "UBND huyện Ân Thi". */
  readonly parentName?: string | null;
}

export interface FrameProps {
  readonly title: string;
  /** Title and search stand large on the blue band: the first page and that of a commune. */
  readonly hero?: boolean;
  readonly kicker?: string | Html;
  readonly lead?: string | Html;
  readonly unit?: FrameUnit | null;
  readonly breadcrumb?: readonly { readonly href?: string; readonly text: string }[];
  readonly main: Html;
  /** For whoever finds the page through a search engine. */
  readonly description?: string;
  /** `false`: no search engine may keep it. */
  readonly isIndexed?: boolean;
  /** More of the head: feeds, structured data. */
  readonly head?: Html;
  /** What was searched. */
  readonly searched?: string;
}

/** What the reader has chosen: language and size of letters, both in the address. */
export function choiceOf({ lang, url }: Pick<RequestContext, 'lang' | 'url'>): Choice {
  return { lang, isBig: url.search !== '' && url.searchParams.get('co') === 'lon' };
}

/** An address inside the portal, read in the same language and size. */
export function to(
  context: Pick<RequestContext, 'lang' | 'url'>,
  path: string,
  query: Readonly<Record<string, string | null | undefined>> = {},
): string {
  return address(path, choiceOf(context), query);
}

/** Hidden fields that carry the choice through a form that is sent by GET. */
export function choiceFields(context: Pick<RequestContext, 'lang' | 'url'>): Html {
  const { lang, isBig } = choiceOf(context);
  return html`${lang === 'en' && html`<input type="hidden" name="lang" value="en">`}${isBig && html`<input type="hidden" name="co" value="lon">`}`;
}

/** This same page with another choice. */
function again({ url }: RequestContext, name: 'lang' | 'co', value: string | null): string {
  // A path of two slashes, written as a link, would name another site.
  const path = url.pathname.replace(/^\/{2,}/, '/');
  const query = new URLSearchParams(url.search);
  if (value === null) query.delete(name);
  else query.set(name, value);
  return query.size === 0 ? path : `${path}?${query}`;
}

/** What search engines and tabs show is cut after some seventy letters: whose page it is stays. */
const LONGEST_TITLE = 70;

function tabTitle(title: string, name: string): string {
  const room = LONGEST_TITLE - name.length - 3;
  const cut = title.length > room ? `${title.slice(0, Math.max(20, room - 1)).trimEnd()}…` : title;
  return `${cut} · ${name}`.slice(0, LONGEST_TITLE);
}

const DOCTYPE = trustedMarkup('<!DOCTYPE html>');

function tools(context: RequestContext): Html {
  const { t, lang } = context;
  const { isBig } = choiceOf(context);
  const size = html`<a href="${again(context, 'co', isBig ? null : 'lon')}" rel="nofollow">${t(isBig ? m.normal_text : m.big_text)}</a>`;
  const other =
    lang === 'en'
      ? html`<a href="${again(context, 'lang', 'vi')}" hreflang="vi" lang="vi" rel="nofollow">Tiếng Việt</a>`
      : html`<a href="${again(context, 'lang', 'en')}" hreflang="en" lang="en" rel="nofollow">English</a>`;
  return html`<div class="tools"><a class="brand" href="${to(context, '/')}">Dân Biết</a>${size}${other}</div>`;
}

function where(context: RequestContext, unit: FrameUnit | null | undefined): Html {
  const { t } = context;
  if (!unit) return html`<p class="where">${context.tenant.name}</p>`;
  const parent = unit.parentName ? `, ${placeNameInside(unit.parentName)}` : '';
  return html`<p class="where"><strong><a href="${to(context, `/xa/${unit.key}`)}">${placeName(unit.name)}</a></strong>${parent} · <a href="${to(context, '/', { chon: '1' })}">${t(m.change_commune)}</a></p>`;
}

/** The search field: of the commune the page is about, else of all. */
function search(context: RequestContext, { unit, searched }: FrameProps): Html {
  const { t } = context;
  return html`<form class="find" role="search" method="get" action="/tim-kiem"><input type="search" name="q" aria-label="${t(m.search_what)}" placeholder="${t(m.search_hint)}" maxlength="200" ${attr('value', searched)}>${unit && html`<input type="hidden" name="xa" value="${unit.key}">`}${choiceFields(context)}<button type="submit">${t(m.search)}</button></form>`;
}

function crumbs(context: RequestContext, list: FrameProps['breadcrumb'] = []): Html {
  if (list.length === 0) return html``;
  return html`<nav aria-label="${context.t(m.breadcrumb)}"><ol class="crumbs">${list.map(({ href, text }) => html`<li>${href ? html`<a href="${to(context, href)}">${text}</a>` : html`<span aria-current="page">${text}</span>`}</li>`)}</ol></nav>`;
}

function foot(context: RequestContext, unit: FrameUnit | null | undefined): Html {
  const { t, tenant } = context;
  return html`<footer><div class="in"><p>${t(m.run_by, { name: unit?.name ?? tenant.name })}</p><ul><li><a href="${to(context, '/tro-nang')}">${t(m.accessibility)}</a></li><li><a href="${to(context, '/du-lieu-mo')}">${t(m.open_data)}</a></li><li><a href="${to(context, '/thong-ke')}">${t(m.visits)}</a></li><li><a href="/viec-cua-toi" rel="nofollow">${t(m.for_officials)}</a></li></ul><p>Dân Biết ${productVersion} · ${t(m.no_tracking)}</p></div></footer>`;
}

/** A page for citizens: light, without any program, the same for everybody who opens the same address. */
export function frame(context: RequestContext, props: FrameProps): Html {
  const { t, lang, tenant } = context;
  const { title, unit, hero = false } = props;
  const name = unit ? placeName(unit.name) : tenant.name;
  const head = html`${props.kicker && html`<p class="kicker">${props.kicker}</p>`}<h1>${title}</h1>${props.lead && html`<p class="lead">${props.lead}</p>`}`;
  const clock = tenant.isExample && tenant.standsOn;
  return html`${DOCTYPE}
<html lang="${lang}" ${attr('class', choiceOf(context).isBig ? 'big' : undefined)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${props.isIndexed === false && html`<meta name="robots" content="noindex">`}
${props.description && html`<meta name="description" content="${props.description}">`}
<title>${tabTitle(title, name)}</title>
<link rel="stylesheet" href="${portalStyle().path}">
<link rel="icon" href="${siteIcon().path}" type="image/svg+xml">
${props.head}
</head>
<body>
<a class="skip" href="#main">${t(m.skip)}</a>
<header>
<div ${attr('class', hero ? 'band hero' : 'band')}><div class="in">${tools(context)}${where(context, unit)}${hero && head}${search(context, props)}</div></div>
${clock && html`<div class="example"><div class="in"><strong>${t(m.example)}.</strong> ${t(m.example_day, { day: formatDate(clock) })}</div></div>`}
</header>
<main id="main" tabindex="-1" class="in">
${crumbs(context, props.breadcrumb)}
${!hero && head}
${props.main}
</main>
${foot(context, unit)}
</body>
</html>
`;
}
