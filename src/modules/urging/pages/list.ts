import { z } from 'zod';
import { formatDate, formatInstant } from '../../../kernel/dates.ts';
import type { ExportColumn } from '../../../kernel/documents/index.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { listFile } from '../../../kernel/http/list-file.ts';
import { type Answer, answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  dataTable,
  emptyState,
  linkButton,
  listDownloads,
  pager,
  shell,
  tabs,
  titleLines,
} from '../../../ui/index.ts';
import {
  asOfForm,
  asOfNotice,
  asOfSchema,
  onSameDay,
  type Reading,
  readingOf,
} from '../../assignments/index.ts';
import { movedOf } from '../domain/followed.ts';
import { urgingLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { mayUrgeSomething, ownPlaces } from '../policy.ts';
import { listRounds, type RoundPage, type RoundRow } from '../queries/rounds.ts';
import { seenBy } from '../queries/seen.ts';
import { roundCursorSchema, typedCursor } from './cursor.ts';
import { answerByCell, subjectOf } from './parts.ts';

const VIEWS = { 'tat-ca': m.view_all, gui: m.view_sent, nhan: m.view_received } as const;
type View = keyof typeof VIEWS;

const ofView = (view: View, own: readonly string[]) => ({
  ...(view === 'gui' ? { sentBy: own } : {}),
  ...(view === 'nhan' ? { receivedBy: own } : {}),
});

export const list = get({
  path: '/don-doc',
  access: signedIn,
  rate: 'page',
  query: z.object({
    xem: z.enum(['tat-ca', 'gui', 'nhan']).catch('tat-ca').default('tat-ca'),
    'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
    as_of: asOfSchema,
    sau: roundCursorSchema,
  }),
  async handle(context, { query }) {
    const { t, db, actor, url } = context;
    const reading = await readingOf(context, query.as_of);
    const seen = seenBy(actor, reading.units, reading.day.asOf);
    const format = query['dinh-dang'];
    const page = await listRounds(
      db,
      seen,
      {
        ...ofView(query.xem, ownPlaces(actor)),
        after: format ? null : (query.sau ?? null),
        size: format ? urgingLimits.export_rounds : urgingLimits.page_rows,
      },
      reading.day,
    );
    if (format) return exportAnswer(context, reading, page, format);
    const may = mayUrgeSomething(actor, null);
    const views = (Object.keys(VIEWS) as View[]).filter((view) => view !== 'gui' || may);
    const main = html`${asOfNotice(context, reading)}${tabs(
      {
        label: t(m.views),
        items: views.map((view) => ({
          href: onSameDay(reading, `/don-doc?xem=${view}`),
          text: t(VIEWS[view]),
          current: view === query.xem,
        })),
      },
      t,
    )}${table(context, reading, page.rows, may)}${page.rows.length > 0 && pages(context, page)}${asOfForm(context, reading)}`;
    const actions = html`${may && linkButton({ href: '/don-doc/tao', text: t(m.compose), kind: 'primary' })}${listDownloads((format) => withQuery(url, { 'dinh-dang': format, sau: null }), t)}`;
    return answerPage(
      shell(context, { title: t(m.title), active: 'urging', lead: t(m.lead), wide: true, actions, main }),
    );
  },
});

function pages({ t, url }: RequestContext, page: RoundPage): Html {
  return pager(
    {
      summary: t(m.count_rounds, { n: page.rows.length }),
      prevHref: url.searchParams.has('sau') ? withQuery(url, { sau: null }) : undefined,
      nextHref: page.next ? withQuery(url, { sau: typedCursor(page.next) }) : undefined,
    },
    t,
  );
}

function table(context: RequestContext, reading: Reading, rows: readonly RoundRow[], mayUrge: boolean): Html {
  const { t } = context;
  const share = (n: number, total: number): string => t(m.of, { n, total });
  return dataTable(
    {
      caption: t(m.title),
      columns: [
        { key: 'round', label: t(m.col_round), primary: true },
        { key: 'units', label: t(m.col_units), align: 'end', width: 'fit' },
        { key: 'items', label: t(m.col_items), align: 'end', width: 'fit' },
        { key: 'read', label: t(m.col_read), align: 'end', width: 'fit' },
        { key: 'moved', label: t(m.col_moved), align: 'end', width: 'fit' },
        { key: 'answers', label: t(m.col_answers), align: 'end', width: 'fit' },
        { key: 'answer_by', label: t(m.col_answer_by), width: 'fit' },
      ],
      rows: rows.map((row) => ({
        href: onSameDay(reading, `/don-doc/${row.id}`),
        cells: [
          titleLines(
            subjectOf(context, row),
            [reading.units.names.get(row.fromUnitId), row.personName, formatInstant(row.madeAt)]
              .filter(Boolean)
              .join(' · '),
          ),
          t(m.number, { n: row.units }),
          t(m.number, { n: row.items }),
          share(row.readUnits, row.units),
          share(movedOf(row.outcomes), row.items),
          share(row.answeredUnits, row.units),
          answerByCell(context, reading, row.answerBy, row.isRequest || row.answeredUnits === row.units),
        ],
      })),
      empty: emptyState({
        title: t(m.none),
        text: t(mayUrge ? m.none_may : m.none_received),
        action: mayUrge && linkButton({ href: '/don-doc/tao', text: t(m.compose), kind: 'primary' }),
      }),
    },
    t,
  );
}

function exportAnswer(
  context: RequestContext,
  reading: Reading,
  { rows }: RoundPage,
  format: 'xlsx' | 'csv',
): Answer {
  const { t } = context;
  const columns: ExportColumn[] = [
    { header: t(m.col_sent), width: 18, kind: 'text' },
    { header: t(m.col_from), width: 30, kind: 'text' },
    { header: t(m.sent_by), width: 24, kind: 'text' },
    { header: t(m.col_round), width: 60, kind: 'text' },
    { header: t(m.col_units), width: 10, kind: 'number' },
    { header: t(m.col_items), width: 10, kind: 'number' },
    { header: t(m.col_read), width: 10, kind: 'number' },
    { header: t(m.col_moved), width: 14, kind: 'number' },
    { header: t(m.col_answers), width: 12, kind: 'number' },
    { header: t(m.col_answer_by), width: 14, kind: 'date' },
  ];
  const cells = rows.map((row) => [
    formatInstant(row.madeAt),
    reading.units.names.get(row.fromUnitId) ?? '',
    row.personName,
    subjectOf(context, row),
    row.units,
    row.items,
    row.readUnits,
    movedOf(row.outcomes),
    row.answeredUnits,
    row.answerBy,
  ]);
  return listFile(format, `don-doc-${reading.day.today}`, {
    name: t(m.title),
    title: t(m.export_list_title),
    columns,
    rows: cells,
    notes: [t(m.as_it_stood, { date: formatDate(reading.day.today) })],
  });
}
