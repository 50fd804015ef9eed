import { z } from 'zod';
import { ensure } from '../../../../kernel/errors.ts';
import { html } from '../../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  errorSummary,
  fileField,
  linkButton,
  problemOf,
  shell,
} from '../../../../ui/index.ts';
import { stageSheet } from '../../commands/import-sheet.ts';
import { formErrors } from '../../errors.ts';
import { fm } from '../../messages-file.ts';
import { sheetPath } from '../entry/paths.ts';
import { type SheetParams, sheetScene } from '../entry/scene.ts';
import { filePath } from './paths.ts';

const PATH = '/so-lieu/:unitId/:period/:formId{[0-9a-f-]{36}}/nhap-tep';

async function uploadPage(
  context: RequestContext,
  params: SheetParams,
  rejected?: Rejected,
): Promise<Answer> {
  const { t, csrf } = context;
  const { ready, period, unit } = await sheetScene(context, params);
  const address = sheetPath(unit.id, period.code, ready.form.id);
  const problems =
    rejected &&
    (rejected.problems.length > 0
      ? rejected.problems
      : [{ field: 'file', message: rejected.error.type, params: rejected.error.params }]);
  const file = fileField(
    {
      label: t(fm.sheet_file),
      name: 'file',
      hint: t(fm.sheet_file_hint),
      accept: '.xlsx',
      error: problemOf(problems, 'file', t),
    },
    t,
  );
  const form = html`<form method="post" action="${address}/nhap-tep" enctype="multipart/form-data" novalidate>${csrfInput(csrf)}${file}${buttonRow(button({ text: t(fm.upload), kind: 'primary', icon: 'upload' }), linkButton({ href: address, text: t(fm.back) }))}</form>`;
  return answerPage(
    shell(context, {
      title: t(fm.sheet_upload),
      kicker: [ready.form.code, unit.name, t(period.name)].join(' · '),
      lead: t(fm.sheet_lead),
      active: 'entry',
      breadcrumb: [{ href: address, text: ready.form.code }, { text: t(fm.sheet_upload) }],
      main: html`${errorSummary(problems, t)}${card({ body: form })}`,
      scripts: ['file-drop'],
    }),
    rejected?.error.type.status,
  );
}

export const uploadSheetForm = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  handle: (context, { params }) => uploadPage(context, params),
});

/** The workbook itself names its form, period and units. */
export const uploadSheet = post({
  path: PATH,
  access: signedIn,
  rate: 'upload',
  upload: true,
  body: z.object({ file: z.instanceof(File).optional() }),
  async handle(context, tx, { body }) {
    ensure(body.file, formErrors.no_file);
    const file = { name: body.file.name, bytes: new Uint8Array(await body.file.arrayBuffer()) };
    return redirectTo(filePath(await stageSheet(context, tx, context.files, file)));
  },
  redisplay: (context, params, rejected) => uploadPage(context, params, rejected),
});
