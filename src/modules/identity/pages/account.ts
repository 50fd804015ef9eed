import { formatDate, formatInstant } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import {
  button,
  card,
  checkboxGroup,
  confirmAction,
  csrfInput,
  dataTable,
  definitionList,
  emptyState,
  field,
  linkButton,
  problemOf,
  shell,
  titleLines,
} from '../../../ui/index.ts';
import { isRole, roleLabels } from '../domain/roles.ts';
import { API_SCOPES, isApiScope, scopeLabels } from '../domain/scopes.ts';
import { identityLimits } from '../limits.ts';
import { m } from '../messages.ts';
import type { StoredLeave } from '../store/leaves.ts';
import type { StoredPerson } from '../store/people.ts';
import type { StoredSession } from '../store/sessions.ts';
import type { StoredToken } from '../store/tokens.ts';
import { leaveCard } from './leave-people.ts';
import { type Refused, typed, typedAll, whatIsWrong } from './parts.ts';

export interface AccountView {
  readonly person: StoredPerson;
  readonly sessions: readonly StoredSession[];
  readonly ownSessionId: string | undefined;
  readonly tokens: readonly StoredToken[];
  readonly leaves: readonly StoredLeave[];
  readonly deputising: readonly StoredLeave[];
  readonly refused: Refused | null;
}

/** One's own account: posts, where one is signed in, tokens for programs. */
export function accountPage(context: RequestContext, view: AccountView): Html {
  const { t } = context;
  const { person } = view;
  const facts = definitionList([
    { term: t(m.fullName), value: person.fullName },
    { term: t(m.username), value: person.username },
    { term: t(m.email), value: person.email ?? t(m.none) },
  ]);
  return shell(context, {
    title: t(m.account),
    actions: html`${linkButton({ href: '/tai-khoan/thong-bao', text: t(m.howNotified) })}${linkButton({ href: '/mat-khau', text: t(m.changePassword) })}`,
    main: html`${whatIsWrong(context, view.refused?.rejected.error)}${card({ body: facts })}${posts(context)}${leaveCard(context, view.leaves, view.deputising)}${sessions(context, view)}${tokens(context, view)}`,
  });
}

function posts(context: RequestContext): Html {
  const { t, actor } = context;
  return dataTable(
    {
      caption: t(m.myPosts),
      captionVisible: true,
      columns: [
        { key: 'post', label: t(m.postTitle), primary: true },
        { key: 'unit', label: t(m.unitName) },
        { key: 'act', label: t(m.actFromThis), hideLabel: true, width: 'fit' },
      ],
      rows: actor.posts.map((post) => ({
        cells: [
          titleLines(post.title, isRole(post.role) ? t(roleLabels[post.role]) : post.role),
          post.unitName,
          post.postId === actor.current?.postId
            ? t(m.actingFrom)
            : html`<form method="post" action="/chuc-vu">${csrfInput(context.csrf)}<input type="hidden" name="postId" value="${post.postId}"><input type="hidden" name="returnTo" value="/tai-khoan">${button({ text: t(m.actFromThis), about: `${post.title}, ${post.unitName}`, small: true })}</form>`,
        ],
      })),
      empty: emptyState({ title: t(m.myPosts), text: t(m.noPosts) }),
    },
    t,
  );
}

