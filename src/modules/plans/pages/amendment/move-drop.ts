import { z } from 'zod';
import { AppError } from '../../../../kernel/errors.ts';
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
import { kernelErrors } from '../../../../kernel/kernel-errors.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  definitionList,
  errorSummary,
  field,
  linkButton,
  notice,
  problemOf,
  shell,
} from '../../../../ui/index.ts';
import { visiblePlan } from '../../access.ts';
import { am } from '../../amendment-messages.ts';
import { fieldText } from '../../amendment-words.ts';
import { amendTask, moveTask } from '../../commands/amend-task.ts';
import { parseDue } from '../../domain/due-phrases.ts';
import { m } from '../../messages.ts';
import { tm } from '../../task-messages.ts';
import { problemsOf } from '../head-form.ts';
import { planKicker } from '../parts.ts';
import { draftHref } from '../version-parts.ts';
import { draftBreadcrumb, drafting, heldDraft, heldTask, savedMeanwhile } from './held.ts';
import { reasonFields, reasonInput, reasonOf, revisionInput } from './task.ts';

const MOVE = '/ke-hoach/:id{[0-9a-f-]{36}}/sua-doi/du-thao/nhiem-vu/:taskId{[0-9a-f-]{36}}/doi-han';
const DROP = '/ke-hoach/:id{[0-9a-f-]{36}}/sua-doi/du-thao/nhiem-vu/:taskId{[0-9a-f-]{36}}/bo';

type Params = { readonly id: string; readonly taskId: string };

/** A short form about one task: its due alone, or that it is dropped. */
async function shortPage(
  context: RequestContext,
  params: Params,
  what: 'move' | 'drop',
  rejected?: Rejected,
): Promise<Answer> {
  const { t, csrf } = context;
  const held = await heldDraft(context, params.id);
  const task = await heldTask(context, held, params.taskId);
  const { plan, names } = held;
  const problems = rejected ? problemsOf(rejected) : [];
  const typed = rejected?.values.due;
  const base = draftHref(plan.id);
  const inForce = task.inForce ?? task.content;
  const facts = definitionList([
    { term: t(m.taskWords), value: inForce.words },
    { term: t(tm.lead), value: fieldText(inForce, 'lead', names, context) },
    { term: t(am.dueNow), value: fieldText(inForce, 'due', names, context) },
  ]);
  const due =
    what === 'move' &&
    field(
      {
        label: t(tm.due),
        name: 'due',
        value: typeof typed === 'string' ? typed : task.content.dueWords,
        hint: t(tm.dueHint),
        maxlength: 500,
        required: true,
        error: problemOf(problems, 'due', t),
      },
      t,
    );
  const revision = task.change?.revision ?? 0;
  const reason = reasonOf(rejected, task.change);
  const act: Html =
    what === 'move'
      ? button({ text: t(m.save), kind: 'primary' })
      : button({ text: t(am.dropTask), kind: 'danger' });
  const form = html`<form method="post" action="${base}/nhiem-vu/${params.taskId}/${what === 'move' ? 'doi-han' : 'bo'}" novalidate>${csrfInput(csrf)}${due}${reasonFields(context, { reason, revision, problems })}${buttonRow(act, linkButton({ href: base, text: t(m.cancel) }))}</form>`;
  const explain = what === 'drop' && notice({ kind: 'warning', text: t(am.dropExplain) }, t);
  const title = t(what === 'move' ? am.moveTaskTitle : am.dropTaskTitle, { code: task.content.code });
  return answerPage(
    shell(context, {
      title,
      kicker: planKicker(plan, context),
      active: 'plans',
      breadcrumb: draftBreadcrumb(held, context, title),
      main: html`${errorSummary(problems, t)}${savedMeanwhile(context, held, task.change, rejected)}${explain}${card({ body: html`${facts}${form}` })}`,
    }),
  );
}

async function savedAnswer(context: RequestContext, params: Params, code: string): Promise<Answer> {
  return redirectTo(draftHref(params.id), { kind: 'success', text: context.t(am.saved, { code }) });
}

export const moveForm = get({
  path: MOVE,
  access: drafting,
  rate: 'page',
  handle: (context, { params }) => shortPage(context, params, 'move'),
});

export const move = post({
  path: MOVE,
  access: drafting,
  rate: 'write',
  body: z.object({ due: z.string().trim().min(1).max(500), reason: reasonInput, revision: revisionInput }),
  async handle(context, tx, { params, body }) {
    const plan = await visiblePlan(context, context.db, params.id);
    const { spec } = parseDue(body.due, { planYear: plan.year });
    if (spec === null)
      throw new AppError(kernelErrors.invalid_input, {}, [
        { field: 'due', message: tm.dueNotUnderstood, params: { text: body.due } },
      ]);
    const { content } = await heldTask(context, await heldDraft(context, params.id), params.taskId);
    const { reason, revision } = body;
    await moveTask(context, tx, {
      planId: params.id,
      taskId: params.taskId,
      due: spec,
      dueWords: body.due,
      reason,
      revision,
    });
    return savedAnswer(context, params, content.code);
  },
  redisplay: (context, params, rejected) => shortPage(context, params, 'move', rejected),
});

export const dropForm = get({
  path: DROP,
  access: drafting,
  rate: 'page',
  handle: (context, { params }) => shortPage(context, params, 'drop'),
});

export const drop = post({
  path: DROP,
  access: drafting,
  rate: 'write',
  body: z.object({ reason: reasonInput, revision: revisionInput }),
  async handle(context, tx, { params, body }) {
    const { content } = await heldTask(context, await heldDraft(context, params.id), params.taskId);
    await amendTask(context, tx, { planId: params.id, taskId: params.taskId, content: null, ...body });
    return savedAnswer(context, params, content.code);
  },
  redisplay: (context, params, rejected) => shortPage(context, params, 'drop', rejected),
});
