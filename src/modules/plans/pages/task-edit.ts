import { AppError, type FieldProblem } from '../../../kernel/errors.ts';
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
import { isId } from '../../../kernel/ids.ts';
import { card, confirmAction, errorSummary, shell } from '../../../ui/index.ts';
import { unitDirectory } from '../../units/index.ts';
import { directoryDate, visiblePlan } from '../access.ts';
import { am } from '../amendment-messages.ts';
import { addTask } from '../commands/add-task.ts';
import { changeTask } from '../commands/change-task.ts';
import { removeTask } from '../commands/remove-task.ts';
import { planErrors } from '../errors.ts';
import { m } from '../messages.ts';
import type { Plan } from '../plan.ts';
import { mayDraftSomething } from '../policy.ts';
import { stampOf } from '../stamp.ts';
import { loadClauses } from '../store/clauses.ts';
import { loadTask } from '../store/tasks.ts';
import type { PlanTask } from '../task.ts';
import { readTaskForm, taskFormInput } from '../task-form.ts';
import { taskContentInput } from '../task-input.ts';
import { tm } from '../task-messages.ts';
import { problemsOf } from './head-form.ts';
import { namesFor, planBreadcrumb, planHref, planKicker } from './parts.ts';
import { emptyTask, type FormValues, taskFields, valuesOfTask } from './task-fields.ts';

const drafting = only('cơ quan thường trực', mayDraftSomething);
const NEW = '/ke-hoach/:id{[0-9a-f-]{36}}/nhiem-vu/moi';
const EDIT = '/ke-hoach/:id{[0-9a-f-]{36}}/nhiem-vu/:taskId{[0-9a-f-]{36}}/sua';

async function openDraft(context: RequestContext, planId: string): Promise<Plan> {
  const plan = await visiblePlan(context, context.db, planId);
  if (plan.state !== 'draft') throw new AppError(planErrors.not_draft);
  return plan;
}

async function taskPage(
  context: RequestContext,
  plan: Plan,
  task: PlanTask | null,
  given: { values: FormValues; problems: readonly FieldProblem[] } | null,
): Promise<Answer> {
  const { t, db, csrf } = context;
  const names = await namesFor(context, plan);
  const clauses = await loadClauses(db, plan.id);
  const values = given?.values ?? (task ? valuesOfTask(task, names) : emptyTask);
  const problems = given?.problems ?? [];
  const base = `${planHref(plan.id)}/nhiem-vu`;
  const form = taskFields(context, {
    action: task ? `${base}/${task.id}/sua` : `${base}/moi`,
    back: base,
    plan,
    names,
    clauses,
    values,
    problems,
    seen: task ? (typeof values.seen === 'string' ? values.seen : stampOf(task)) : null,
  });
  const remove =
    task !== null &&
    confirmAction({
      summary: t(tm.remove),
      explain: t(tm.removeExplain, { code: task.code }),
      action: `${base}/${task.id}/xoa`,
      csrf,
      button: t(tm.remove),
    });
  const title = task ? t(tm.edit, { code: task.code }) : t(tm.add);
  return answerPage(
    shell(context, {
      title,
      kicker: planKicker(plan, context),
      active: 'plans',
      breadcrumb: [
        ...planBreadcrumb(plan, context, t(m.openTasks)).slice(0, 2),
        { href: base, text: t(m.openTasks) },
        { text: title },
      ],
      main: html`${errorSummary(problems, t)}${task !== null && previousTask(task, context)}${card({ body: form })}${remove}`,
    }),
  );
}

/** The task of last year's plan from which this one was begun, and how it went. */
function previousTask({ previousTaskId }: PlanTask, { t }: RequestContext): Html {
  if (previousTaskId === null) return html``;
  return html`<p><a href="/nhiem-vu/${previousTaskId}">${t(am.previousTask)}</a></p>`;
}

const givenOf = (rejected: Rejected) => ({ values: rejected.values, problems: problemsOf(rejected) });

export const newTask = get({
  path: NEW,
  access: drafting,
  rate: 'page',
  handle: async (context, { params }) => taskPage(context, await openDraft(context, params.id), null, null),
});

export const createTask = post({
  path: NEW,
  access: drafting,
  rate: 'write',
  body: taskFormInput,
  async handle(context, tx, { params, body }) {
    const content = await contentFrom(context, params.id, body);
    await addTask(context, tx, { planId: params.id, content });
    const text = context.t(tm.added, { code: content.code });
    return redirectTo(`${planHref(params.id)}/nhiem-vu`, { kind: 'success', text });
  },
  redisplay: async (context, params, rejected) =>
    taskPage(context, await visiblePlan(context, context.db, params.id), null, givenOf(rejected)),
});

async function contentFrom(
  context: RequestContext,
  planId: string,
  form: Parameters<typeof readTaskForm>[0],
) {
  const plan = await visiblePlan(context, context.db, planId);
  const directory = await unitDirectory(context.db, directoryDate(plan, context.today));
  return taskContentInput.parse(readTaskForm(form, { directory, planYear: plan.year }));
}

async function taskOrThrow(context: RequestContext, planId: string, taskId: string): Promise<PlanTask> {
  const task = isId(taskId) ? await loadTask(context.db, planId, taskId) : undefined;
  if (!task) throw new AppError(planErrors.task_not_found);
  return task;
}

export const editTask = get({
  path: EDIT,
  access: drafting,
  rate: 'page',
  async handle(context, { params }) {
    const plan = await openDraft(context, params.id);
    return taskPage(context, plan, await taskOrThrow(context, plan.id, params.taskId), null);
  },
});

export const saveTask = post({
  path: EDIT,
  access: drafting,
  rate: 'write',
  body: taskFormInput,
  async handle(context, tx, { params, body }) {
    const content = await contentFrom(context, params.id, body);
    const seen = body.seen === undefined ? {} : { seen: body.seen };
    await changeTask(context, tx, { planId: params.id, taskId: params.taskId, content, ...seen });
    const text = context.t(tm.saved, { code: content.code });
    return redirectTo(`${planHref(params.id)}/nhiem-vu`, { kind: 'success', text });
  },
  async redisplay(context, params, rejected) {
    const plan = await visiblePlan(context, context.db, params.id);
    return taskPage(context, plan, await taskOrThrow(context, plan.id, params.taskId), givenOf(rejected));
  },
});

export const dropTask = post({
  path: '/ke-hoach/:id{[0-9a-f-]{36}}/nhiem-vu/:taskId{[0-9a-f-]{36}}/xoa',
  access: drafting,
  rate: 'write',
  body: taskFormInput.pick({ seen: true }),
  async handle(context, tx, { params }) {
    const { code } = await removeTask(context, tx, { planId: params.id, taskId: params.taskId });
    const text = context.t(tm.removed, { code });
    return redirectTo(`${planHref(params.id)}/nhiem-vu`, { kind: 'success', text });
  },
});
