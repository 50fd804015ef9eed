import type { FieldProblem } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { button, card, csrfInput, errorSummary, field, problemOf, shell } from '../../../ui/index.ts';
import { passwordLimits } from '../domain/password-rules.ts';
import { m } from '../messages.ts';

/** The page of one's own password; the only one open while a first password stands. */
export function passwordPage(
  context: RequestContext,
  view: { readonly first: boolean; readonly problems: readonly FieldProblem[] },
): Html {
  const { t } = context;
  const password = (name: string, label: string, autocomplete: string, hint?: string): Html =>
    field(
      {
        label,
        name,
        type: 'password',
        autocomplete,
        hint,
        required: true,
        error: problemOf(view.problems, name, t),
      },
      t,
    );
  const form = html`<form method="post" action="/mat-khau" novalidate>${csrfInput(context.csrf)}${[
    password('currentPassword', t(m.currentPassword), 'current-password'),
    password(
      'newPassword',
      t(m.newPassword),
      'new-password',
      t(m.passwordHint, { n: passwordLimits.shortest }),
    ),
    password('newPasswordAgain', t(m.newPasswordAgain), 'new-password'),
  ]}${button({ text: t(m.changePassword), kind: 'primary' })}</form>`;
  return shell(context, {
    title: t(m.changePassword),
    ...(view.first
      ? { lead: t(m.firstPasswordLead) }
      : { breadcrumb: [{ href: '/tai-khoan', text: t(m.account) }, { text: t(m.changePassword) }] }),
    main: html`${errorSummary(view.problems, t)}${card({ body: form })}`,
  });
}