function sessions(context: RequestContext, view: AccountView): Html {
  const { t } = context;
  const table = dataTable(
    {
      caption: t(m.mySessions),
      captionVisible: true,
      columns: [
        { key: 'device', label: t(m.device), primary: true },
        { key: 'since', label: t(m.signedInAt) },
        { key: 'seen', label: t(m.lastSeenAt) },
        { key: 'end', label: t(m.endSession), hideLabel: true, width: 'fit' },
      ],
      rows: view.sessions.map((session) => ({
        cells: [
          session.agent,
          formatInstant(session.createdAt),
          formatInstant(session.lastSeenAt),
          session.id === view.ownSessionId
            ? t(m.thisDevice)
            : html`<form method="post" action="/tai-khoan/phien/${session.id}/ket-thuc">${csrfInput(context.csrf)}${button({ text: t(m.endSession), about: session.agent, small: true })}</form>`,
        ],
      })),
      empty: emptyState({ title: t(m.mySessions) }),
    },
    t,
  );
  const everywhere = confirmAction({
    summary: t(m.signOutEverywhere),
    explain: t(m.signOutEverywhereExplain),
    action: '/tai-khoan/dang-xuat-moi-noi',
    csrf: context.csrf,
    button: t(m.signOutEverywhere),
  });
  return html`${table}${everywhere}`;
}

function tokens(context: RequestContext, view: AccountView): Html {
  const { t } = context;
  const table = dataTable(
    {
      caption: t(m.myTokens),
      captionVisible: true,
      note: t(m.tokensExplain),
      columns: [
        { key: 'name', label: t(m.tokenName), primary: true },
        { key: 'scopes', label: t(m.scopes) },
        { key: 'expires', label: t(m.expiresOn) },
        { key: 'used', label: t(m.lastUsedOn) },
        { key: 'revoke', label: t(m.revoke), hideLabel: true, width: 'fit' },
      ],
      rows: view.tokens.map((token) => ({
        cells: [
          token.name,
          token.scopes
            .filter(isApiScope)
            .map((scope) => t(scopeLabels[scope]))
            .join('; '),
          formatDate(token.expiresOn),
          token.lastUsedOn ? formatDate(token.lastUsedOn) : t(m.none),
          html`<form method="post" action="/tai-khoan/ma-truy-cap/${token.id}/thu-hoi">${csrfInput(context.csrf)}${button({ text: t(m.revoke), about: token.name, small: true })}</form>`,
        ],
      })),
      empty: emptyState({ title: t(m.myTokens), text: html`${t(m.noTokens)} ${t(m.tokensExplain)}` }),
    },
    t,
  );
  return html`${table}${newToken(context, view.refused)}`;
}

function newToken(context: RequestContext, refused: Refused | null): Html {
  const { t } = context;
  const problems = refused?.form === 'token' ? refused.rejected.problems : [];
  const form = html`<form method="post" action="/tai-khoan/ma-truy-cap" novalidate>${csrfInput(context.csrf)}${[
    field(
      {
        label: t(m.tokenName),
        name: 'name',
        hint: t(m.tokenNameHint),
        value: typed(refused, 'token', 'name'),
        maxlength: 80,
        required: true,
        autocomplete: 'off',
        error: problemOf(problems, 'name', t),
      },
      t,
    ),
    checkboxGroup(
      {
        label: t(m.scopes),
        name: 'scopes',
        values: refused ? typedAll(refused, 'token', 'scopes') : ['read'],
        options: API_SCOPES.map((scope) => ({ value: scope, text: t(scopeLabels[scope]) })),
        error: problemOf(problems, 'scopes', t),
      },
      t,
    ),
    field(
      {
        label: t(m.days),
        name: 'days',
        inputmode: 'numeric',
        width: 'short',
        hint: t(m.daysHint, { n: identityLimits.token_days }),
        value: typed(refused, 'token', 'days', '90'),
        error: problemOf(problems, 'days', t),
      },
      t,
    ),
  ]}${button({ text: t(m.makeToken) })}</form>`;
  return card({ title: t(m.makeToken), body: form });
}

/** The only page that ever shows the token. */
export function tokenMadePage(context: RequestContext, token: { name: string; secret: string }): Html {
  const { t } = context;
  return shell(context, {
    title: t(m.tokenMade, { name: token.name }),
    lead: t(m.shownOnce),
    main: card({
      body: html`<p><code>${token.secret}</code></p>${linkButton({ href: '/tai-khoan', text: t(m.backToAccount) })}`,
    }),
  });
}
