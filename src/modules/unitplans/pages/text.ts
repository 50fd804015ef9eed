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
  csrfInput,
  errorSummary,
  field,
  linkButton,
  notice,
  problemOf,
  shell,
  textareaField,
} from '../../../ui/index.ts';
import { saveHead, saveHeadInput } from '../commands/save-head.ts';
import { unitPlanErrors } from '../errors.ts';
import { dm } from '../messages-draft.ts';
import { textOf } from './draft-form.ts';
import { draftScene } from './draft-scene.ts';
import { breadcrumb, UNIT_PLAN_PATH, unitPlanHref } from './parts.ts';

const PATH = `${UNIT_PLAN_PATH}/loi` as const;

async function textPage(context: RequestContext, id: string, rejected?: Rejected): Promise<Answer> {
  const { t } = context;
  const scene = await draftScene(context, id);
  const { draft } = scene;
  const typed = (name: 'title' | 'bases' | 'opening' | 'closing' | 'recipients'): string =>
    rejected === undefined ? draft[name] : (textOf(rejected.values, name) ?? '');
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  const isConflict = rejected?.error.type === unitPlanErrors.changed_meanwhile;
  const long = (name: 'bases' | 'opening' | 'closing' | 'recipients', hint: string, rows: number) =>
    textareaField(
      { label: t(dm[name]), name, value: typed(name), hint, rows, maxlength: 20_000, error: error(name) },
      t,
    );
  const fields = html`${field({ label: t(dm.subject), name: 'title', value: typed('title'), maxlength: 500, required: true, error: error('title') }, t)}${long('bases', t(dm.bases_hint), 4)}${long('opening', t(dm.opening_hint), 6)}${long('closing', t(dm.opening_hint), 6)}${long('recipients', t(dm.recipients_hint), 4)}`;
  const form = html`<form method="post" action="${unitPlanHref(id)}/loi" novalidate>${csrfInput(context.csrf)}<input type="hidden" name="revision" value="${draft.revision}">${fields}${buttonRow(button({ text: t(dm.save_text), kind: 'primary' }), linkButton({ href: `${unitPlanHref(id)}/soan`, text: t(dm.cancel) }))}</form>`;
  const top = isConflict
    ? notice({ kind: 'warning', text: t(dm.conflict_text, { name: draft.changedByName }) }, t)
    : errorSummary(rejected?.problems, t);
  return answerPage(
    shell(context, {
      title: t(dm.text_title),
      lead: t(dm.text_lead),
      active: 'unit-plans',
      breadcrumb: breadcrumb(context, scene.reading, scene.unitPlan, scene.parent.plan, scene.unitName),
      main: html`${top}${card({ body: form })}`,
    }),
  );
}

export const text = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  handle: (context, { params }) => textPage(context, params.id),
});

export const saveText = post({
  path: PATH,
  access: signedIn,
  rate: 'write',
  body: saveHeadInput.omit({ unitPlanId: true }),
  async handle(context, tx, { params, body }) {
    await saveHead(context, tx, { ...body, unitPlanId: params.id });
    return redirectTo(`${unitPlanHref(params.id)}/soan`, {
      kind: 'success',
      text: context.t(dm.text_saved),
    });
  },
  redisplay: (context, params, rejected) => textPage(context, params.id ?? '', rejected),
});
