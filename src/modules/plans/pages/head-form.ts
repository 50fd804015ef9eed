import { z } from 'zod';
import type { FieldProblem } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  answerPage,
  get,
  only,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
} from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  errorSummary,
  field,
  linkButton,
  problemOf,
  radioGroup,
  selectField,
  shell,
  textareaField,
} from '../../../ui/index.ts';
import { unitTree } from '../../units/index.ts';
import { visiblePlan } from '../access.ts';
import { changePlan, changePlanInput } from '../commands/change-plan.ts';
import { createPlan, createPlanInput } from '../commands/create-plan.ts';
import { PERIODS } from '../domain/due.ts';
import { m, periodWords } from '../messages.ts';
import type { Plan } from '../plan.ts';
import { mayDraft, mayDraftSomething } from '../policy.ts';
import { planList } from '../queries/plan-list.ts';
import { stampOf } from '../stamp.ts';
import { loadBases, loadRecipients } from '../store/plans.ts';
import { planBreadcrumb, planHref, planKicker } from './parts.ts';

type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

const text = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};

/** Plans that can stand above: issued ones, and drafts within reach. */
async function parentOptions(
  context: RequestContext,
  self?: string,
): Promise<{ value: string; text: string }[]> {
  const { rows } = await planList(context.db, context.actor, context.today, {}, { offset: 0, limit: 200 });
  return [
    { value: '', text: context.t(m.parentPlanNone) },
    ...rows
      .filter((plan) => plan.id !== self)
      .map((plan) => ({
        value: plan.id,
        text: [plan.year, plan.number, plan.title].filter(Boolean).join(' · '),
      })),
  ];
}

async function headFields(
  context: RequestContext,
  values: Values,
  problems: readonly FieldProblem[],
  self?: string,
): Promise<Html> {
  const { t } = context;
  const error = (name: string) => problemOf(problems, name, t);
  return html`${field({ label: t(m.title), name: 'title', value: text(values, 'title'), required: true, maxlength: 500, error: error('title') }, t)}${field({ label: t(m.year), name: 'year', value: text(values, 'year'), required: true, width: 'short', inputmode: 'numeric', maxlength: 4, error: error('year') }, t)}${field({ label: t(m.number), name: 'number', value: text(values, 'number'), optional: true, width: 'medium', maxlength: 60, hint: `${t(m.numberHint)}. ${t(m.numberBlankHint)}`, error: error('number') }, t)}${selectField({ label: t(m.parentPlan), name: 'parentPlanId', value: text(values, 'parentPlanId'), options: await parentOptions(context, self), error: error('parentPlanId') }, t)}${field({ label: t(m.parentCitation), name: 'parentCitation', value: text(values, 'parentCitation'), optional: true, maxlength: 500, hint: t(m.parentCitationHint), error: error('parentCitation') }, t)}${radioGroup({ label: t(m.regularPeriod), name: 'regularPeriod', value: text(values, 'regularPeriod') || 'half', hint: t(m.regularPeriodHint), options: PERIODS.map((period) => ({ value: period, text: t(periodWords[period]) })), error: error('regularPeriod') }, t)}${field({ label: t(m.unitPlanWithin), name: 'unitPlanWithin', value: text(values, 'unitPlanWithin'), optional: true, width: 'short', inputmode: 'numeric', maxlength: 3, hint: t(m.unitPlanWithinHint), error: error('unitPlanWithin') }, t)}`;
}

async function newPlanPage(context: RequestContext, values: Values, problems: readonly FieldProblem[] = []) {
  const { t, db, today } = context;
  const units = (await unitTree(db, today)).filter(
    (unit) => unit.kind === 'ubnd' && mayDraft(context.actor, unit),
  );
  const unitField = selectField(
    {
      label: t(m.unit),
      name: 'unitId',
      value: text(values, 'unitId'),
      required: true,
      options: units.map((unit) => ({ value: unit.id, text: unit.name })),
      error: problemOf(problems, 'unitId', t),
    },
    t,
  );
  const fields = await headFields(context, values, problems);
  const form = html`<form method="post" action="/ke-hoach/moi" novalidate>${csrfInput(context.csrf)}${unitField}${fields}${buttonRow(button({ text: t(m.createDraft), kind: 'primary' }), linkButton({ href: '/ke-hoach', text: t(m.cancel) }))}</form>`;
  return answerPage(
    shell(context, {
      title: t(m.newPlan),
      lead: t(m.newPlanLead),
      active: 'plans',
      breadcrumb: [{ href: '/ke-hoach', text: t(m.plans) }, { text: t(m.newPlan) }],
      main: html`${errorSummary(problems, t)}${card({ body: form })}`,
    }),
  );
}

