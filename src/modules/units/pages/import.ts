import { z } from 'zod';
import { sniffKind } from '../../../kernel/documents/index.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
} from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  dataTable,
  details,
  emptyState,
  fileField,
  linkButton,
  shell,
} from '../../../ui/index.ts';
import { readUnitsFile } from '../commands/read-units-file.ts';
import { COLUMN_TITLES, NEEDED_COLUMNS } from '../domain/import-grid.ts';
import { IMPORT_FIELDS, type ImportField } from '../domain/import-record.ts';
import { kindLabels, UNIT_KINDS } from '../domain/kinds.ts';
import { changersOnly } from './create.ts';
import { sheetAnswer, TEMPLATE_FIELDS } from './export.ts';
import { imp } from './import-messages.ts';
import { pm } from './messages.ts';
import { FormState } from './reading.ts';

const MEANINGS: Readonly<Record<ImportField, Message>> = {
  key: imp.aboutKey,
  code: imp.aboutCode,
  name: imp.aboutName,
  kind: imp.aboutKind,
  tier: imp.aboutTier,
  parent: imp.aboutParent,
  from: imp.aboutFrom,
  to: imp.aboutTo,
  shortNames: imp.aboutShortNames,
  act: imp.aboutAct,
  headTitle: imp.aboutContact,
  phone: imp.aboutContact,
  email: imp.aboutContact,
  note: imp.aboutNote,
};

function columnsTable(context: RequestContext): Html {
  const { t } = context;
  const kinds = UNIT_KINDS.map((kind) => t(kindLabels[kind])).join(', ');
  return dataTable(
    {
      caption: t(imp.columns),
      captionVisible: true,
      columns: [
        { key: 'column', label: t(imp.column), primary: true, width: 'fit' },
        { key: 'meaning', label: t(imp.meaning), phone: 'bare' },
      ],
      rows: IMPORT_FIELDS.map((field) => ({
        cells: [
          html`${COLUMN_TITLES[field]}${NEEDED_COLUMNS.includes(field) && html` <span class="optional">(${t(imp.needed)})</span>`}`,
          t(MEANINGS[field], { kinds }),
        ],
      })),
      empty: emptyState({ title: t(imp.columns) }),
    },
    t,
  );
}

function form(context: RequestContext, rejected?: Rejected): Answer {
  const { t } = context;
  const state = new FormState(t, {}, rejected);
  const upload = html`${state.summary(context.lang)}<form method="post" action="/don-vi/nhap" enctype="multipart/form-data" class="form" novalidate>${csrfInput(context.csrf)}${fileField(
    {
      name: 'file',
      label: t(imp.file),
      hint: t(imp.fileHint),
      accept: '.xlsx,.csv,.docx,.json',
      required: true,
      error: state.error('file'),
    },
    t,
  )}${buttonRow(button({ text: t(imp.preview), kind: 'primary' }))}</form>`;
  return answerPage(
    shell(context, {
      title: t(imp.title),
      active: 'units',
      lead: t(imp.lead),
      breadcrumb: [{ href: '/don-vi', text: t(pm.units) }, { text: t(imp.title) }],
      actions: buttonRow(
        linkButton({
          href: '/don-vi/nhap/mau?dinh-dang=xlsx',
          text: `${t(imp.template)} (.xlsx)`,
          download: true,
        }),
        linkButton({
          href: '/don-vi/nhap/mau?dinh-dang=csv',
          text: `${t(imp.template)} (.csv)`,
          download: true,
        }),
      ),
      main: html`${card({ body: upload })}${columnsTable(context)}${details(t(imp.jsonTitle), html`<p>${t(imp.jsonText)}</p>`)}`,
      scripts: ['file-drop'],
    }),
  );
}

export const importForm = get({
  path: '/don-vi/nhap',
  access: changersOnly,
  rate: 'page',
  handle: async (context) => form(context),
});

const TEMPLATE_EXAMPLE = [
  [
    'ubnd-huyen',
    '',
    'UBND huyện Mẫu',
    'Ủy ban nhân dân',
    'huyện',
    '',
    '2021-01-01',
    '',
    'UBND huyện',
    '',
    'Chủ tịch UBND huyện',
  ],
  [
    '',
    '',
    'Phòng Nội vụ',
    'Phòng chuyên môn',
    'huyện',
    'ubnd-huyen',
    '2021-01-01',
    '',
    'PNV; Phòng Nội vụ huyện',
    '',
    'Trưởng phòng',
  ],
  [
    '',
    '',
    'UBND xã Mẫu',
    'Ủy ban nhân dân',
    'xã',
    'ubnd-huyen',
    '2021-01-01',
    '',
    'xã Mẫu',
    '',
    'Chủ tịch UBND xã',
  ],
  ['', '', 'Thôn Một', 'Thôn, tổ dân phố', 'thôn', 'UBND xã Mẫu', '2021-01-01', '', '', '', 'Trưởng thôn'],
];

export const importTemplate = get({
  path: '/don-vi/nhap/mau',
  access: changersOnly,
  rate: 'page',
  query: z.object({ 'dinh-dang': z.enum(['xlsx', 'csv']).default('xlsx') }),
  handle: async (_context, { query }) =>
    sheetAnswer('mau-don-vi', TEMPLATE_FIELDS, TEMPLATE_EXAMPLE, query['dinh-dang']),
});

const uploaded = z
  .unknown()
  .refine((value) => value instanceof File, { params: { message: imp.fileMissing } })
  .transform((value) => value as File);

/** Keeps the file under its hash and shows what it would change; units change only after confirmation. */
export const importUpload = post({
  path: '/don-vi/nhap',
  access: changersOnly,
  rate: 'upload',
  upload: true,
  unaudited: 'keeps the file for its preview and changes no unit; the confirmed import is recorded',
  body: z.object({ file: uploaded }),
  async handle(context, tx, { body }) {
    const bytes = new Uint8Array(await body.file.arrayBuffer());
    await readUnitsFile(body.file.name, bytes);
    const { mediaType } = sniffKind(bytes, body.file.name);
    const hash = await context.files.put(tx, bytes, mediaType, context.now);
    const query = new URLSearchParams({ tep: hash, ten: body.file.name.slice(-200) });
    return redirectTo(`/don-vi/nhap/xem-truoc?${query}`);
  },
  redisplay: async (context, _params, rejected) => form(context, rejected),
});
