import { z } from 'zod';
import { formatDate, formatInstant } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  type Rejected,
  type RequestContext,
  signedIn,
} from '../../../../kernel/http/route.ts';
import {
  button,
  card,
  checkboxField,
  confirmAction,
  csrfInput,
  dataTable,
  dateField,
  definitionList,
  errorSummary,
  linkButton,
  problemOf,
  shell,
} from '../../../../ui/index.ts';
import { unitGroups, unitsOfDay } from '../../../units/index.ts';
import { earliestFrom } from '../../commands/publish-form.ts';
import { formErrors } from '../../errors.ts';
import { d } from '../../messages-design.ts';
import { checksCard, elsewhereCard, problemsNotice } from './findings.ts';
import { previewTable } from './preview.ts';
import { type DesignScene, designScene, elsewhereOf } from './scene.ts';
import { textIn } from './typed.ts';
import { contentWord, editHref, FORM, fillerWords, formHref, periodWords, stateWords } from './words.ts';

/** A form: what it is, how it looks, what is wrong with its draft, and what may be done with it. */
export async function viewPage(
  context: RequestContext,
  id: string,
  number?: number,
  rejected?: Rejected,
): Promise<Answer> {
  const { t, db, today } = context;
  const scene = await designScene(context, id, number);
  const { form, shown, compilation, definitions } = scene;
  const { spec } = shown;
  const units = await unitsOfDay(db, today);
  const groups = await unitGroups(db);
  const isDraft = shown.state === 'draft';
  const elsewhere = isDraft ? await elsewhereOf(context, scene) : [];
  const facts = definitionList([
    { term: t(d.code), value: form.code },
    { term: t(d.owner), value: units.names.get(form.ownerUnitId) ?? '' },
    { term: t(d.content), value: contentWord(spec.dimension, context) },
    { term: t(d.asked_of), value: fillerWords(spec, groups, units, t) },
    { term: t(d.asked_for), value: periodWords(spec, t) },
    { term: t(d.version), value: `${shown.number}: ${stateWords(shown, t)}` },
    ...(form.askedUntil
      ? [{ term: t(d.state), value: t(d.ended, { day: formatDate(form.askedUntil) }) }]
      : []),
  ]);
  const problems =
    rejected &&
    (rejected.problems.length > 0
      ? rejected.problems
      : [{ field: '', message: rejected.error.type, params: rejected.error.params }]);
  const notes =
    spec.notes.length > 0 &&
    html`<h3>${t(d.notes)}</h3><ul>${spec.notes.map((note) => html`<li>${note}</li>`)}</ul>`;
  return answerPage(
    shell(context, {
      title: spec.title,
      kicker: `${t(d.forms)} · ${form.code}`,
      active: 'forms',
      wide: true,
      breadcrumb: [{ href: '/bieu-mau', text: t(d.forms) }, { text: form.code }],
      actions: headActs(context, scene),
      main: html`${errorSummary(problems, t)}${isDraft && problemsNotice(context, scene)}${card({ body: facts })}${isDraft && elsewhereCard(context, elsewhere, units)}<h2>${t(d.preview)}</h2>${previewTable(context, { spec, form: compilation.form, definitions })}${notes}${checksCard(context, spec)}${scene.mayDesign && (await acts(context, scene, elsewhere.length, rejected))}${versionTable(context, scene)}`,
    }),
    rejected?.error.type.status,
  );
}

function headActs({ t, csrf }: RequestContext, scene: DesignScene): Html {
  const { form, draft, shown, published, mayDesign, compilation } = scene;
  if (!mayDesign) return html``;
  if (draft) {
    const isReady = shown.id === draft.id && compilation.problems.length === 0;
    return html`${linkButton({ href: editHref(form.id, 'cot'), text: t(d.edit), kind: 'primary' })}${isReady && linkButton({ href: '#ban-hanh', text: t(d.publish) })}`;
  }
  return html`${published && html`<form method="post" action="${formHref(form.id)}/phien-ban-moi">${csrfInput(csrf)}${button({ text: t(d.new_version), kind: 'primary' })}</form>`}`;
}

