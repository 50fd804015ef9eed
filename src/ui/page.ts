import { type CalendarDate, formatDate } from '../kernel/dates.ts';
import { attr, type Html, html, trustedMarkup } from '../kernel/html.ts';
import { type Lang, type Translate, translator } from '../kernel/i18n.ts';
import { clientScripts, productVersion, siteIcon, stylesheet } from './assets.ts';
import { notice } from './blocks.ts';
import { csrfInput } from './buttons.ts';
import { icon } from './icons.ts';
import { m } from './messages.ts';

export interface PageActor {
  name: string;
  postTitle: string;
  unitName: string;
}

export interface NavItem {
  key: string;
  href: string;
  text: string;
  /** Visited seldom: stands behind “Thêm” on a wide screen. */
  more?: boolean | undefined;
}

export interface PageProps {
  lang: Lang;
  title: string;
  actor?: PageActor | null | undefined;
  /** The key of the menu entry this page belongs to. */
  active?: string | undefined;
  breadcrumb?: readonly { href?: string | undefined; text: string }[] | undefined;
  flash?: { kind: 'success' | 'info' | 'error'; text: string; action?: Html | undefined } | null | undefined;
  /** Begins with `pageHead`, which holds the h1. */
  main: Html;
  /** Stands beside the breadcrumb: download, print. */
  actions?: Html | undefined;
  /** Only in the example: says so, and which day it is there. */
  exampleBanner?: { clockDate: CalendarDate } | null | undefined;
  nav: readonly NavItem[];
  /** A search field in the header: where it is sent, and what was searched. */
  search?: { action: string; value?: string | undefined } | null | undefined;
  csrf?: string | undefined;
  wide?: boolean | undefined;
  /** For the wall of a meeting room: the page alone, in larger letters, without menu and footer. */
  meeting?: boolean | undefined;
  /** Names of programs of src/client, without ending: `filter-auto`. */
  scripts?: readonly string[] | undefined;
  /** The address that answers this same page in the other language. */
  langSwitchHref: string;
  robots?: 'noindex' | undefined;
}

function navItems(items: readonly NavItem[], active: string | undefined): Html[] {
  return items.map(
    (item) =>
      html`<li><a href="${item.href}" ${attr('aria-current', item.key === active ? 'page' : undefined)}>${item.text}</a></li>`,
  );
}

/** The menu of a wide screen: what is visited daily, then the rest behind “Thêm”, which carries the name of the page one is on. */
function wideMenu(props: PageProps, t: Translate): Html {
  const rest = props.nav.filter((item) => item.more);
  const here = rest.find((item) => item.key === props.active);
  const more = html`<li><details class="menu-more"><summary ${attr('class', here ? 'menu-here' : undefined)}>${here ? here.text : t(m.moreMenu)}</summary><ul class="menu-list">${navItems(rest, props.active)}</ul></details></li>`;
  const daily = props.nav.filter((item) => !item.more);
  return html`<ul>${navItems(daily, props.active)}${rest.length > 0 && more}</ul>`;
}

function languageLink(props: PageProps): Html {
  const other = props.lang === 'vi' ? 'en' : 'vi';
  return html`<a class="lang" href="${props.langSwitchHref}" hreflang="${other}" lang="${other}">${other === 'en' ? 'English' : 'Tiếng Việt'}</a>`;
}

function accountLink(t: Translate): Html {
  return html`<a href="/tai-khoan">${t(m.account)}</a>`;
}

function signOutForm(props: PageProps, t: Translate): Html {
  return html`<form method="post" action="/dang-xuat">${csrfInput(props.csrf)}<button type="submit" class="link-button">${t(m.signOut)}</button></form>`;
}

function searchForm(props: PageProps, t: Translate): Html {
  if (!props.search) return html``;
  return html`<form class="top-search" role="search" method="get" action="${props.search.action}"><input type="search" name="q" aria-label="${t(m.searchWhat)}" placeholder="${t(m.searchShort)}" ${attr('value', props.search.value)}><button type="submit">${icon('search')}<span class="vh">${t(m.search)}</span></button></form>`;
}

