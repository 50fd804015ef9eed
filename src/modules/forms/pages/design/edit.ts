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
import { button, buttonRow, csrfInput, errorSummary, shell, tabs } from '../../../../ui/index.ts';
import { definitionsOf } from '../../../figures/index.ts';
import { unitGroups, unitsOfDay } from '../../../units/index.ts';
import { saveDraft } from '../../commands/design-form.ts';
import { keysOf } from '../../domain/outline.ts';
import { formErrors } from '../../errors.ts';
import { d, de } from '../../messages-design.ts';
import { versionsOf } from '../../store/versions.ts';
import { designersOnly } from './acts.ts';
import { problemsNotice } from './findings.ts';
import { PARTS, type PartKey, partAfter, parts } from './parts.ts';
import { previewTable } from './preview.ts';
import { designScene } from './scene.ts';
import { actIn, designBody, shownOf, textIn } from './typed.ts';
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
  const figures = key === 'chung' || key === 'kiem-tra' ? [] : await definitionsOf(db);
  const values = rejected?.values ?? part.values(draft.spec);
  const shown = shownOf(values, rejected?.problems ?? [], t, figures);
  // Somebody saved meanwhile: pressing again is meant, so it goes with what stands now.
  const isBehind = rejected?.error.type === formErrors.draft_changed;
  const revision = rejected && !isBehind ? textIn(values, 'revision') : String(draft.revision);
  const problems =
    rejected &&
    (rejected.problems.length > 0
      ? rejected.problems
      : [{ field: '', message: rejected.error.type, params: rejected.error.params }]);
  const list = html`<datalist id="chi-tieu">${figures.map(({ code, name }) => html`<option value="${code}">${name}</option>`)}</datalist>`;
  const next = partAfter(key, draft.spec);
  const fields = html`<form method="post" action="${formHref(id)}/sua" class="design-form" novalidate autocomplete="off">${csrfInput(csrf)}<input type="hidden" name="phan" value="${key}"><input type="hidden" name="revision" value="${revision}"><button type="submit" class="vh" tabindex="-1" aria-hidden="true" name="viec" value="luu">${t(d.save)}</button>${part.fields(context, shown, draft.spec, choices)}${list}${buttonRow(button({ text: t(d.save), kind: 'primary', name: 'viec', value: 'luu' }), button({ text: next ? t(de.save_next, { part: t(parts[next].name) }) : t(de.save_view), name: 'viec', value: 'tiep' }))}</form>`;
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
      main: html`${tabs({ label: t(de.tabs), items: PARTS.map((one) => ({ href: editHref(id, one), text: t(parts[one].name), current: one === key })) }, t)}${errorSummary(problems, t)}${problemsNotice(context, scene)}${fields}<h2>${t(d.preview)}</h2>${previewTable(context, preview)}`,
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
    const versions = await versionsOf(tx, params.id);
    const draft = versions.find(({ version }) => version.state === 'draft');
    ensure(draft, formErrors.no_draft);
    const published = versions.filter(({ version }) => version.state === 'published');
    const keys = new Set(published.flatMap(({ version }) => keysOf(version.spec)));
    const read = parts[key].read(body, draft.version.spec, { figures: await definitionsOf(tx), keys });
    if (read.problems.length > 0) throw new AppError(kernelErrors.invalid_input, {}, read.problems);
    await saveDraft(context, tx, {
      formId: params.id,
      revision: Number(textIn(body, 'revision')),
      spec: read.spec,
    });
    const next = actIn(body).act === 'tiep' ? partAfter(key, read.spec) : key;
    const to = next === undefined ? formHref(params.id) : editHref(params.id, next);
    const place = read.focus === undefined ? '' : `#${read.focus}`;
    return redirectTo(`${to}${place}`, { kind: 'success', text: context.t(d.saved) });
  },
  redisplay: (context, params, rejected) =>
    editPage(context, params.id, partKey.parse(rejected.values.phan), rejected),
});