const drafting = only('cơ quan thường trực', mayDraftSomething);

export const newPlan = get({
  path: '/ke-hoach/moi',
  access: drafting,
  rate: 'page',
  handle: (context) => newPlanPage(context, { year: context.today.slice(0, 4), unitPlanWithin: '15' }),
});

export const createNewPlan = post({
  path: '/ke-hoach/moi',
  access: drafting,
  rate: 'write',
  body: createPlanInput,
  async handle(context, tx, { body }) {
    const id = await createPlan(context, tx, body);
    return redirectTo(`${planHref(id)}/nhap`, { kind: 'success', text: context.t(m.created) });
  },
  redisplay: (context, _params, rejected) => newPlanPage(context, rejected.values, problemsOf(rejected)),
});

/** What was refused, with the command's own words when it names no field. */
export function problemsOf(rejected: Rejected): readonly FieldProblem[] {
  if (rejected.problems.length > 0) return rejected.problems;
  return [{ field: '', message: rejected.error.type, params: rejected.error.params }];
}

async function valuesOf(context: RequestContext, plan: Plan): Promise<Values> {
  const bases = await loadBases(context.db, plan.id);
  const recipients = await loadRecipients(context.db, plan.id);
  return {
    title: plan.title,
    year: String(plan.year),
    number: plan.number ?? '',
    parentPlanId: plan.parentPlanId ?? '',
    parentCitation: plan.parentCitation ?? '',
    regularPeriod: plan.regularPeriod,
    unitPlanWithin: plan.unitPlanWithin === null ? '' : String(plan.unitPlanWithin),
    bases: bases.map((basis) => basis.citation).join('\n'),
    recipients: recipients
      .map(({ words, purpose }) => (purpose === null ? words : `${words} (${purpose})`))
      .join('\n'),
    seen: stampOf(plan),
  };
}

async function headPage(context: RequestContext, planId: string, rejected?: Rejected) {
  const { t } = context;
  const plan = await visiblePlan(context, context.db, planId);
  const values: Values = rejected?.values ?? (await valuesOf(context, plan));
  const problems = rejected ? problemsOf(rejected) : [];
  const fields = await headFields(context, values, problems, plan.id);
  const action = `${planHref(plan.id)}/sua`;
  const form = html`<form method="post" action="${action}" novalidate>${csrfInput(context.csrf)}<input type="hidden" name="seen" value="${text(values, 'seen')}">${fields}${textareaField({ label: t(m.bases), name: 'bases', value: text(values, 'bases'), rows: 6, optional: true, hint: t(m.basesHint), error: problemOf(problems, 'bases', t) }, t)}${textareaField({ label: t(m.recipients), name: 'recipients', value: text(values, 'recipients'), rows: 6, optional: true, hint: t(m.recipientsHint), error: problemOf(problems, 'recipients', t) }, t)}${buttonRow(button({ text: t(m.save), kind: 'primary' }), linkButton({ href: planHref(plan.id), text: t(m.cancel) }))}</form>`;
  return answerPage(
    shell(context, {
      title: t(m.editHead),
      kicker: planKicker(plan, context),
      active: 'plans',
      breadcrumb: planBreadcrumb(plan, context, t(m.editHead)),
      main: html`${errorSummary(problems, t)}${card({ body: form })}`,
    }),
  );
}

const HEAD_PATH = '/ke-hoach/:id{[0-9a-f-]{36}}/sua';

export const editHead = get({
  path: HEAD_PATH,
  access: drafting,
  rate: 'page',
  handle: (context, { params }) => headPage(context, params.id),
});

export const saveHead = post({
  path: HEAD_PATH,
  access: drafting,
  rate: 'write',
  body: changePlanInput.omit({ planId: true }).extend({ seen: z.string() }),
  async handle(context, tx, { params, body }) {
    await changePlan(context, tx, { ...body, planId: params.id });
    return redirectTo(planHref(params.id), { kind: 'success', text: context.t(m.headSaved) });
  },
  redisplay: (context, params, rejected) => headPage(context, params.id, rejected),
});
