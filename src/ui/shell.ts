import type { AppError } from '../kernel/errors.ts';
import { type Html, html } from '../kernel/html.ts';
import type { RequestContext } from '../kernel/http/route.ts';
import { pageHead } from './blocks.ts';
import { linkButton } from './buttons.ts';
import { m } from './messages.ts';
import { page } from './page.ts';

/** Where the field in the header sends what is typed. */
const SEARCH_PAGE = '/tim';

export interface ShellProps {
  readonly title: string;
  /** What the browser's tab says where the title is too long for it. */
  readonly tabTitle?: string;
  /** Small line above the title. */
  readonly kicker?: string;
  readonly lead?: string | Html;
  /** Main buttons beside the title. */
  readonly actions?: Html;
  /** Key of the menu entry. */
  readonly active?: string;
  readonly breadcrumb?: readonly { href?: string; text: string }[];
  /** What stands under the title. */
  readonly main: Html;
  readonly wide?: boolean;
  /** Without menu and footer, in larger letters: for the wall of a meeting room. */
  readonly meeting?: boolean;
  readonly scripts?: readonly string[];
}

/** A page of the product for this request: menu, who is signed in, message of what happened, language, then the body. */
export function shell(context: RequestContext, props: ShellProps): Html {
  const { actor, tenant, url } = context;
  const other = new URL(url);
  // A path of two slashes, written as a link, would name another site.
  other.pathname = other.pathname.replace(/^\/{2,}/, '/');
  other.searchParams.set('lang', context.lang === 'vi' ? 'en' : 'vi');
  return page({
    lang: context.lang,
    title: props.tabTitle ?? props.title,
    actor: context.signedIn
      ? { name: actor.name, postTitle: actor.current?.title ?? '', unitName: actor.current?.unitName ?? '' }
      : null,
    active: props.active,
    breadcrumb: props.breadcrumb,
    flash: context.flash,
    main: html`${pageHead({
      title: props.title,
      kicker: props.kicker,
      lead: props.lead,
      actions: props.actions,
    })}${props.main}`,
    exampleBanner: tenant.isExample && tenant.standsOn ? { clockDate: tenant.standsOn } : null,
    nav: context.nav,
    search: context.signedIn
      ? {
          action: SEARCH_PAGE,
          value: url.pathname === SEARCH_PAGE ? (url.searchParams.get('q') ?? '') : undefined,
        }
      : null,
    csrf: context.csrf,
    wide: props.wide,
    meeting: props.meeting,
    scripts: props.scripts,
    langSwitchHref: other.pathname + other.search,
    robots: context.signedIn ? 'noindex' : undefined,
  });
}

/** What went wrong, in words, with what to do and a way back. */
export function errorPage(context: RequestContext, error: AppError): Html {
  const { message, remedy } = error.describe(context.lang);
  return shell(context, {
    title: message,
    main: html`<p>${remedy}</p>${
      error.fields.length > 0 &&
      html`<ul>${error.fields.map((problem) => html`<li>${problem.field}: ${context.t(problem.message, problem.params)}</li>`)}</ul>`
    }<p>${linkButton({ href: context.signedIn ? '/viec-cua-toi' : '/', text: context.t(m.backToStart), kind: 'secondary' })}</p>`,
  });
}
