import { z } from 'zod';
import type { FieldProblem } from '../../../../kernel/errors.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
} from '../../../../kernel/http/route.ts';
import {
  buttonRow,
  card,
  errorSummary,
  linkButton,
  problemOf,
  shell,
  textareaField,
} from '../../../../ui/index.ts';
import { am } from '../../amendment-messages.ts';
import { amendTask } from '../../commands/amend-task.ts';
import { startAmendmentInput } from '../../commands/start-amendment.ts';
import { loadClauses } from '../../store/clauses.ts';
import { readTaskForm, taskFormInput } from '../../task-form.ts';
import { taskContentInput } from '../../task-input.ts';
import { tm } from '../../task-messages.ts';
import { problemsOf } from '../head-form.ts';
import { planKicker } from '../parts.ts';
import { emptyTask, type FormValues, taskFields, valuesOfTask } from '../task-fields.ts';
import { draftHref } from '../version-parts.ts';
import {
  draftBreadcrumb,
  drafting,
  findHeldTask,
  type Held,
  type HeldTask,
  heldDraft,
  heldTask,
  savedMeanwhile,
} from './held.ts';

const ADD = '/ke-hoach/:id{[0-9a-f-]{36}}/sua-doi/du-thao/them';
const EDIT = '/ke-hoach/:id{[0-9a-f-]{36}}/sua-doi/du-thao/nhiem-vu/:taskId{[0-9a-f-]{36}}';

export const reasonInput = startAmendmentInput.shape.reason;
export const revisionInput = z.coerce.number().int().min(0);

const amendFormInput = taskFormInput
  .omit({ seen: true })
  .extend({ reason: reasonInput, revision: revisionInput });

/** Why, with the revision that the form was made from. */
export function reasonFields(
  context: RequestContext,
  given: { reason: string; revision: number; problems: readonly FieldProblem[] },
): Html {
  const { t } = context;
  return html`<input type="hidden" name="revision" value="${given.revision}">${textareaField(
    {
      label: t(am.reason),
      name: 'reason',
      value: given.reason,
      hint: t(am.whyHint),
      rows: 3,
      maxlength: 2000,
      required: true,
      error: problemOf(given.problems, 'reason', t),
    },
    t,
  )}`;
}

/** What was typed as the reason, or what the draft has. */
export function reasonOf(rejected: Rejected | undefined, change: HeldTask['change']): string {
  const typed = rejected?.values.reason;
  return typeof typed === 'string' ? typed : (change?.reason ?? '');
}

async function formPage(
  context: RequestContext,
  held: Held,
  task: { readonly id: string; readonly held: HeldTask } | null,
  rejected?: Rejected,
): Promise<Answer> {
  const { t, db } = context;
  const { plan, names } = held;
  const problems = rejected ? problemsOf(rejected) : [];
  const values: FormValues = rejected?.values ?? (task ? valuesOfTask(task.held.content, names) : emptyTask);
  const base = draftHref(plan.id);
  const at = task ? `${base}/nhiem-vu/${task.id}` : `${base}/them`;
  const change = task?.held.change;
  const form = taskFields(context, {
    action: at,
    back: base,
    plan,
    names,
    clauses: await loadClauses(db, plan.id),
    values,
    problems,
    seen: null,
    more: reasonFields(context, {
      reason: reasonOf(rejected, change),
      revision: change?.revision ?? 0,
      problems,
    }),
  });
  const other =
    task &&
    buttonRow(
      linkButton({ href: `${at}/doi-han`, text: t(am.moveTask), small: true }),
      linkButton({ href: `${at}/bo`, text: t(am.dropTask), small: true }),
    );
  const title = task ? t(am.editTaskTitle, { code: task.held.content.code }) : t(tm.add);
  return answerPage(
    shell(context, {
      title,
      kicker: planKicker(plan, context),
      active: 'plans',
      breadcrumb: draftBreadcrumb(held, context, title),
      main: html`${errorSummary(problems, t)}${savedMeanwhile(context, held, change, rejected)}${other}${card({ body: form })}`,
    }),
  );
}

async function contentFrom(context: RequestContext, planId: string, form: z.infer<typeof amendFormInput>) {
  const { plan, names } = await heldDraft(context, planId);
  return taskContentInput.parse(readTaskForm(form, { directory: names.directory, planYear: plan.year }));
}

export const addForm = get({
  path: ADD,
  access: drafting,
  rate: 'page',
  handle: async (context, { params }) => formPage(context, await heldDraft(context, params.id), null),
});

export const add = post({
  path: ADD,
  access: drafting,
  rate: 'write',
  body: amendFormInput,
  async handle(context, tx, { params, body }) {
    const content = await contentFrom(context, params.id, body);
    await amendTask(context, tx, {
      planId: params.id,
      taskId: null,
      content,
      reason: body.reason,
      revision: 0,
    });
    return redirectTo(draftHref(params.id), {
      kind: 'success',
      text: context.t(am.saved, { code: content.code }),
    });
  },
  redisplay: async (context, params, rejected) =>
    formPage(context, await heldDraft(context, params.id), null, rejected),
});

async function editPage(
  context: RequestContext,
  params: { id: string; taskId: string },
  rejected?: Rejected,
): Promise<Answer> {
  const held = await heldDraft(context, params.id);
  // What the draft had added and somebody took out meanwhile can be added again as it was typed.
  const task = rejected
    ? await findHeldTask(context, held, params.taskId)
    : await heldTask(context, held, params.taskId);
  return formPage(context, held, task ? { id: params.taskId, held: task } : null, rejected);
}

export const editForm = get({
  path: EDIT,
  access: drafting,
  rate: 'page',
  handle: (context, { params }) => editPage(context, params),
});

export const edit = post({
  path: EDIT,
  access: drafting,
  rate: 'write',
  body: amendFormInput,
  async handle(context, tx, { params, body }) {
    const content = await contentFrom(context, params.id, body);
    const { reason, revision } = body;
    await amendTask(context, tx, { planId: params.id, taskId: params.taskId, content, reason, revision });
    return redirectTo(draftHref(params.id), {
      kind: 'success',
      text: context.t(am.saved, { code: content.code }),
    });
  },
  redisplay: (context, params, rejected) => editPage(context, params, rejected),
});
