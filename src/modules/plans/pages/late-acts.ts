import { formatDate } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
} from '../../../kernel/http/route.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  dateField,
  errorSummary,
  field,
  linkButton,
  notice,
  problemOf,
  shell,
  textareaField,
} from '../../../ui/index.ts';
import { visiblePlan } from '../access.ts';
import { am } from '../amendment-messages.ts';
import { correctIssue, correctIssueInput, seenOf } from '../commands/correct-issue.ts';
import { withdrawPlan, withdrawPlanInput } from '../commands/withdraw-plan.ts';
import { amendmentErrors } from '../errors-amendment.ts';
import { m } from '../messages.ts';
import type { Plan } from '../plan.ts';
import { mayIssue } from '../policy.ts';
import { signing } from './amendment/held.ts';
import { problemsOf } from './head-form.ts';
import { planBreadcrumb, planHref, planKicker } from './parts.ts';

const CORRECT = '/ke-hoach/:id{[0-9a-f-]{36}}/dinh-chinh';
const WITHDRAW = '/ke-hoach/:id{[0-9a-f-]{36}}/thu-hoi';

/** A plan in force that this person may correct or withdraw. */
async function inForce(context: RequestContext, planId: string): Promise<Plan> {
  const plan = await visiblePlan(context, context.db, planId);
  ensure(mayIssue(context.actor, plan), kernelErrors.forbidden);
  ensure(plan.state === 'issued', amendmentErrors.not_in_force);
  return plan;
}

interface ActPage {
  readonly plan: Plan;
  readonly title: string;
  readonly lead?: string;
  readonly explain: Html;
  readonly action: string;
  readonly fields: Html;
  readonly submit: Html;
  readonly rejected: Rejected | undefined;
}

function actPage(context: RequestContext, props: ActPage): Answer {
  const { t, csrf } = context;
  const { plan, title } = props;
  const problems = props.rejected ? problemsOf(props.rejected) : [];
  const form = html`<form method="post" action="${props.action}" novalidate>${csrfInput(csrf)}${props.fields}${buttonRow(props.submit, linkButton({ href: planHref(plan.id), text: t(m.cancel) }))}</form>`;
  return answerPage(
    shell(context, {
      title,
      kicker: planKicker(plan, context),
      ...(props.lead === undefined ? {} : { lead: props.lead }),
      active: 'plans',
      breadcrumb: planBreadcrumb(plan, context, title),
      main: html`${errorSummary(problems, t)}${props.explain}${card({ body: form })}`,
    }),
  );
}

function typed(rejected: Rejected | undefined, name: string, otherwise: string): string {
  const value = rejected?.values[name];
  return typeof value === 'string' ? value : otherwise;
}

const reasonField = (context: RequestContext, label: string, rejected: Rejected | undefined, hint?: string) =>
  textareaField(
    {
      label,
      name: 'reason',
      value: typed(rejected, 'reason', ''),
      ...(hint === undefined ? {} : { hint }),
      rows: 3,
      maxlength: 2000,
      required: true,
      error: problemOf(rejected?.problems, 'reason', context.t),
    },
    context.t,
  );

async function correctPage(context: RequestContext, planId: string, rejected?: Rejected): Promise<Answer> {
  const { t } = context;
  const plan = await inForce(context, planId);
  const issuedOn = plan.issuedOn === null ? '' : formatDate(plan.issuedOn);
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  // Shown again, the form speaks of the plan as it stands now.
  return actPage(context, {
    plan,
    title: t(am.correct),
    lead: t(am.correctLead),
    explain: notice({ kind: 'info', text: t(am.correctWill) }, t),
    action: `${planHref(plan.id)}/dinh-chinh`,
    fields: html`<input type="hidden" name="seen" value="${seenOf(plan)}">${field({ label: t(m.number), name: 'number', value: typed(rejected, 'number', plan.number ?? ''), required: true, width: 'medium', maxlength: 60, error: error('number') }, t)}${dateField({ label: t(m.issuedOn), name: 'issuedOn', value: typed(rejected, 'issuedOn', issuedOn), required: true, error: error('issuedOn') }, t)}${reasonField(context, t(am.reason), rejected, t(am.correctWhyHint))}`,
    submit: button({ text: t(am.correct), kind: 'primary' }),
    rejected,
  });
}

export const correctForm = get({
  path: CORRECT,
  access: signing,
  rate: 'page',
  handle: (context, { params }) => correctPage(context, params.id),
});

export const correct = post({
  path: CORRECT,
  access: signing,
  rate: 'write',
  body: correctIssueInput.omit({ planId: true }),
  async handle(context, tx, { params, body }) {
    await correctIssue(context, tx, { ...body, planId: params.id });
    const text = context.t(am.corrected, { number: body.number, date: formatDate(body.issuedOn) });
    return redirectTo(planHref(params.id), { kind: 'success', text });
  },
  redisplay: (context, params, rejected) => correctPage(context, params.id, rejected),
});

async function withdrawPage(context: RequestContext, planId: string, rejected?: Rejected): Promise<Answer> {
  const { t } = context;
  const plan = await inForce(context, planId);
  const on = dateField(
    {
      label: t(am.withdrawOn),
      name: 'on',
      value: typed(rejected, 'on', formatDate(context.today)),
      required: true,
      error: problemOf(rejected?.problems, 'on', t),
    },
    t,
  );
  return actPage(context, {
    plan,
    title: t(am.withdraw),
    explain: notice({ kind: 'warning', text: t(am.withdrawExplain) }, t),
    action: `${planHref(plan.id)}/thu-hoi`,
    fields: html`${on}${reasonField(context, t(am.withdrawWhy), rejected)}`,
    submit: button({ text: t(am.withdraw), kind: 'danger' }),
    rejected,
  });
}

export const withdrawForm = get({
  path: WITHDRAW,
  access: signing,
  rate: 'page',
  handle: (context, { params }) => withdrawPage(context, params.id),
});

export const withdraw = post({
  path: WITHDRAW,
  access: signing,
  rate: 'write',
  body: withdrawPlanInput.omit({ planId: true }),
  async handle(context, tx, { params, body }) {
    await withdrawPlan(context, tx, { ...body, planId: params.id });
    return redirectTo(planHref(params.id), { kind: 'success', text: context.t(am.withdrawn) });
  },
  redisplay: (context, params, rejected) => withdrawPage(context, params.id, rejected),
});
