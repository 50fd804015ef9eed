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
import {
  button,
  buttonRow,
  card,
  confirmAction,
  csrfInput,
  errorSummary,
  fileField,
  linkButton,
  notice,
  problemOf,
  shell,
} from '../../../../ui/index.ts';
import { definitionsOf } from '../../../figures/index.ts';
import { unitsOfDay } from '../../../units/index.ts';
import {
  confirmFormFile,
  type FormFile,
  previewFormFile,
  stageFormFile,
} from '../../commands/import-form.ts';
import { discardImport } from '../../commands/stage-file.ts';
import { compile } from '../../domain/compile.ts';
import { formErrors } from '../../errors.ts';
import { d } from '../../messages-design.ts';
import { fm } from '../../messages-file.ts';
import { askedElsewhere } from '../../queries/asked-elsewhere.ts';
import { designersOnly } from './acts.ts';
import { elsewhereCard } from './findings.ts';
import { newChoices, newFields, readNew } from './new-fields.ts';
import { generalValues, readGeneral } from './part-general.ts';
import { previewTable } from './preview.ts';
import { designBody, Problems, shownOf } from './typed.ts';
import { editHref } from './words.ts';

const PATH = '/bieu-mau/tao-tu-excel';
const ONE = `${PATH}/:importId{[0-9a-f-]{36}}` as const;

function uploadPage(context: RequestContext, rejected?: Rejected): Answer {
  const { t, csrf } = context;
  const problems =
    rejected &&
    (rejected.problems.length > 0
      ? rejected.problems
      : [{ field: 'file', message: rejected.error.type, params: rejected.error.params }]);
  const form = html`<form method="post" action="${PATH}" enctype="multipart/form-data" novalidate>${csrfInput(csrf)}${fileField({ label: t(fm.form_file), name: 'file', hint: t(fm.form_file_hint), accept: '.xlsx', error: problemOf(problems, 'file', t) }, t)}${button({ text: t(fm.upload), kind: 'primary', icon: 'upload' })}</form>`;
  return answerPage(
    shell(context, {
      title: t(d.make_from_file),
      lead: t(fm.form_lead),
      active: 'forms',
      breadcrumb: [{ href: '/bieu-mau', text: t(d.forms) }, { text: t(d.make_from_file) }],
      main: html`${errorSummary(problems, t)}${card({ body: form })}`,
      scripts: ['file-drop'],
    }),
    rejected?.error.type.status,
  );
}

export const uploadForm = get({
  path: PATH,
  access: designersOnly,
  rate: 'page',
  handle: async (context) => uploadPage(context),
});

export const upload = post({
  path: PATH,
  access: designersOnly,
  rate: 'upload',
  upload: true,
  body: z.object({ file: z.instanceof(File).optional() }),
  async handle(context, tx, { body }) {
    ensure(body.file, formErrors.no_file);
    const file = { name: body.file.name, bytes: new Uint8Array(await body.file.arrayBuffer()) };
    const id = await stageFormFile(context, tx, context.files, file);
    return redirectTo(`${PATH}/${id}`);
  },
  redisplay: async (context, _, rejected) => uploadPage(context, rejected),
});

async function previewPage(context: RequestContext, id: string, rejected?: Rejected): Promise<Answer> {
  const { t, db, csrf, today, files } = context;
  const file = await previewFormFile(context, db, files, id);
  const { spec, read, fileName } = file;
  const definitions = await definitionsOf(db);
  const compilation = compile(spec, definitions);
  const elsewhere = await askedElsewhere(db, { formId: null, spec, form: compilation.form, day: today });
  const units = await unitsOfDay(db, today);
  const values = rejected?.values ?? {
    ...generalValues(spec),
    code: file.code,
    dimension: '0',
    groups: ['communes'],
    periods: ['half', 'year'],
  };
  const shown = shownOf(values, rejected?.problems ?? [], t);
  const problems =
    rejected &&
    (rejected.problems.length > 0
      ? rejected.problems
      : [{ field: '', message: rejected.error.type, params: rejected.error.params }]);
  const remarks = html`<ul>${read.remarks.map(({ message, params }) => html`<li>${t(message, params)}</li>`)}</ul>`;
  const form = html`<form method="post" action="${PATH}/${id}" class="design-form" novalidate>${csrfInput(csrf)}${newFields(context, shown, await newChoices(context))}${buttonRow(button({ text: t(d.make), kind: 'primary' }), linkButton({ href: '/bieu-mau', text: t(fm.back) }))}</form>`;
  const drop = confirmAction({
    summary: t(fm.discard),
    explain: t(fm.discard_what),
    action: `${PATH}/${id}/bo`,
    csrf,
    button: t(fm.discard),
  });
  return answerPage(
    shell(context, {
      title: spec.title,
      kicker: t(fm.read_from, { file: fileName, sheet: read.grid }),
      active: 'forms',
      wide: true,
      breadcrumb: [
        { href: '/bieu-mau', text: t(d.forms) },
        { href: PATH, text: t(d.make_from_file) },
        { text: fileName },
      ],
      main: html`${errorSummary(problems, t)}${notice({ kind: 'info', title: t(fm.remarks), text: remarks }, t)}${previewTable(context, { spec, form: compilation.form, definitions: new Map() })}${elsewhereCard(context, elsewhere, units)}${card({ title: t(fm.form_confirm), body: form })}${drop}`,
    }),
    rejected?.error.type.status,
  );
}

export const previewForm = get({
  path: ONE,
  access: designersOnly,
  rate: 'page',
  handle: (context, { params }) => previewPage(context, params.importId),
});

export const confirmForm = post({
  path: ONE,
  access: designersOnly,
  rate: 'write',
  body: designBody,
  async handle(context, tx, { params, body }) {
    const file: FormFile = await previewFormFile(context, tx, context.files, params.importId);
    const problems = new Problems();
    const { code, owner } = readNew(body, problems);
    const general = readGeneral(body, file.spec);
    const found = [...problems.found, ...general.problems];
    if (found.length > 0) throw new AppError(kernelErrors.invalid_input, {}, found);
    const id = await confirmFormFile(context, tx, {
      importId: params.importId,
      code,
      ownerUnitId: owner,
      spec: general.spec,
    });
    return redirectTo(editHref(id, 'cot'), { kind: 'success', text: context.t(d.made, { code }) });
  },
  redisplay: (context, params, rejected) => previewPage(context, params.importId, rejected),
});

export const discardForm = post({
  path: `${ONE}/bo`,
  access: designersOnly,
  rate: 'write',
  body: z.object({}),
  async handle(context, tx, { params }) {
    await discardImport(context, tx, { id: params.importId, kind: 'form' });
    return redirectTo('/bieu-mau', { kind: 'success', text: context.t(fm.was_discarded) });
  },
});
