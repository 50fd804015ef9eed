import { z } from 'zod';
import { formatInstant } from '../../../kernel/dates.ts';
import { AppError, type FieldProblem } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  only,
  post,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  dataTable,
  errorSummary,
  fileField,
  linkButton,
  problemOf,
  shell,
} from '../../../ui/index.ts';
import { visiblePlan } from '../access.ts';
import { stageImport, type UploadedFile } from '../commands/stage-import.ts';
import { planErrors } from '../errors.ts';
import { im } from '../import-messages.ts';
import type { FileRole } from '../import-reading.ts';
import { m } from '../messages.ts';
import type { Plan } from '../plan.ts';
import { mayDraftSomething, maySeeDraft } from '../policy.ts';
import { importsOf, type PlanImport } from '../store/imports.ts';
import { problemsOf } from './head-form.ts';
import { planBreadcrumb, planHref, planKicker, planTabs } from './parts.ts';

export const drafting = only('cơ quan thường trực', mayDraftSomething);
const PATH = '/ke-hoach/:id{[0-9a-f-]{36}}/nhap';

/** The plan, if it is a draft that imports can still change. */
export async function openDraft(context: RequestContext, planId: string): Promise<Plan> {
  const plan = await visiblePlan(context, context.db, planId);
  if (plan.state !== 'draft') throw new AppError(planErrors.not_draft);
  return plan;
}

async function uploadPage(
  context: RequestContext,
  planId: string,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const { t, db, csrf } = context;
  const plan = await openDraft(context, planId);
  const earlier = await importsOf(db, plan.id);
  const form = html`<form method="post" action="${planHref(plan.id)}/nhap" enctype="multipart/form-data" novalidate>${csrfInput(csrf)}${fileField({ label: t(im.body), name: 'body', optional: true, hint: t(im.bodyHint), accept: '.docx,.txt', error: problemOf(problems, 'body', t) }, t)}${fileField({ label: t(im.annex), name: 'annex', optional: true, hint: t(im.annexHint), accept: '.xlsx,.docx,.csv', error: problemOf(problems, 'annex', t) }, t)}${buttonRow(button({ text: t(im.upload), kind: 'primary', icon: 'upload' }), linkButton({ href: planHref(plan.id), text: t(m.cancel) }))}</form>`;
  return answerPage(
    shell(context, {
      title: t(im.title),
      kicker: planKicker(plan, context),
      lead: t(im.lead),
      active: 'plans',
      breadcrumb: planBreadcrumb(plan, context, t(m.importFiles)),
      main: html`${planTabs(plan, 'import', context)}${errorSummary(problems, t)}${card({ body: form })}${earlier.length > 0 && earlierImports(plan, earlier, context)}`,
      scripts: ['file-drop'],
    }),
  );
}

export const importStates = {
  preview: im.statePreview,
  confirmed: im.stateConfirmed,
  discarded: im.stateDiscarded,
} as const;

/** Links to the files as they were uploaded; one file may serve as body and annex. */
export function fileLinks(plan: Plan, one: PlanImport): Html {
  const files = [...new Map(one.files.map((file) => [file.hash, file])).values()];
  return html`${files.map((file, index) => html`${index > 0 && ', '}<a href="${planHref(plan.id)}/tep/${file.hash}" download>${file.name}</a>`)}`;
}

function earlierImports(plan: Plan, imports: readonly PlanImport[], context: RequestContext): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(im.earlier),
      captionVisible: true,
      columns: [
        { key: 'when', label: t(im.when), primary: true, width: 'fit' },
        { key: 'files', label: t(im.files) },
        { key: 'state', label: t(im.state), width: 'fit' },
      ],
      rows: imports.map((one) => ({
        href: one.state === 'preview' ? `${planHref(plan.id)}/nhap/${one.id}` : undefined,
        cells: [formatInstant(one.createdAt), fileLinks(plan, one), t(importStates[one.state])],
      })),
      empty: html``,
    },
    t,
  );
}

export const uploadForm = get({
  path: PATH,
  access: drafting,
  rate: 'page',
  handle: (context, { params }) => uploadPage(context, params.id),
});

const file = z.instanceof(File).optional();

async function uploadedOf(role: FileRole, given: File | undefined): Promise<UploadedFile[]> {
  return given ? [{ role, name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) }] : [];
}

export const upload = post({
  path: PATH,
  access: drafting,
  rate: 'upload',
  upload: true,
  body: z.object({ body: file, annex: file }),
  async handle(context, tx, { params, body }) {
    const files = [...(await uploadedOf('body', body.body)), ...(await uploadedOf('annex', body.annex))];
    const id = await stageImport(context, tx, { planId: params.id, files }, context.files);
    const text = context.t(im.uploaded);
    return redirectTo(`${planHref(params.id)}/nhap/${id}`, { kind: 'success', text });
  },
  redisplay: (context, params, rejected) => uploadPage(context, params.id, problemsOf(rejected)),
});

/** The original of an import, for those who may see the draft it made. */
export const download = get({
  path: '/ke-hoach/:id{[0-9a-f-]{36}}/tep/:hash{[0-9a-f]{64}}',
  access: signedIn,
  rate: 'page',
  async handle(context, { params }) {
    const plan = await visiblePlan(context, context.db, params.id);
    const imports = maySeeDraft(context.actor, plan) ? await importsOf(context.db, plan.id) : [];
    const found = imports.flatMap((one) => one.files).find((one) => one.hash === params.hash);
    if (!found) throw new AppError(planErrors.import_not_found);
    const body = await context.files.read(found.hash);
    return { kind: 'file', body, mediaType: found.mediaType, fileName: found.name };
  },
});
