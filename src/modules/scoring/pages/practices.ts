import { z } from 'zod';
import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { ExportColumn } from '../../../kernel/documents/index.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { listFile } from '../../../kernel/http/list-file.ts';
import { type Answer, answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  checkboxField,
  dataTable,
  emptyState,
  field,
  filterBar,
  helpLine,
  linkButton,
  listDownloads,
  pager,
  selectField,
  shell,
  tag,
  titleLines,
} from '../../../ui/index.ts';
import type { Practice } from '../domain/practice.ts';
import { scoringLimits } from '../limits.ts';
import { p } from '../messages-practices.ts';
import { mayRecordPractice } from '../policy.ts';
import { type PracticePage, practicesOf } from '../queries/practices.ts';
import { partName, partOptions } from './words.ts';

const listQuery = z.object({
  phan: z
    .string()
    .regex(/^[1-8]\.[1-9]$/)
    .optional()
    .catch(undefined),
  tim: z.string().max(200).optional(),
  soan: z.literal('1').optional().catch(undefined),
  trang: z.coerce.number().int().min(1).max(9999).catch(1).default(1),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
});

export const practiceHref = (id: string): string => `/mo-hinh-hay/${id}`;

export const list = get({
  path: '/mo-hinh-hay',
  access: signedIn,
  rate: 'page',
  query: listQuery,
  async handle(context, { query }) {
    const { t, db, url, actor } = context;
    const format = query['dinh-dang'];
    const size = format ? scoringLimits.practices_export : scoringLimits.practices_page;
    const offset = format ? 0 : (query.trang - 1) * size;
    const found = await practicesOf(db, {
      part: query.phan,
      words: query.tim,
      withTask: query.soan === '1',
      asOf: null,
      offset,
      limit: size,
    });
    if (format) return fileOf(context, found, format);
    const may = mayRecordPractice(actor, null);
    const isFiltered = query.phan !== undefined || query.tim !== undefined || query.soan !== undefined;
    const add = may && linkButton({ href: '/mo-hinh-hay/them', text: t(p.add), kind: 'primary' });
    const file = (kind: string) => withQuery(url, { 'dinh-dang': kind, trang: null });
    return answerPage(
      shell(context, {
        title: t(p.title),
        active: 'practices',
        lead: t(p.lead),
        wide: true,
        actions: html`${add}${listDownloads(file, t)}`,
        main: html`${helpLine({ code: 'III.3.d', text: t(p.help) }, t)}${filters(context, query, isFiltered)}${table(context, found.rows, isFiltered, add)}${pages(context, found, offset, size)}`,
      }),
    );
  },
});

function filters(context: RequestContext, query: z.output<typeof listQuery>, isFiltered: boolean): Html {
  const { t } = context;
  return filterBar(
    {
      action: '/mo-hinh-hay',
      fields: html`${field({ label: t(p.filter_words), name: 'tim', type: 'search', value: query.tim }, t)}${selectField(
        {
          label: t(p.filter_part),
          name: 'phan',
          value: query.phan ?? '',
          options: [{ value: '', text: t(p.filter_any) }, ...partOptions(context)],
        },
        t,
      )}${checkboxField({ label: t(p.filter_task), name: 'soan', checked: query.soan === '1' }, t)}`,
      reset: isFiltered ? '/mo-hinh-hay' : undefined,
    },
    t,
  );
}

function table(
  context: RequestContext,
  rows: PracticePage['rows'],
  isFiltered: boolean,
  add: Html | false,
): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(p.title),
      columns: [
        { key: 'title', label: t(p.col_title), primary: true },
        { key: 'parts', label: t(p.col_parts) },
        { key: 'task', label: t(p.col_task), width: 'fit' },
        { key: 'adopters', label: t(p.col_adopters), align: 'end', width: 'fit' },
      ],
      rows: rows.map((practice) => ({
        href: practiceHref(practice.id),
        cells: [
          titleLines(practice.title, placeLine(context, practice)),
          html`${practice.parts.map((code) => html`<div>${partName(code, context)}</div>`)}`,
          t(practice.task ? p.yes : p.no),
          t(p.number, { n: practice.adopters }),
        ],
      })),
      empty: isFiltered
        ? emptyState({ title: t(p.none_filtered) })
        : emptyState({ title: t(p.none), text: t(p.none_text), action: add }),
    },
    t,
  );
}

/** The place, with the mark of what is not real. */
export function placeLine({ t }: RequestContext, { place, isIllustration }: Practice): Html {
  return html`${place}${isIllustration && html` ${tag(t(p.illustration))}`}`;
}

function pages({ t, url }: RequestContext, found: PracticePage, offset: number, size: number): Html {
  if (found.rows.length === 0) return html``;
  const page = offset / size + 1;
  const to = offset + found.rows.length;
  return pager(
    {
      summary: t(p.summary, { from: offset + 1, to, total: found.total }),
      prevHref: page > 1 ? withQuery(url, { trang: page === 2 ? null : String(page - 1) }) : undefined,
      nextHref: to < found.total ? withQuery(url, { trang: String(page + 1) }) : undefined,
    },
    t,
  );
}

function fileOf(context: RequestContext, found: PracticePage, format: 'xlsx' | 'csv'): Answer {
  const { t } = context;
  const columns: ExportColumn[] = [
    { header: t(p.col_title), width: 50, kind: 'text' },
    { header: t(p.col_kind), width: 20, kind: 'text' },
    { header: t(p.col_place), width: 30, kind: 'text' },
    { header: t(p.col_parts), width: 16, kind: 'text' },
    { header: t(p.col_what), width: 60, kind: 'text' },
    { header: t(p.col_how), width: 60, kind: 'text' },
    { header: t(p.col_source), width: 40, kind: 'text' },
    { header: t(p.col_task), width: 60, kind: 'text' },
    { header: t(p.col_adopters), width: 10, kind: 'number' },
    { header: t(p.col_recorded), width: 12, kind: 'date' },
  ];
  const rows = found.rows.map((one) => [
    one.title,
    t(one.isIllustration ? p.illustration : p.kind_real),
    one.place,
    one.parts.join(', '),
    one.what,
    one.how,
    [one.source, one.sourceUrl].filter(Boolean).join(' '),
    one.task?.words ?? '',
    one.adopters,
    vietnamDate(one.recordedAt),
  ]);
  return listFile(format, `mo-hinh-hay-${context.today}`, {
    name: t(p.title),
    title: t(p.title),
    columns,
    rows,
    notes: [formatDate(context.today)],
  });
}
