import { z } from 'zod';
import { formatDate, formatInstant } from '../../../kernel/dates.ts';
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
import { compareVietnamese } from '../../../kernel/i18n.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  dataTable,
  dateField,
  details,
  emptyState,
  field,
  fileField,
  shell,
} from '../../../ui/index.ts';
import { boundariesInput, readBoundariesFile } from '../commands/import-boundaries.ts';
import { CODE_KEYS, NAME_KEYS } from '../domain/geojson.ts';
import { boundariesOn, boundaryImports } from '../queries/boundaries.ts';
import { unitsOfDay } from '../queries/units-of-day.ts';
import { boundaryMap, undermost } from './boundary-map.ts';
import { bp } from './boundary-words.ts';
import { changersOnly } from './create.ts';
import { pm } from './messages.ts';
import { FormState } from './reading.ts';

/** Names told of what is missing; the tree has the rest. */
const NAMES_TOLD = 30;

async function mapToday(context: RequestContext): Promise<Html> {
  const { t, today } = context;
  const boundaries = await boundariesOn(context.db, today);
  const { tree, names } = await unitsOfDay(context.db, today);
  const units = undermost(
    [...boundaries].map(([unitId, boundary]) => ({
      unitId,
      name: names.get(unitId) ?? '',
      boundary,
      is: 'known',
    })),
    tree,
  ).sort((a, b) => compareVietnamese(a.name, b.name));
  const map = boundaryMap(
    units,
    {
      title: t(bp.mapToday),
      note: t(bp.mapTodayNote, { date: formatDate(today) }),
      classes: [{ key: 'known', label: t(bp.known), state: 'accepted' }],
      empty: emptyState({ title: t(bp.noneYet), text: t(bp.noneYetText) }),
    },
    t,
  );
  if (units.length === 0) return map;
  const tiers = new Set(tree.filter((unit) => boundaries.has(unit.id)).map((unit) => unit.tier));
  const missing = tree
    .filter((unit) => unit.kind === 'ubnd' && tiers.has(unit.tier) && !boundaries.has(unit.id))
    .map((unit) => unit.name);
  const told = missing.slice(0, NAMES_TOLD).join(', ');
  const rest = missing.length - NAMES_TOLD;
  const list = rest > 0 ? t(bp.missingMore, { names: told, n: rest }) : told;
  return html`${map}${missing.length > 0 && html`<p>${t(bp.missing, { names: list })}</p>`}`;
}

async function imports(context: RequestContext): Promise<Html> {
  const { t } = context;
  const rows = await boundaryImports(context.db);
  if (rows.length === 0) return html``;
  return dataTable(
    {
      caption: t(bp.imports),
      captionVisible: true,
      columns: [
        { key: 'source', label: t(bp.source), primary: true },
        { key: 'from', label: t(bp.from), width: 'fit' },
        { key: 'units', label: t(bp.units), align: 'end' },
        { key: 'at', label: t(bp.importedAt), width: 'fit' },
      ],
      rows: rows.map((one) => ({
        cells: [one.source, formatDate(one.from), one.units, formatInstant(one.importedAt)],
      })),
      empty: html``,
    },
    t,
  );
}

async function form(context: RequestContext, rejected?: Rejected): Promise<Answer> {
  const { t } = context;
  const state = new FormState(t, { from: formatDate(context.today) }, rejected);
  const upload = html`${state.summary(context.lang)}<form method="post" action="/don-vi/ranh-gioi" enctype="multipart/form-data" class="form" novalidate>${csrfInput(context.csrf)}${fileField(
    {
      name: 'file',
      label: t(bp.file),
      hint: t(bp.fileHint),
      accept: '.geojson,.json',
      required: true,
      error: state.error('file'),
    },
    t,
  )}${dateField(
    {
      name: 'from',
      label: t(bp.from),
      required: true,
      value: state.text('from'),
      error: state.error('from'),
    },
    t,
  )}${field(
    {
      name: 'source',
      label: t(bp.source),
      hint: t(bp.sourceHint),
      required: true,
      value: state.text('source'),
      error: state.error('source'),
    },
    t,
  )}${buttonRow(button({ text: t(bp.preview), kind: 'primary' }))}</form>${details(
    t(bp.howTitle),
    html`<p>${t(bp.howText, { codes: CODE_KEYS.join(', '), names: NAME_KEYS.join(', ') })}</p>`,
  )}`;
  return answerPage(
    shell(context, {
      title: t(bp.title),
      active: 'units',
      lead: t(bp.lead),
      breadcrumb: [{ href: '/don-vi', text: t(pm.units) }, { text: t(bp.title) }],
      main: html`${card({ body: upload })}${await mapToday(context)}${await imports(context)}`,
      scripts: ['file-drop'],
    }),
  );
}

export const boundariesPage = get({
  path: '/don-vi/ranh-gioi',
  access: changersOnly,
  rate: 'page',
  handle: (context) => form(context),
});

const uploaded = z
  .unknown()
  .refine((value) => value instanceof File && value.size > 0, { params: { message: bp.fileMissing } })
  .transform((value) => value as File);

/** Keeps the file under its hash and shows what it holds; boundaries change only after confirmation. */
export const boundariesUpload = post({
  path: '/don-vi/ranh-gioi',
  access: changersOnly,
  rate: 'upload',
  upload: true,
  unaudited: 'keeps the file for its preview and changes no boundary; the confirmed import is recorded',
  body: boundariesInput.extend({ file: uploaded }),
  async handle(context, tx, { body }) {
    const bytes = new Uint8Array(await body.file.arrayBuffer());
    readBoundariesFile(body.file.name, bytes);
    const { mediaType } = sniffKind(bytes, body.file.name);
    const hash = await context.files.put(tx, bytes, mediaType, context.now);
    const query = new URLSearchParams({
      tep: hash,
      ten: body.file.name.slice(-200),
      tu: body.from,
      nguon: body.source,
    });
    return redirectTo(`/don-vi/ranh-gioi/xem-truoc?${query}`);
  },
  redisplay: (context, _params, rejected) => form(context, rejected),
});
