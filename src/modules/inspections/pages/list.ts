import { z } from 'zod';
import { formatDate, yearOf } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { asOfSchema } from '../../../kernel/http/as-of.ts';
import { listFile } from '../../../kernel/http/list-file.ts';
import { type Answer, answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  asOfForm,
  asOfNotice,
  dataTable,
  emptyState,
  filterBar,
  helpLine,
  linkButton,
  listDownloads,
  type Option,
  selectField,
  shell,
  titleLines,
} from '../../../ui/index.ts';
import { INSPECTION_STATES } from '../domain/inspection.ts';
import { FIELDS, FORMS, KINDS } from '../domain/kinds.ts';
import { inspectionLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { fieldNames, formNames, inspectionStates, kindNames } from '../messages-words.ts';
import { type Inspection, inspectionsOf } from '../queries/inspections.ts';
import { namesToMakeFor } from './make-units.ts';
import { inspectionBadge, kindTags, pagesOf, placeWords, views } from './parts.ts';
import { inspectionHref, type Reading, readingOf, sameDay } from './reading.ts';

const listQuery = z.object({
  nam: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  loai: z.enum(KINDS).optional().catch(undefined),
  'hinh-thuc': z.enum(FORMS).optional().catch(undefined),
  'linh-vuc': z.enum(FIELDS).optional().catch(undefined),
  'trang-thai': z.enum(INSPECTION_STATES).optional().catch(undefined),
  'don-vi': z.uuid().optional().catch(undefined),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
  tu: z.coerce.number().int().min(0).max(100_000).default(0).catch(0),
  as_of: asOfSchema,
});
type ListQuery = z.output<typeof listQuery>;

/** Units to choose from: those whose inspections the person may see, communes and offices before villages. */
export function unitOptions({ units, scope }: Reading): Option[] {
  return units.tree
    .filter(
      ({ kind, lineage }) =>
        kind !== 'thon' && (scope.everything || lineage.some((id) => scope.under.includes(id))),
    )
    .map(({ id, name }) => ({ value: id, text: name }));
}

function filters(context: RequestContext, reading: Reading, query: ListQuery): Html {
  const { t, today } = context;
  const any = { value: '', text: t(m.any) };
  const choose = (label: string, name: string, value: string | undefined, options: readonly Option[]) =>
    selectField({ label, name, value: value ?? '', options: [any, ...options] }, t);
  const years = Array.from({ length: 4 }, (_, at) => `${yearOf(today) + 1 - at}`);
  const units = unitOptions(reading);
  const isFiltered = ['nam', 'loai', 'hinh-thuc', 'linh-vuc', 'trang-thai', 'don-vi'].some(
    (name) => query[name as keyof ListQuery] !== undefined,
  );
  const kept = query.as_of && html`<input type="hidden" name="as_of" value="${query.as_of}">`;
  return filterBar(
    {
      action: '/kiem-tra',
      fields: html`${kept}${choose(
        t(m.year),
        'nam',
        query.nam?.toString(),
        years.map((value) => ({ value, text: value })),
      )}${choose(
        t(m.kind),
        'loai',
        query.loai,
        KINDS.map((value) => ({ value, text: t(kindNames[value]) })),
      )}${choose(
        t(m.form),
        'hinh-thuc',
        query['hinh-thuc'],
        FORMS.map((value) => ({ value, text: t(formNames[value]) })),
      )}${choose(
        t(m.field),
        'linh-vuc',
        query['linh-vuc'],
        FIELDS.map((value) => ({ value, text: t(fieldNames[value]) })),
      )}${choose(
        t(m.state),
        'trang-thai',
        query['trang-thai'],
        INSPECTION_STATES.map((value) => ({ value, text: t(inspectionStates[value]) })),
      )}${units.length > 1 && choose(t(m.unit), 'don-vi', query['don-vi'], units)}`,
      reset: isFiltered ? sameDay(reading, '/kiem-tra') : undefined,
      folds: true,
    },
    t,
  );
}

function table(context: RequestContext, reading: Reading, rows: readonly Inspection[], empty: Html): Html {
  const { t, lang } = context;
  return dataTable(
    {
      caption: t(m.title),
      columns: [
        { key: 'inspection', label: t(m.col_inspection), primary: true },
        { key: 'state', label: t(m.state), phone: 'bare' },
        { key: 'day', label: t(m.col_day), width: 'fit' },
        { key: 'of', label: t(m.col_of) },
        { key: 'by', label: t(m.col_by) },
        { key: 'findings', label: t(m.col_findings), align: 'end', width: 'fit' },
      ],
      rows: rows.map((row) => ({
        href: sameDay(reading, inspectionHref(row.id)),
        cells: [
          titleLines(row.title, `${t(fieldNames[row.field])} · ${placeWords(row, lang)}`),
          html`${inspectionBadge(row.state, t)}${kindTags(row, t)}`,
          formatDate(row.heldOn),
          row.ofName,
          [row.byName, ...row.partnerNames].join(', '),
          row.findings === 0 ? '–' : t(m.open_of, { open: row.openFindings, all: row.findings }),
        ],
      })),
      empty,
    },
    t,
  );
}

function file(
  context: RequestContext,
  reading: Reading,
  rows: readonly Inspection[],
  format: 'xlsx' | 'csv',
): Answer {
  const { t, lang } = context;
  const { day } = reading.moment;
  return listFile(format, `kiem-tra-${day}`, {
    name: t(m.title),
    title: t(m.title),
    columns: [
      { header: t(m.col_day), width: 12, kind: 'date' },
      { header: t(m.col_inspection), width: 50, kind: 'text' },
      { header: t(m.kind), width: 16, kind: 'text' },
      { header: t(m.form), width: 22, kind: 'text' },
      { header: t(m.field), width: 30, kind: 'text' },
      { header: t(m.content), width: 40, kind: 'text' },
      { header: t(m.col_of), width: 30, kind: 'text' },
      { header: t(m.col_by), width: 30, kind: 'text' },
      { header: t(m.state), width: 18, kind: 'text' },
      { header: t(m.col_all_findings), width: 12, kind: 'number' },
      { header: t(m.col_findings), width: 12, kind: 'number' },
      { header: t(m.col_end), width: 60, kind: 'text' },
    ],
    rows: rows.map((row) => [
      row.heldOn,
      row.title,
      t(kindNames[row.kind]),
      t(formNames[row.form]),
      t(fieldNames[row.field]),
      placeWords(row, lang),
      row.ofName,
      [row.byName, ...row.partnerNames].join(', '),
      t(inspectionStates[row.state]),
      row.findings,
      row.openFindings,
      row.end?.words ?? '',
    ]),
    notes: [t(m.as_it_stood, { date: formatDate(day) })],
  });
}

export const list = get({
  path: '/kiem-tra',
  access: signedIn,
  rate: 'page',
  query: listQuery,
  async handle(context, { query }) {
    const { t, db, url } = context;
    const reading = await readingOf(context, query.as_of);
    const format = query['dinh-dang'];
    const size = format ? inspectionLimits.export_rows : inspectionLimits.page_rows;
    const offset = format ? 0 : query.tu;
    const found = await inspectionsOf(
      db,
      reading.scope,
      {
        year: query.nam,
        kind: query.loai,
        form: query['hinh-thuc'],
        field: query['linh-vuc'],
        state: query['trang-thai'],
        unitId: query['don-vi'],
      },
      reading.moment,
      { limit: size + 1, offset },
    );
    const rows = found.slice(0, size);
    if (format) return file(context, reading, rows, format);
    const may = reading.asOf === null && namesToMakeFor(context, reading).length > 0;
    const make = may && linkButton({ href: '/kiem-tra/moi', text: t(m.make), kind: 'primary' });
    const isFirst = url.searchParams.size === 0;
    const empty = isFirst
      ? emptyState({ title: t(m.none), text: t(m.none_what), action: make })
      : emptyState({ title: t(m.none_fit), text: t(m.none_fit_what) });
    const pages = pagesOf(context, found.length, offset);
    const past = { asOf: reading.asOf, url };
    return answerPage(
      shell(context, {
        title: t(m.title),
        active: 'inspections',
        lead: t(m.lead),
        wide: true,
        actions: html`${make}${listDownloads((format) => withQuery(url, { 'dinh-dang': format, tu: null }), t)}`,
        main: html`${asOfNotice(past, t)}${views(context, reading, '/kiem-tra')}${filters(context, reading, query)}${table(context, reading, rows, empty)}${pages}${helpLine({ code: 'II.4.a', text: t(m.help) }, t)}${asOfForm(past, t)}`,
        scripts: ['filter-auto'],
      }),
    );
  },
});