async function acts(
  context: RequestContext,
  scene: DesignScene,
  elsewhere: number,
  rejected: Rejected | undefined,
): Promise<Html> {
  const { form, shown, published } = scene;
  if (shown.state === 'draft')
    return html`${await publishCard(context, scene, elsewhere, rejected)}${discardAct(context, scene)}`;
  return published && shown.id === published.id
    ? endAct(context, form.id, form.askedUntil !== null, rejected)
    : html``;
}

async function publishCard(
  context: RequestContext,
  scene: DesignScene,
  elsewhere: number,
  rejected: Rejected | undefined,
): Promise<Html> {
  const { t, db, now, csrf, today } = context;
  const { form, shown, published, compilation } = scene;
  if (compilation.problems.length > 0) return html``;
  const earliest = await earliestFrom(db, published, now);
  const proposed = earliest !== null && earliest > today ? earliest : today;
  const values = rejected?.values ?? {};
  const isNamed = rejected?.error.type === formErrors.asked_elsewhere || elsewhere > 0;
  const fields = html`${dateField(
    {
      label: t(d.from_on),
      name: 'fromOn',
      required: true,
      value: textIn(values, 'fromOn') || formatDate(proposed),
      error: problemOf(rejected?.problems, 'fromOn', t),
    },
    t,
  )}${isNamed && checkboxField({ label: t(d.confirmed), name: 'confirmed', checked: textIn(values, 'confirmed') !== '' }, t)}`;
  return card({
    title: t(d.publish),
    id: 'ban-hanh',
    body: html`<p>${t(d.publish_what)}</p><form method="post" action="${formHref(form.id)}/ban-hanh" novalidate>${csrfInput(csrf)}<input type="hidden" name="revision" value="${shown.revision}">${fields}${button({ text: t(d.publish), kind: 'primary' })}</form>`,
  });
}

function discardAct({ t, csrf }: RequestContext, { form, shown }: DesignScene): Html {
  return confirmAction({
    summary: t(d.discard),
    explain: t(d.discard_what),
    action: `${formHref(form.id)}/bo-nhap`,
    csrf,
    button: t(d.discard),
    fields: html`<input type="hidden" name="revision" value="${shown.revision}">`,
  });
}

function endAct(
  { t, csrf, today }: RequestContext,
  id: string,
  isEnded: boolean,
  rejected: Rejected | undefined,
): Html {
  if (isEnded)
    return html`<form method="post" action="${formHref(id)}/thoi-dung">${csrfInput(csrf)}<input type="hidden" name="askedUntil" value="">${button({ text: t(d.again) })}</form>`;
  const field = dateField(
    {
      label: t(d.asked_until),
      name: 'askedUntil',
      required: true,
      value: textIn(rejected?.values ?? {}, 'askedUntil') || formatDate(today),
      error: problemOf(rejected?.problems, 'askedUntil', t),
    },
    t,
  );
  return confirmAction({
    summary: t(d.end),
    explain: t(d.end_what),
    action: `${formHref(id)}/thoi-dung`,
    csrf,
    button: t(d.end),
    fields: field,
    open: rejected !== undefined && 'askedUntil' in rejected.values,
  });
}

function versionTable(context: RequestContext, { form, versions, shown }: DesignScene): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(d.versions),
      captionVisible: true,
      columns: [
        { key: 'number', label: t(d.version), primary: true, width: 'fit' },
        { key: 'state', label: t(d.state) },
        { key: 'by', label: t(d.published) },
      ],
      rows: versions.map((version) => ({
        href: version.id === shown.id ? undefined : `${formHref(form.id)}?phien-ban=${version.number}`,
        cells: [
          t(d.version_n, { n: version.number }),
          stateWords(version, t),
          version.publishedAt && version.publishedBy
            ? t(d.by_whom, { who: version.publishedBy, at: formatInstant(version.publishedAt) })
            : '',
        ],
      })),
      empty: html``,
    },
    t,
  );
}

export const view = get({
  path: FORM,
  access: signedIn,
  rate: 'page',
  query: z.object({ 'phien-ban': z.coerce.number().int().positive().optional().catch(undefined) }),
  handle: (context, { params, query }) => viewPage(context, params.id, query['phien-ban']),
});
