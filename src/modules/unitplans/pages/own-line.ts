import type { Html } from '../../../kernel/html.ts';
import { html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  confirmAction,
  csrfInput,
  errorSummary,
  field,
  linkButton,
  problemOf,
  selectField,
  shell,
  textareaField,
} from '../../../ui/index.ts';
import { addOwnLine, addOwnLineInput, removeLine, removeOwnLineInput } from '../commands/own-lines.ts';
import type { Line } from '../domain/line.ts';
import { lineStamp } from '../line-stamp.ts';
import { m } from '../messages.ts';
import { dm } from '../messages-draft.ts';
import { textOf } from './draft-form.ts';
import { contentOptions, suggestedPeople, suggestedTimes, suggestions } from './draft-lines.ts';
import { draftScene, peopleToSuggest } from './draft-scene.ts';
import { breadcrumb, UNIT_PLAN_PATH, unitPlanHref } from './parts.ts';

const PATH = `${UNIT_PLAN_PATH}/viec-rieng` as const;

async function ownLinePage(context: RequestContext, id: string, rejected?: Rejected): Promise<Answer> {
  const { t } = context;
  const scene = await draftScene(context, id);
  const typed = (name: string): string => (rejected && textOf(rejected.values, name)) ?? '';
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  const problems =
    rejected &&
    (rejected.problems.length > 0
      ? rejected.problems
      : [{ field: '', message: rejected.error.type, params: rejected.error.params }]);
  const fields = html`${textareaField({ label: t(dm.words), name: 'words', value: typed('words'), rows: 3, maxlength: 2000, required: true, error: error('words') }, t)}${selectField({ label: t(m.content), name: 'dimension', value: typed('dimension') || '0', options: contentOptions(context), error: error('dimension') }, t)}${textareaField({ label: t(dm.how), name: 'how', value: typed('how'), rows: 2, maxlength: 4000, optional: true, error: error('how') }, t)}${field({ label: t(dm.product), name: 'product', value: typed('product'), maxlength: 2000, error: error('product') }, t)}${field({ label: t(dm.responsible), name: 'responsible', value: typed('responsible'), maxlength: 200, list: suggestedPeople, autocomplete: 'off', error: error('responsible') }, t)}${field({ label: t(dm.time), name: 'dueWords', value: typed('dueWords'), hint: t(dm.time_hint), maxlength: 200, list: suggestedTimes, autocomplete: 'off', error: error('dueWords') }, t)}`;
  const form = html`<form method="post" action="${unitPlanHref(id)}/viec-rieng" novalidate>${csrfInput(context.csrf)}${fields}${buttonRow(button({ text: t(dm.add), kind: 'primary' }), linkButton({ href: `${unitPlanHref(id)}/soan`, text: t(dm.cancel) }))}</form>`;
  const people = suggestions(await peopleToSuggest(context, scene));
  const own = scene.lines.filter((line) => line.taskId === null);
  return answerPage(
    shell(context, {
      title: t(dm.add_own),
      lead: t(dm.add_own_lead),
      active: 'unit-plans',
      breadcrumb: breadcrumb(context, scene.reading, scene.unitPlan, scene.parent.plan, scene.unitName),
      main: html`${errorSummary(problems, t)}${people}${card({ body: form })}${own.map((line) => removal(context, id, line))}`,
    }),
  );
}

/** Each line of the unit's own with the way to take it out again. */
function removal(context: RequestContext, id: string, line: Line): Html {
  const { t, csrf } = context;
  return card({
    body: html`<p><strong>${line.words}</strong></p><p class="line-sub">${[line.product, line.responsible, line.dueWords].filter(Boolean).join(' · ')}</p>${confirmAction(
      {
        summary: t(dm.remove),
        explain: t(dm.remove_what),
        action: `${unitPlanHref(id)}/viec-rieng/bo`,
        csrf,
        button: t(dm.remove),
        fields: html`<input type="hidden" name="lineId" value="${line.id}"><input type="hidden" name="stamp" value="${lineStamp(line)}">`,
      },
    )}`,
  });
}

export const ownLineForm = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  handle: (context, { params }) => ownLinePage(context, params.id),
});

export const ownLineAdd = post({
  path: PATH,
  access: signedIn,
  rate: 'write',
  body: addOwnLineInput.omit({ unitPlanId: true }),
  async handle(context, tx, { params, body }) {
    await addOwnLine(context, tx, { ...body, unitPlanId: params.id });
    return redirectTo(`${unitPlanHref(params.id)}/soan?xem=rieng`, {
      kind: 'success',
      text: context.t(dm.added),
    });
  },
  redisplay: (context, params, rejected) => ownLinePage(context, params.id ?? '', rejected),
});

export const ownLineRemove = post({
  path: `${PATH}/bo`,
  access: signedIn,
  rate: 'write',
  body: removeOwnLineInput.omit({ unitPlanId: true }),
  async handle(context, tx, { params, body }) {
    await removeLine(context, tx, { ...body, unitPlanId: params.id });
    return redirectTo(`${unitPlanHref(params.id)}/soan?xem=rieng`, {
      kind: 'success',
      text: context.t(dm.removed),
    });
  },
  redisplay: (context, params, rejected) => ownLinePage(context, params.id ?? '', rejected),
});
