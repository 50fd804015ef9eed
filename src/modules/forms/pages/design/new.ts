import { AppError } from '../../../../kernel/errors.ts';
import { html } from '../../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
} from '../../../../kernel/http/route.ts';
import { kernelErrors } from '../../../../kernel/kernel-errors.ts';
import { button, buttonRow, card, csrfInput, errorSummary, linkButton, shell } from '../../../../ui/index.ts';
import { createForm } from '../../commands/design-form.ts';
import { d } from '../../messages-design.ts';
import { designersOnly } from './acts.ts';
import { emptySpec, withFirstTable } from './first-spec.ts';
import { newChoices, newFields, readNew } from './new-fields.ts';
import { readGeneral } from './part-general.ts';
import { designBody, Problems, shownOf, type Values } from './typed.ts';
import { editHref } from './words.ts';

const EMPTY: Values = { dimension: '0', rows: 'fixed', groups: ['communes'], periods: ['half', 'year'] };

async function newPage(context: RequestContext, rejected?: Rejected): Promise<Answer> {
  const { t, csrf } = context;
  const shown = shownOf(rejected?.values ?? EMPTY, rejected?.problems ?? [], t);
  const problems =
    rejected &&
    (rejected.problems.length > 0
      ? rejected.problems
      : [{ field: '', message: rejected.error.type, params: rejected.error.params }]);
  const form = html`<form method="post" action="/bieu-mau/tao" class="design-form" novalidate>${csrfInput(csrf)}${newFields(context, shown, await newChoices(context))}${buttonRow(button({ text: t(d.make), kind: 'primary' }), linkButton({ href: '/bieu-mau/tao-tu-excel', text: t(d.make_from_file) }))}</form>`;
  return answerPage(
    shell(context, {
      title: t(d.make),
      active: 'forms',
      breadcrumb: [{ href: '/bieu-mau', text: t(d.forms) }, { text: t(d.make) }],
      main: html`${errorSummary(problems, t)}${card({ body: form })}`,
    }),
    rejected?.error.type.status,
  );
}

export const makeForm = get({
  path: '/bieu-mau/tao',
  access: designersOnly,
  rate: 'page',
  handle: (context) => newPage(context),
});

export const saveForm = post({
  path: '/bieu-mau/tao',
  access: designersOnly,
  rate: 'write',
  body: designBody,
  async handle(context, tx, { body }) {
    const problems = new Problems();
    const { code, owner } = readNew(body, problems);
    const general = readGeneral(body, emptySpec);
    const found = [...problems.found, ...general.problems];
    if (found.length > 0) throw new AppError(kernelErrors.invalid_input, {}, found);
    const spec = withFirstTable(general.spec, context.t);
    const id = await createForm(context, tx, { code, ownerUnitId: owner, spec });
    return redirectTo(editHref(id, 'cot'), { kind: 'success', text: context.t(d.made, { code }) });
  },
  redisplay: (context, _, rejected) => newPage(context, rejected),
});
