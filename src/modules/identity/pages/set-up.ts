import { yearOf } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { button, card, field, problemOf, selectField, shell, textareaField } from '../../../ui/index.ts';
import { kindLabels, UNIT_KINDS } from '../../units/index.ts';
import { passwordLimits } from '../domain/password-rules.ts';
import { m } from '../messages.ts';
import { type Refused, typed, whatIsWrong } from './parts.ts';
import { nameFields } from './person-forms.ts';

const FORM = 'set-up';

/** The page of the first start: who administers, which unit stands at the top, which tiers there are, which year it is. */
export function setUpPage(
  context: RequestContext,
  view: { readonly code: string; readonly refused: Refused | null },
): Html {
  const { t } = context;
  const { refused } = view;
  const problems = refused?.rejected.problems ?? [];
  const line = (name: string, label: string, more: { hint?: string; otherwise?: string } = {}): Html =>
    field(
      {
        label,
        name,
        hint: more.hint,
        value: typed(refused, FORM, name, more.otherwise),
        required: true,
        autocomplete: 'off',
        error: problemOf(problems, name, t),
      },
      t,
    );
  const secret = (name: string, label: string, hint?: string): Html =>
    field(
      {
        label,
        name,
        hint,
        type: 'password',
        autocomplete: 'new-password',
        required: true,
        error: problemOf(problems, name, t),
      },
      t,
    );
  const person = html`${nameFields(context, FORM, null, refused)}${line('title', t(m.postTitle), {
    otherwise: 'Quản trị hệ thống',
  })}${secret('password', t(m.password), t(m.passwordHint, { n: passwordLimits.shortest }))}${secret('passwordAgain', t(m.passwordAgain))}`;
  const unit = html`${line('unitName', t(m.unitName), { hint: t(m.unitNameHint) })}${selectField(
    {
      label: t(m.unitKind),
      name: 'unitKind',
      value: typed(refused, FORM, 'unitKind', 'ubnd'),
      options: UNIT_KINDS.map((kind) => ({ value: kind, text: t(kindLabels[kind]) })),
      error: problemOf(problems, 'unitKind', t),
    },
    t,
  )}${textareaField(
    {
      label: t(m.tiers),
      name: 'tiers',
      hint: t(m.tiersHint),
      rows: 4,
      value: typed(refused, FORM, 'tiers'),
      error: problemOf(problems, 'tiers', t),
    },
    t,
  )}${line('year', t(m.year), { otherwise: String(yearOf(context.today)) })}`;
  const code = line('code', t(m.setUpCode), { hint: t(m.setUpCodeHint), otherwise: view.code });
  return shell(context, {
    title: t(m.setUp),
    lead: t(m.setUpLead),
    main: html`${whatIsWrong(context, refused?.rejected.error)}<form method="post" action="/thiet-lap" novalidate>${card({ body: code })}${card({ title: t(m.setUpPerson), body: person })}${card({ title: t(m.setUpUnit), body: unit })}${button({ text: t(m.finishSetUp), kind: 'primary' })}</form>`,
  });
}
