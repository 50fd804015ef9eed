import { formatDate, parseVietnameseDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
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
  dateField,
  emptyState,
  errorSummary,
  field,
  linkButton,
  notice,
  problemOf,
  shell,
} from '../../../ui/index.ts';
import { visiblePlan } from '../access.ts';
import {
  type Blocker,
  issueBlockers,
  issuedPlanOf,
  issuePlan,
  issuePlanInput,
} from '../commands/issue-plan.ts';
import { planErrors } from '../errors.ts';
import { issueImpact } from '../impact.ts';
import { m } from '../messages.ts';
import { type Plan, wasIssued } from '../plan.ts';
import { mayIssueSomething } from '../policy.ts';
import { loadClauses } from '../store/clauses.ts';
import { loadBases } from '../store/plans.ts';
import { selectTasks } from '../store/tasks.ts';
import type { PlanTask } from '../task.ts';
import { citedLaw } from './cited-law.ts';
import { problemsOf } from './head-form.ts';
import { blockersTable, planBreadcrumb, planHref, planKicker, taskHref } from './parts.ts';

const PATH = '/ke-hoach/:id{[0-9a-f-]{36}}/ban-hanh';
const signers = only('lãnh đạo UBND, cơ quan thường trực', mayIssueSomething);

async function issuePage(context: RequestContext, planId: string, rejected?: Rejected): Promise<Answer> {
  const { t, db } = context;
  const plan = await visiblePlan(context, db, planId);
  if (wasIssued(plan)) return alreadyIssued(context, plan);
  const values = rejected?.values ?? {};
  const value = (name: string, otherwise = ''): string => {
    const typed = values[name];
    return typeof typed === 'string' ? typed : otherwise;
  };
  const problems = rejected ? problemsOf(rejected).filter((one) => !one.field.startsWith('task:')) : [];
  const issuedOn = parseVietnameseDate(value('issuedOn')) ?? context.today;
  const tasks = await selectTasks(db, plan.id);
  const blockers = await issueBlockers(db, tasks, issuedOn);
  const fields = html`${field({ label: t(m.number), name: 'number', value: value('number', plan.number ?? ''), required: true, width: 'medium', maxlength: 60, hint: t(m.numberHint), error: problemOf(problems, 'number', t) }, t)}${dateField({ label: t(m.issuedOn), name: 'issuedOn', value: value('issuedOn'), required: true, error: problemOf(problems, 'issuedOn', t) }, t)}${field({ label: t(m.signerName), name: 'signerName', value: value('signerName'), required: true, maxlength: 120, error: problemOf(problems, 'signerName', t) }, t)}${field({ label: t(m.signerTitle), name: 'signerTitle', value: value('signerTitle'), optional: true, maxlength: 200, error: problemOf(problems, 'signerTitle', t) }, t)}`;
  const form = html`<form method="post" action="${planHref(plan.id)}/ban-hanh" novalidate>${csrfInput(context.csrf)}${fields}${buttonRow(button({ text: t(m.issue), kind: 'primary' }), linkButton({ href: planHref(plan.id), text: t(m.cancel) }))}</form>`;
  // A unit that does not stand on the day may only mean that the day is wrong.
  const unready = tasks.length === 0 || blockers.some(({ lacks }) => lacks.some((lack) => lack !== 'unit'));
  const cited = {
    plan: { id: plan.id, issuedOn },
    bases: await loadBases(db, plan.id),
    clauses: await loadClauses(db, plan.id),
    tasks,
  };
  const main = html`${errorSummary(problems, t)}${citedLaw(cited, context)}${(unready || blockers.length > 0) && blocked(plan, tasks, blockers, context)}${
    !unready &&
    html`${notice({ kind: 'info', text: await whatWillHappen(context, plan, tasks, issuedOn) }, t)}${card({ body: form })}`
  }`;
  return answerPage(
    shell(context, {
      title: t(m.issueTitle),
      kicker: planKicker(plan, context),
      lead: t(m.issueLead),
      active: 'plans',
      breadcrumb: planBreadcrumb(plan, context, t(m.issue)),
      main,
    }),
  );
}

function alreadyIssued(context: RequestContext, plan: Plan): Answer {
  const params = { number: plan.number ?? '', date: plan.issuedOn === null ? '' : formatDate(plan.issuedOn) };
  const text = context.t(planErrors.already_issued, params);
  return redirectTo(planHref(plan.id), { kind: 'info', text });
}

async function whatWillHappen(
  context: RequestContext,
  plan: Plan,
  tasks: readonly PlanTask[],
  issuedOn: typeof context.today,
): Promise<Html> {
  const { t, db } = context;
  const impact = await issueImpact(db, issuedPlanOf(plan, { number: plan.number ?? '', issuedOn }, tasks));
  const will = impact ? ` ${t(m.issueWill, { ...impact })}` : '';
  return html`<strong>${t(m.issueWillTasks, { tasks: tasks.length })}${will}</strong> ${t(m.issueFrozen)}`;
}

function blocked(
  plan: Plan,
  tasks: readonly PlanTask[],
  blockers: readonly Blocker[],
  context: RequestContext,
): Html {
  const { t } = context;
  if (tasks.length === 0)
    return emptyState({
      title: t(planErrors.no_tasks),
      text: t(planErrors.no_tasks.remedy),
      action: linkButton({ href: `${planHref(plan.id)}/nhap`, text: t(m.importFiles), kind: 'primary' }),
    });
  return blockersTable(context, {
    caption: t(m.issueBlocked, { count: blockers.length }),
    blockers,
    href: (taskId) => taskHref(plan, taskId, context),
  });
}

export const issueForm = get({
  path: PATH,
  access: signers,
  rate: 'page',
  handle: (context, { params }) => issuePage(context, params.id),
});

export const issue = post({
  path: PATH,
  access: signers,
  rate: 'write',
  body: issuePlanInput.omit({ planId: true }),
  async handle(context, tx, { params, body }) {
    await issuePlan(context, tx, { ...body, planId: params.id });
    return redirectTo(planHref(params.id), {
      kind: 'success',
      text: context.t(m.issuedNow, { number: body.number }),
    });
  },
  redisplay: (context, params, rejected) => issuePage(context, params.id, rejected),
});
