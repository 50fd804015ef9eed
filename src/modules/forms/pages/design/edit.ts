import { z } from 'zod';
import { AppError, ensure } from '../../../../kernel/errors.ts';
import { html } from '../../../../kernel/html.ts';
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
import { button, buttonRow, csrfInput, errorSummary, linkButton, shell, tabs } from '../../../../ui/index.ts';
import { definitionsOf } from '../../../figures/index.ts';
import { unitGroups, unitsOfDay } from '../../../units/index.ts';
import { saveDraft } from '../../commands/design-form.ts';
import { formErrors } from '../../errors.ts';
import { d, de } from '../../messages-design.ts';
import { versionsOf } from '../../store/versions.ts';
import { designersOnly } from './acts.ts';
import { problemsNotice } from './findings.ts';
import { PARTS, type PartKey, parts } from './parts.ts';
import { previewTable } from './preview.ts';
import { designScene } from './scene.ts';
import { designBody, shownOf, textIn } from './typed.ts';
import { editHref, FORM, formHref } from './words.ts';

/** One part of the draft as a form, with the preview of the whole below it. */
async function editPage(
  context: RequestContext,
  id: string,
  key: PartKey,
  rejected?: Rejected,
): Promise<Answer> {
  const { t, db, today, csrf } = context;
  const scene = await designScene(context, id);
  const { form, draft, compilation, definitions } = scene;
  ensure(scene.mayDesign, formErrors.not_allowed);
  ensure(draft, formErrors.no_draft);
  const part = parts[key];
  const units = await unitsOfDay(db, today);
  const choices = { groups: await unitGroups(db), units: units.tree.filter(({ kind }) => kind !== 'thon') };
  const known = key === 'chung' || key === 'kiem-tra' ? [] : await definitionsOf(db);
  const values = rejected?.values ?? part.values(draft.spec);
  const shown = shownOf(values, rejected?.problems ?? [], t);
  // Somebody saved meanwhile: pressing again is meant, so it goes with what stands now.
  const isBehind = rejected?.error.type === formErrors.draft_changed;
  const revision = rejected && !isBehind ? textIn(values, 'revision') : String(draft.revision);
  const problems =
    rejected &&
    (rejected.problems.length > 0
      ? rejected.problems
      : [{ field: '', message: rejected.error.type, params: rejected.error.params }]);
  const list = html`<datalist id="chi-tieu">${known.map(({ code, name }) => html`<option value="${code}">${name}</option>`)}</datalist>`;
  const fields = html`<form method="post" action="${formHref(id)}/sua" class="design-form" novalidate autocomplete="off">${csrfInput(csrf)}<input type="hidden" name="phan" value="${key}"><input type="hidden" name="revision" value="${revision}"><button type="submit" class="vh" tabindex="-1" aria-hidden="true" name="viec" value="luu">${t(d.save)}</button>${part.fields(context, shown, draft.spec, choices)}${list}${buttonRow(button({ text: t(d.save), kind: 'primary', name: 'viec', value: 'luu' }), linkButton({ href: formHref(id), text: t(d.preview) }))}</form>`;
  const preview = { spec: draft.spec, form: compilation.form, definitions };
  return answerPage(
    shell(context, {
      title: draft.spec.title,
      kicker: `${form.code} · ${t(d.version_n, { n: draft.number })} · ${t(d.draft)}`,
      active: 'forms',
      wide: true,
      breadcrumb: [
        { href: '/bieu-mau', text: t(d.forms) },
        { href: formHref(id), text: form.code },
        { text: t(d.edit) },
      ],
      main: html`${tabs({ label: t(de.tabs), items: PARTS.map((one) => ({ href: editHref(id, one), text: t(parts[one].name), current: one === key })) }, t)}${errorSummary(problems, t)}${problemsNotice(context, compilation)}${fields}<h2>${t(d.preview)}</h2>${previewTable(context, preview)}`,
    }),
    rejected?.error.type.status,
  );
}

const partKey = z.enum(PARTS).catch('chung').default('chung');

export const edit = get({
  path: `${FORM}/sua`,
  access: designersOnly,
  rate: 'page',
  query: z.object({ phan: partKey }),
  handle: (context, { params, query }) => editPage(context, params.id, query.phan),
});

export const saveEdit = post({
  path: `${FORM}/sua`,
  access: designersOnly,
  rate: 'write',
  body: designBody,
  async handle(context, tx, { params, body }) {
    const key = partKey.parse(body.phan);
    const draft = (await versionsOf(tx, params.id)).find(({ version }) => version.state === 'draft');
    ensure(draft, formErrors.no_draft);
    const read = parts[key].read(body, draft.version.spec);
    if (read.problems.length > 0) throw new AppError(kernelErrors.invalid_input, {}, read.problems);
    await saveDraft(context, tx, {
      formId: params.id,
      revision: Number(textIn(body, 'revision')),
      spec: read.spec,
    });
    return redirectTo(editHref(params.id, key), { kind: 'success', text: context.t(d.saved) });
  },
  redisplay: (context, params, rejected) =>
    editPage(context, params.id, partKey.parse(rejected.values.phan), rejected),
});
