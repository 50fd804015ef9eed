import { z } from 'zod';
import { formatDate, formatInstant, parseVietnameseDate } from '../../../kernel/dates.ts';
import { sniffKind } from '../../../kernel/documents/index.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  only,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
} from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  dataTable,
  dateField,
  emptyState,
  errorSummary,
  field,
  fileField,
  problemOf,
  selectField,
  shell,
  tag,
  titleLines,
} from '../../../ui/index.ts';
import { readResults } from '../commands/read-results.ts';
import { CITATION } from '../domain/edition.ts';
import { papiLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { levelWords } from '../messages-import.ts';
import { imp } from '../messages-pages.ts';
import { mayKeepIndex } from '../policy.ts';
import { allReleases, type Release } from '../store.ts';
import { IMPORT_PATH, INDEX_PATH } from './reading.ts';

export const keepersOnly = only('standing agency or administrator of the jurisdiction', mayKeepIndex);

/** What people say of the file, as it stands in the form and in the address of the preview. */
export const fileChoices = {
  nam: z.union([z.literal(''), z.coerce.number().int().min(2009).max(2100)]).default(''),
  cap: z.enum(['province', 'district', 'commune']).default('province'),
  loai: z.enum(['papi', 'rieng']).default('papi'),
  gia: z.enum(['auto', 'share', 'percent']).default('auto'),
  ngay: z
    .string()
    .max(10)
    .refine((text) => text === '' || parseVietnameseDate(text) !== undefined, {
      params: { message: { vi: 'Ghi ngày như 02/04/2024.', en: 'Write a date like 02/04/2024.' } },
    })
    .default(''),
  nguon: z.string().trim().max(300).default(''),
};

const choicesSchema = z.object(fileChoices);
export type FileChoices = z.infer<typeof choicesSchema>;

/** The choices as the command takes them. */
export function inputOf(choices: FileChoices) {
  return {
    year: choices.nam === '' ? null : choices.nam,
    level: choices.cap,
    isOfficial: choices.loai === 'papi',
    unit: choices.gia === 'auto' ? null : choices.gia,
    source: choices.nguon || CITATION,
    knownFrom: choices.ngay === '' ? null : (parseVietnameseDate(choices.ngay) ?? null),
  };
}

function typedText(rejected: Rejected | undefined, name: string, usual: string): string {
  const value = rejected?.values[name];
  return typeof value === 'string' ? value : usual;
}

function uploadForm(context: RequestContext, rejected?: Rejected): Html {
  const { t } = context;
  const error = (name: string): string | undefined => problemOf(rejected?.problems, name, t);
  const select = (
    name: string,
    label: string,
    options: readonly { value: string; text: string }[],
    usual: string,
  ) => selectField({ name, label, options, value: typedText(rejected, name, usual), error: error(name) }, t);
  return html`<form method="post" action="${IMPORT_PATH}" enctype="multipart/form-data" class="form" novalidate>${csrfInput(context.csrf)}${fileField(
    {
      name: 'file',
      label: t(imp.file),
      hint: t(imp.file_hint),
      accept: '.xlsx,.csv',
      required: true,
      error: error('file'),
    },
    t,
  )}${field(
    {
      name: 'nam',
      label: t(imp.year),
      hint: t(imp.year_hint),
      value: typedText(rejected, 'nam', ''),
      width: 'short',
      inputmode: 'numeric',
      optional: true,
      error: error('nam'),
    },
    t,
  )}${dateField(
    {
      name: 'ngay',
      label: t(imp.known_from),
      hint: t(imp.known_from_hint),
      value: typedText(rejected, 'ngay', ''),
      optional: true,
      error: error('ngay'),
    },
    t,
  )}${select(
    'loai',
    t(imp.official),
    [
      { value: 'papi', text: t(imp.is_official) },
      { value: 'rieng', text: t(imp.is_own) },
    ],
    'papi',
  )}${select(
    'cap',
    t(imp.level),
    (['province', 'district', 'commune'] as const).map((value) => ({ value, text: t(levelWords[value]) })),
    'province',
  )}${select(
    'gia',
    t(imp.values),
    [
      { value: 'auto', text: t(imp.values_auto) },
      { value: 'share', text: t(imp.values_share) },
      { value: 'percent', text: t(imp.values_percent) },
    ],
    'auto',
  )}${field(
    {
      name: 'nguon',
      label: t(imp.source),
      value: typedText(rejected, 'nguon', CITATION),
      maxlength: 300,
      error: error('nguon'),
    },
    t,
  )}${buttonRow(button({ text: t(imp.preview), kind: 'primary' }))}</form>`;
}

function releasesTable(
  { t }: RequestContext,
  releases: readonly (Release & { places: number; values: number })[],
): Html {
  return dataTable(
    {
      caption: t(imp.releases),
      captionVisible: true,
      columns: [
        { key: 'title', label: t(m.year), primary: true },
        { key: 'places', label: t(imp.places), align: 'end', width: 'fit' },
        { key: 'values', label: t(imp.count), align: 'end', width: 'fit' },
        { key: 'known', label: t(imp.known_from), width: 'fit' },
        { key: 'at', label: t(imp.imported_at) },
      ],
      rows: releases.map((one) => ({
        cells: [
          titleLines(
            html`${one.title} · ${t(levelWords[one.level])} ${!one.isOfficial && tag(t(m.unofficial))}`,
            `${one.source} · ${one.fileName}`,
          ),
          t({ vi: '{n}', en: '{n}' }, { n: one.places }),
          t({ vi: '{n}', en: '{n}' }, { n: one.values }),
          formatDate(one.knownFrom),
          `${formatInstant(one.importedAt)} · ${one.personName}`,
        ],
      })),
      empty: emptyState({ title: t(imp.none), text: t(imp.none_text) }),
    },
    t,
  );
}

async function form(context: RequestContext, rejected?: Rejected): Promise<Answer> {
  const { t, db } = context;
  const problems = rejected ? errorSummary(rejected.problems, t) : html``;
  const stated =
    rejected && rejected.problems.length === 0
      ? html`<p role="alert">${rejected.error.describe(context.lang).message} ${rejected.error.describe(context.lang).remedy}</p>`
      : html``;
  return answerPage(
    shell(context, {
      title: t(imp.title),
      active: 'index',
      lead: t(imp.lead),
      breadcrumb: [{ href: INDEX_PATH, text: t(m.title) }, { text: t(imp.title) }],
      main: html`${problems}${stated}${card({ body: html`<p>${t(imp.how)}</p>${uploadForm(context, rejected)}` })}${releasesTable(context, await allReleases(db, papiLimits.listed_releases))}`,
      scripts: ['file-drop'],
    }),
  );
}

export const importForm = get({
  path: IMPORT_PATH,
  access: keepersOnly,
  rate: 'page',
  handle: async (context) => form(context),
});

const uploaded = z
  .unknown()
  .refine((value) => value instanceof File && value.size > 0, { params: { message: imp.file_missing } })
  .transform((value) => value as File);

/** Keeps the file under its hash and shows what it was understood as; results change only after confirmation. */
export const importUpload = post({
  path: IMPORT_PATH,
  access: keepersOnly,
  rate: 'upload',
  upload: true,
  unaudited: 'keeps the file for its preview and changes no result; the confirmed import is recorded',
  body: z.object({ file: uploaded, ...fileChoices }),
  async handle(context, tx, { body: { file, ...choices } }) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    // A file that cannot be read at all is told beside the form, not on the next page.
    await readResults({ fileName: file.name, bytes, level: choices.cap });
    const { mediaType } = sniffKind(bytes, file.name);
    const hash = await context.files.put(tx, bytes, mediaType, context.now);
    const query = new URLSearchParams({ tep: hash, ten: file.name.normalize('NFC').slice(-200) });
    for (const [name, value] of Object.entries(choices)) query.set(name, String(value));
    return redirectTo(`${IMPORT_PATH}/xem-truoc?${query}`);
  },
  redisplay: (context, _params, rejected) => form(context, rejected),
});
