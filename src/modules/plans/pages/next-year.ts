import { ensure } from '../../../kernel/errors.ts';
import { html } from '../../../kernel/html.ts';
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
  errorSummary,
  field,
  linkButton,
  notice,
  problemOf,
  shell,
} from '../../../ui/index.ts';
import { am } from '../amendment-messages.ts';
import { beginNextYear, beginNextYearInput } from '../commands/begin-next-year.ts';
import { dueOfNextYear, namesYear, yearsLater } from '../domain/next-year.ts';
import { amendmentErrors } from '../errors-amendment.ts';
import { lawInForce } from '../law.ts';
import { m } from '../messages.ts';
import { mayDraft, maySee } from '../policy.ts';
import { type PlanReading, plansBegunFrom, readPlan } from '../queries/read-plan.ts';
import { loadPlan } from '../store/plans.ts';
import { drafting } from './amendment/held.ts';
import { problemsOf } from './head-form.ts';
import { planBreadcrumb, planHref, planKicker } from './parts.ts';

const PATH = '/ke-hoach/:id{[0-9a-f-]{36}}/nam-sau';

async function nextYearPage(context: RequestContext, planId: string, rejected?: Rejected): Promise<Answer> {
  const { t, db, csrf } = context;
  const reading = await readPlan(context, db, planId, {});
  const { plan } = reading;
  ensure(mayDraft(context.actor, plan), kernelErrors.forbidden);
  ensure(plan.state === 'issued' || plan.state === 'closed', amendmentErrors.not_in_force);
  const problems = rejected ? problemsOf(rejected) : [];
  const value = (name: string, otherwise: string): string => {
    const typed = rejected?.values[name];
    return typeof typed === 'string' ? typed : otherwise;
  };
  const fields = html`${field({ label: t(m.title), name: 'title', value: value('title', yearsLater(plan.title, 1)), required: true, maxlength: 500, error: problemOf(problems, 'title', t) }, t)}${field({ label: t(m.year), name: 'year', value: value('year', String(plan.year + 1)), required: true, width: 'short', inputmode: 'numeric', maxlength: 4, error: problemOf(problems, 'year', t) }, t)}`;
  const form = html`<form method="post" action="${planHref(plan.id)}/nam-sau" novalidate>${csrfInput(csrf)}${fields}${buttonRow(button({ text: t(am.nextYearBegin), kind: 'primary' }), linkButton({ href: planHref(plan.id), text: t(m.cancel) }))}</form>`;
  return answerPage(
    shell(context, {
      title: t(am.nextYearTitle),
      kicker: planKicker(plan, context),
      lead: t(am.nextYearLead),
      active: 'plans',
      breadcrumb: planBreadcrumb(plan, context, t(am.nextYear)),
      main: html`${errorSummary(problems, t)}${await exists(reading, context)}${whatWillHappen(reading, context)}${card({ body: form })}`,
    }),
  );
}

async function exists({ plan }: PlanReading, context: RequestContext) {
  const { t, db, actor, today } = context;
  const found = [];
  for (const { id } of await plansBegunFrom(db, plan.id)) {
    const one = await loadPlan(db, id, today);
    if (one && maySee(actor, one)) found.push(one);
  }
  return found.map((one) => {
    const action = linkButton({ href: planHref(one.id), text: t(m.plan), small: true });
    return notice({ kind: 'warning', text: t(am.nextYearExists, { title: one.title }), action }, t);
  });
}

/** What is copied, what moves, and what a person has to read again. */
function whatWillHappen({ plan, clauses, tasks, bases }: PlanReading, context: RequestContext) {
  const { t, today } = context;
  const moved = tasks.filter(
    (task) => JSON.stringify(dueOfNextYear(task, plan.year, 1).due) !== JSON.stringify(task.due),
  ).length;
  const named = {
    tasks: tasks.filter((task) => namesYear(task.words, plan.year)).length,
    clauses: clauses.filter((clause) => namesYear(clause.body, plan.year)).length,
  };
  const passages = bases.map(({ citation }) => ({ path: '', text: citation }));
  const outdated = lawInForce(passages, today).length;
  const counts = { clauses: clauses.length, tasks: tasks.length, moved };
  return html`${notice({ kind: 'info', text: t(am.nextYearWill, counts) }, t)}${
    named.tasks + named.clauses > 0 &&
    notice({ kind: 'warning', text: t(am.nextYearRead, { ...named, year: String(plan.year) }) }, t)
  }${outdated > 0 && notice({ kind: 'warning', text: t(am.nextYearLaw, { n: outdated }) }, t)}`;
}

export const nextYearForm = get({
  path: PATH,
  access: drafting,
  rate: 'page',
  handle: (context, { params }) => nextYearPage(context, params.id),
});

export const nextYear = post({
  path: PATH,
  access: drafting,
  rate: 'write',
  body: beginNextYearInput.omit({ planId: true }),
  async handle(context, tx, { params, body }) {
    const id = await beginNextYear(context, tx, { ...body, planId: params.id });
    return redirectTo(planHref(id), { kind: 'success', text: context.t(am.nextYearBegun) });
  },
  redisplay: (context, params, rejected) => nextYearPage(context, params.id, rejected),
});
