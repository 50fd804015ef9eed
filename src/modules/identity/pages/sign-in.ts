import type { FieldProblem } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  details,
  errorSummary,
  field,
  notice,
  problemOf,
  shell,
} from '../../../ui/index.ts';
import { EXAMPLE_PASSWORD } from '../domain/example.ts';
import { ROLES, roleLabels } from '../domain/roles.ts';
import { identityErrors } from '../errors.ts';
import { m } from '../messages.ts';
import { type ExampleAccount, exampleAccounts } from '../queries/example-accounts.ts';

export interface SignInView {
  readonly login: string;
  readonly returnTo: string;
  readonly refused: boolean;
  readonly problems: readonly FieldProblem[];
}

/** The sign-in page; in the example with everyone who can be tried. */
export async function signInPage(context: RequestContext, view: SignInView): Promise<Html> {
  const { t } = context;
  const accounts = context.tenant.isExample ? await exampleAccounts(context.db, context.today) : [];
  const refusal = view.refused && refusalNotice(context);
  const form = html`<form method="post" action="/dang-nhap" novalidate>${hidden(context, view)}${[
    field(
      {
        label: t(m.login),
        name: 'login',
        value: view.login,
        autocomplete: 'username',
        spellcheck: false,
        required: true,
        autofocus: accounts.length === 0,
        error: problemOf(view.problems, 'login', t),
      },
      t,
    ),
    field(
      {
        label: t(m.password),
        name: 'password',
        type: 'password',
        autocomplete: 'current-password',
        required: true,
        error: problemOf(view.problems, 'password', t),
      },
      t,
    ),
  ]}${button({ text: t(m.signIn), kind: 'primary' })}</form><p class="hint">${t(m.forgotPassword)}</p>`;
  const typing = card({ body: form });
  const trying = accounts.length > 0 && exampleCard(context, view, accounts);
  // Who has just typed something finds it at the top; who comes to look around finds the example.
  const tried = view.refused || view.problems.length > 0;
  return shell(context, {
    title: t(m.signIn),
    main: html`${refusal}${errorSummary(view.problems, t)}${tried ? [typing, trying] : [trying, typing]}`,
  });
}

function hidden(context: RequestContext, view: SignInView): Html {
  return html`${context.signedIn && csrfInput(context.csrf)}<input type="hidden" name="returnTo" value="${view.returnTo}">`;
}

function refusalNotice(context: RequestContext): Html {
  const { t } = context;
  const type = identityErrors.sign_in_refused;
  return notice({ kind: 'error', title: t(type), text: t(type.remedy) }, t);
}

/** One form, a button for each person: one press signs in. */
function exampleCard(context: RequestContext, view: SignInView, accounts: readonly ExampleAccount[]): Html {
  const { t } = context;
  const groups = ROLES.map((role) => ({
    role,
    members: accounts.filter((account) => account.role === role),
  }));
  const lists = groups
    .filter(({ members }) => members.length > 0)
    .map(({ role, members }) => {
      const people = members.map((account) =>
        button({
          text: `${account.fullName} · ${account.title}, ${account.unitName}`,
          name: 'login',
          value: account.username,
          small: true,
        }),
      );
      const heading = html`${t(roleLabels[role])} (${members.length})`;
      return details(heading, buttonRow(...people), members.length <= OPEN_UP_TO);
    });
  return card({
    title: t(m.exampleAccounts),
    body: html`<p>${t(m.exampleExplain, { password: EXAMPLE_PASSWORD })}</p><form method="post" action="/dang-nhap">${hidden(context, view)}<input type="hidden" name="password" value="${EXAMPLE_PASSWORD}">${lists}</form>`,
  });
}

/** Longer groups stay folded, so that every role is seen at once. */
const OPEN_UP_TO = 4;
