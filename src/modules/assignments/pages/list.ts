import { z } from 'zod';
import type { ExportColumn } from '../../../kernel/documents/index.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { listFile } from '../../../kernel/http/list-file.ts';
import { type Answer, answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  emptyState,
  field,
  filterBar,
  linkButton,
  selectField,
  shell,
  stateWord,
} from '../../../ui/index.ts';
import { CONTENTS } from '../../papi/index.ts';
import { STATES } from '../domain/state.ts';
import { assignmentLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { countedAssignments, type ListFilters, type ListSort, listAssignments } from '../queries/list.ts';
import { plansWithWork } from '../queries/plans.ts';
import { asOfForm, asOfNotice, asOfSchema } from './as-of.ts';
import { occurrenceName } from './occurrence.ts';
import { cursorSchema, listPager } from './paging.ts';
import { type Reading, readingOf, unitChoices } from './reading.ts';
import { workTable } from './work-table.ts';

const SORTS = { han: 'due', 'han-xa': 'due_desc', ma: 'code' } as const satisfies Record<string, ListSort>;

const listQuery = z.object({
  'ke-hoach': z.uuid().optional().catch(undefined),
  nam: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  'don-vi': z.uuid().optional().catch(undefined),
  'nhiem-vu': z.uuid().optional().catch(undefined),
  'noi-dung': z.coerce.number().int().min(0).max(8).optional().catch(undefined),
  'trang-thai': z.enum(STATES).optional().catch(undefined),
  q: z.string().trim().max(200).optional(),
  xep: z.enum(['han', 'han-xa', 'ma']).catch('han').default('han'),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
  as_of: asOfSchema,
  sau: cursorSchema,
});

function filtersOf(query: z.infer<typeof listQuery>): ListFilters {
  return {
    planId: query['ke-hoach'],
    year: query.nam,
    unitId: query['don-vi'],
    taskId: query['nhiem-vu'],
    dimension: query['noi-dung'],
    states: query['trang-thai'] ? [query['trang-thai']] : undefined,
    words: query.q,
  };
}

export const list = get({
  path: '/phan-viec',
  access: signedIn,
  rate: 'page',
  query: listQuery,
  async handle(context, { query }) {
    const { t, db, lang, url } = context;
    const reading = await readingOf(context, query.as_of);
    const filters = filtersOf(query);
    const sort = SORTS[query.xep];
    if (query['dinh-dang']) return exportAnswer(context, reading, filters, sort, query['dinh-dang']);
    const [page, plans] = await Promise.all([
      countedAssignments(db, filters, reading, {
        sort,
        after: query.sau ?? null,
        size: assignmentLimits.page_rows,
      }),
      plansWithWork(db),
    ]);
    const any = { value: '', text: t(m.any) };
    const years = [...new Set(plans.map((plan) => String(plan.year)))];
    const fields = html`${selectField(
      {
        label: t(m.col_year),
        name: 'nam',
        value: query.nam === undefined ? '' : String(query.nam),
        options: [any, ...years.map((year) => ({ value: year, text: year }))],
      },
      t,
    )}${selectField(
      {
        label: t(m.plan),
        name: 'ke-hoach',
        value: query['ke-hoach'],
        options: [any, ...plans.map((plan) => ({ value: plan.id, text: `${plan.year} · ${plan.title}` }))],
      },
      t,
    )}${selectField(
      {
        label: t(m.col_unit),
        name: 'don-vi',
        value: query['don-vi'],
        options: [any, ...unitChoices(reading)],
      },
      t,
    )}${selectField(
      {
        label: t(m.col_content),
        name: 'noi-dung',
        value: query['noi-dung'] === undefined ? '' : String(query['noi-dung']),
        options: [
          any,
          ...CONTENTS.map((content) => ({
            value: String(content.number),
            text: `${content.number}. ${content[lang]}`,
          })),
        ],
      },
      t,
    )}${selectField(
      {
        label: t(m.col_state),
        name: 'trang-thai',
        value: query['trang-thai'] ?? '',
        options: [any, ...STATES.map((state) => ({ value: state, text: stateWord(state, t) }))],
      },
      t,
    )}${selectField(
      {
        label: t(m.sort),
        name: 'xep',
        value: query.xep,
        options: [
          { value: 'han', text: t(m.sort_due) },
          { value: 'han-xa', text: t(m.sort_due_desc) },
          { value: 'ma', text: t(m.sort_code) },
        ],
      },
      t,
    )}${field({ label: t(m.search_words), name: 'q', type: 'search', value: query.q }, t)}`;
    const filtered = Object.values(filters).some((value) => value !== undefined && value !== '');
    const kept =
      reading.day.asOf === null ? '' : html`<input type="hidden" name="as_of" value="${reading.day.asOf}">`;
    const main = html`${asOfNotice(context, reading)}${filterBar({ action: '/phan-viec', fields: html`${kept}${fields}`, reset: filtered ? '/phan-viec' : undefined, folds: true }, t)}${workTable(
      context,
      reading,
      { caption: t(m.list), rows: page.rows, empty: nothingHere(context, filtered) },
    )}${listPager(context, page, page.total)}${asOfForm(context, reading)}`;
    const actions = html`${linkButton({ href: withQuery(url, { 'dinh-dang': 'xlsx', sau: null }), text: t(m.export_xlsx), download: true })}${linkButton({ href: withQuery(url, { 'dinh-dang': 'csv', sau: null }), text: t(m.export_csv), download: true })}`;
    return answerPage(
      shell(context, {
        title: t(m.list),
        active: 'board',
        main,
        actions,
        wide: true,
        scripts: ['filter-auto'],
      }),
    );
  },
});

/** What was filtered away can be had back; a list that is empty by itself fills when a plan is issued. */
function nothingHere({ t }: RequestContext, filtered: boolean): Html {
  return filtered
    ? emptyState({
        title: t(m.nothing_found),
        text: t(m.nothing_found_what),
        action: linkButton({ href: '/phan-viec', text: t(m.all_work) }),
      })
    : emptyState({
        title: t(m.nothing_yet),
        text: t(m.nothing_yet_what),
        action: linkButton({ href: '/ke-hoach', text: t(m.open_plans) }),
      });
}

async function exportAnswer(
  context: RequestContext,
  reading: Reading,
  filters: ListFilters,
  sort: ListSort,
  format: 'xlsx' | 'csv',
): Promise<Answer> {
  const { t, lang } = context;
  const { rows } = await listAssignments(context.db, filters, reading, {
    sort,
    after: null,
    size: assignmentLimits.export_rows,
  });
  const columns: ExportColumn[] = [
    { header: t(m.col_state), width: 16, kind: 'text' },
    { header: t(m.col_code), width: 8, kind: 'text' },
    { header: t(m.col_clause), width: 12, kind: 'text' },
    { header: t(m.col_content), width: 8, kind: 'number' },
    { header: t(m.col_work), width: 60, kind: 'text' },
    { header: t(m.col_unit), width: 30, kind: 'text' },
    { header: t(m.col_occurrence), width: 18, kind: 'text' },
    { header: t(m.col_due), width: 12, kind: 'date' },
    { header: t(m.due_words), width: 24, kind: 'text' },
    { header: t(m.col_lead), width: 30, kind: 'text' },
  ];
  const cells = rows.map((row) => [
    stateWord(row.state, t),
    row.code,
    row.clausePath,
    row.dimension,
    row.words,
    row.unitName,
    occurrenceName(row.occurrence, lang),
    row.dueOn,
    row.dueWords,
    row.leadName,
  ]);
  return listFile(format, `phan-viec-${reading.day.today}`, {
    name: t(m.list),
    title: t(m.export_title),
    columns,
    rows: cells,
  });
}
