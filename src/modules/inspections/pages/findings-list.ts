import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { asOfSchema } from '../../../kernel/http/as-of.ts';
import { listFile } from '../../../kernel/http/list-file.ts';
import { type Answer, answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  asOfForm,
  asOfNotice,
  emptyState,
  filterBar,
  listDownloads,
  selectField,
  shell,
} from '../../../ui/index.ts';
import { subDimension } from '../../papi/index.ts';
import { FINDING_STATES } from '../domain/finding.ts';
import { inspectionLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { findingStates } from '../messages-words.ts';
import { type Finding, findingsOf } from '../queries/findings.ts';
import { findingsTable } from './findings-table.ts';
import { unitOptions } from './list.ts';
import { pagesOf, placeOptions, placeTyped, placeWords, views } from './parts.ts';
import { type Reading, readingOf, sameDay } from './reading.ts';

const PATH = '/kiem-tra/ton-tai';

const listQuery = z.object({
  'trang-thai': z
    .enum([...FINDING_STATES, 'chua-xong'])
    .optional()
    .catch(undefined),
  'don-vi': z.uuid().optional().catch(undefined),
  'noi-dung': z
    .string()
    .refine((text) => /^[0-8]$/.test(text) || subDimension(text) !== undefined)
    .optional()
    .catch(undefined),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
  tu: z.coerce.number().int().min(0).max(100_000).default(0).catch(0),
  as_of: asOfSchema,
});
type ListQuery = z.output<typeof listQuery>;

function filters(context: RequestContext, reading: Reading, query: ListQuery): Html {
  const { t } = context;
  const any = { value: '', text: t(m.any) };
  const units = unitOptions(reading);
  const states = [
    { value: 'chua-xong', text: t(m.unclosed) },
    ...FINDING_STATES.map((value) => ({ value, text: t(findingStates[value]) })),
  ];
  const isFiltered = Boolean(query['trang-thai'] ?? query['don-vi'] ?? query['noi-dung']);
  const kept = query.as_of && html`<input type="hidden" name="as_of" value="${query.as_of}">`;
  return filterBar(
    {
      action: PATH,
      fields: html`${kept}${selectField({ label: t(m.state), name: 'trang-thai', value: query['trang-thai'] ?? '', options: [any, ...states] }, t)}${selectField({ label: t(m.content), name: 'noi-dung', value: query['noi-dung'] ?? '', options: [any, ...placeOptions(context)] }, t)}${units.length > 1 && selectField({ label: t(m.col_owner), name: 'don-vi', value: query['don-vi'] ?? '', options: [any, ...units] }, t)}`,
      reset: isFiltered ? sameDay(reading, PATH) : undefined,
    },
    t,
  );
}

function file(
  context: RequestContext,
  reading: Reading,
  rows: readonly Finding[],
  format: 'xlsx' | 'csv',
): Answer {
  const { t, lang } = context;
  const { day } = reading.moment;
  return listFile(format, `ton-tai-${day}`, {
    name: t(m.view_findings),
    title: t(m.view_findings),
    columns: [
      { header: t(m.state), width: 20, kind: 'text' },
      { header: t(m.col_finding), width: 60, kind: 'text' },
      { header: t(m.col_remedy), width: 60, kind: 'text' },
      { header: t(m.col_owner), width: 30, kind: 'text' },
      { header: t(m.col_due), width: 12, kind: 'date' },
      { header: t(m.col_found), width: 12, kind: 'date' },
      { header: t(m.col_part), width: 12, kind: 'text' },
      { header: t(m.content), width: 40, kind: 'text' },
      { header: t(m.col_inspection), width: 50, kind: 'text' },
      { header: t(m.col_by), width: 30, kind: 'text' },
    ],
    rows: rows.map((row) => [
      t(findingStates[row.state]),
      row.words,
      row.remedy,
      row.ownerName,
      row.dueOn,
      row.foundOn,
      row.subDimension ?? `${row.dimension}`,
      placeWords(row, lang),
      row.inspectionTitle,
      row.byName,
    ]),
    notes: [t(m.as_it_stood, { date: formatDate(day) })],
  });
}

export const findingsList = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  query: listQuery,
  async handle(context, { query }) {
    const { t, db, url } = context;
    const reading = await readingOf(context, query.as_of);
    const { 'dinh-dang': format, 'trang-thai': state, 'noi-dung': place, 'don-vi': unitId } = query;
    const { dimension, subDimension: part } = placeTyped(place ?? '');
    const size = format ? inspectionLimits.export_rows : inspectionLimits.page_rows;
    const offset = format ? 0 : query.tu;
    const found = await findingsOf(
      db,
      reading.scope,
      {
        state: state === 'chua-xong' ? 'unclosed' : state,
        unitId,
        ...(place === undefined ? {} : part === null ? { dimension } : { subDimension: part }),
      },
      reading.moment,
      { limit: size + 1, offset },
    );
    const rows = found.slice(0, size);
    if (format) return file(context, reading, rows, format);
    const empty =
      state === undefined && unitId === undefined && place === undefined
        ? emptyState({ title: t(m.no_findings), text: t(m.no_findings_what) })
        : emptyState({ title: t(m.none_fit), text: t(m.none_fit_what) });
    const pages = pagesOf(context, found.length, offset);
    const past = { asOf: reading.asOf, url };
    return answerPage(
      shell(context, {
        title: t(m.view_findings),
        active: 'inspections',
        lead: t(m.lead),
        wide: true,
        breadcrumb: [{ href: sameDay(reading, '/kiem-tra'), text: t(m.title) }, { text: t(m.view_findings) }],
        actions: html`${listDownloads((format) => withQuery(url, { 'dinh-dang': format, tu: null }), t)}`,
        main: html`${asOfNotice(past, t)}${views(context, reading, PATH)}${filters(context, reading, query)}${findingsTable(context, reading, { caption: t(m.view_findings), rows, empty })}${pages}${asOfForm(past, t)}`,
        scripts: ['filter-auto'],
      }),
    );
  },
});