function who(props: PageProps, t: Translate): Html {
  const { actor } = props;
  if (!actor)
    return html`<div class="who-guest">${languageLink(props)}<a href="/dang-nhap">${t(m.signIn)}</a></div>`;
  return html`<details class="who"><summary><span class="vh">${t(m.account)}: </span><span class="who-post">${actor.postTitle}</span><span class="who-unit">${actor.unitName}</span></summary><div class="who-panel"><p>${actor.name}</p>${accountLink(t)}${languageLink(props)}${signOutForm(props, t)}</div></details>`;
}

function phoneMenu(props: PageProps, t: Translate): Html {
  const { actor } = props;
  const account = actor
    ? html`<p class="phone-who"><strong>${actor.name}</strong><br>${actor.postTitle}, ${actor.unitName}</p>${accountLink(t)}${languageLink(props)}${signOutForm(props, t)}`
    : html`${languageLink(props)}<a href="/dang-nhap">${t(m.signIn)}</a>`;
  return html`<details class="phone-menu"><summary>${icon('menu')}${t(m.menu)}</summary><nav aria-label="${t(m.phoneMenu)}">${searchForm(props, t)}<ul>${navItems(props.nav, props.active)}</ul><div class="phone-account">${account}</div></nav></details>`;
}

function breadcrumb(props: PageProps, t: Translate): Html {
  const crumbs = props.breadcrumb ?? [];
  if (crumbs.length === 0 && !props.actions) return html``;
  const list =
    crumbs.length > 0 &&
    html`<nav class="breadcrumb" aria-label="${t(m.breadcrumb)}"><ol>${crumbs.map((crumb) => html`<li>${crumb.href ? html`<a href="${crumb.href}">${crumb.text}</a>` : html`<span aria-current="page">${crumb.text}</span>`}</li>`)}</ol></nav>`;
  return html`<div class="above-head">${list}${props.actions && html`<div class="buttons">${props.actions}</div>`}</div>`;
}

function example(props: PageProps, t: Translate): Html {
  if (!props.exampleBanner) return html``;
  return html`<div class="example"><strong>${t(m.exampleData)}.</strong> ${t(m.exampleClock, { date: formatDate(props.exampleBanner.clockDate) })}</div>`;
}

function scriptTags(names: readonly string[] | undefined): Html[] {
  const known = new Map(clientScripts().map((script) => [script.name, script.path]));
  return (names ?? []).map((name) => {
    const path = known.get(name);
    if (path === undefined) throw new Error(`no program src/client/${name}.ts`);
    return html`<script type="module" src="${path}"></script>`;
  });
}

const DOCTYPE = trustedMarkup('<!DOCTYPE html>');

/** A whole page of the office. Throws when `scripts` names a program that does not exist. */
export function page(props: PageProps): Html {
  const t = translator(props.lang);
  return html`${DOCTYPE}
<html lang="${props.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${props.robots && html`<meta name="robots" content="${props.robots}">`}
<title>${props.title} · ${t(m.productName)}</title>
<link rel="stylesheet" href="${stylesheet().path}">
<link rel="icon" href="${siteIcon().path}" type="image/svg+xml">
${scriptTags(props.scripts)}
</head>
<body ${attr('class', props.meeting && 'meeting')}>
<a class="skip" href="#main">${t(m.skipToMain)}</a>
<header>
<div class="top">
<a class="brand" href="${props.actor ? '/viec-cua-toi' : '/'}">${t(m.productName)}</a>
${props.nav.length > 0 && html`<nav class="nav" aria-label="${t(m.mainMenu)}">${wideMenu(props, t)}</nav>`}
${searchForm(props, t)}
${who(props, t)}
${phoneMenu(props, t)}
</div>
${example(props, t)}
</header>
<main id="main" tabindex="-1" ${attr('class', props.wide ? 'wide' : undefined)}>
${props.flash && notice(props.flash, t)}
${breadcrumb(props, t)}
${props.main}
</main>
<footer class="bottom"><p>${t(m.productName)} · ${t(m.version, { version: productVersion })}</p>${props.exampleBanner && html`<p>${t(m.notAnOfficialRecord)}</p>`}</footer>
</body>
</html>
`;
}
