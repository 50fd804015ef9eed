import { z } from 'zod';
import type { ExportColumn } from '../../../kernel/documents/index.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { listFile } from '../../../kernel/http/list-file.ts';
import { type Answer, answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  emptyState,
  filterBar,
  linkButton,
  listDownloads,
  selectField,
  shell,
  stateWord,
} from '../../../ui/index.ts';
import { actButtons } from '../acts.ts';
import { assignmentLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { countedAssignments, type ListFilters, type ListSort, listAssignments } from '../queries/list.ts';
import { plansWithWork } from '../queries/plans.ts';
import { AGAINST, AGAINST_KEYS, againstNotice, readAgainst } from './against.ts';
import { asOfForm, asOfNotice, asOfSchema } from './as-of.ts';
import { filterFields, filtersOf, typedFilters, workFilterShape } from './list-filters.ts';
import { occurrenceName } from './occurrence.ts';
import { cursorSchema, listPager } from './paging.ts';
import { type Reading, readingOf } from './reading.ts';
import { workTable } from './work-table.ts';

const SORTS = { han: 'due', 'han-xa': 'due_desc', ma: 'code' } as const satisfies Record<string, ListSort>;

const listQuery = z.object({
  ...workFilterShape,
  'so-voi': z.enum(AGAINST_KEYS).optional().catch(undefined),
  xep: z.enum(['han', 'han-xa', 'ma']).catch('han').default('han'),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
  as_of: asOfSchema,
  sau: cursorSchema,
});

export const list = get({
  path: '/phan-viec',
  access: signedIn,
  rate: 'page',
  query: listQuery,
  async handle(context, { query }) {
    const { t, db, url } = context;
    const against = query['so-voi'] && AGAINST[query['so-voi']];
    const reading = readAgainst(await readingOf(context, query.as_of), against);
    const filters = { ...filtersOf(query, reading.units), against };
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
    const sorting = selectField(
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
    );
    const fields = filterFields(context, reading, plans, query, { more: sorting });
    const filtered = Object.values(filters).some((value) => value !== undefined && value !== '');
    const kept = html`${reading.day.asOf !== null && html`<input type="hidden" name="as_of" value="${reading.day.asOf}">`}${query['so-voi'] && html`<input type="hidden" name="so-voi" value="${query['so-voi']}">`}`;
    const main = html`${asOfNotice(context, reading)}${againstNotice(context, against)}${filterBar({ action: '/phan-viec', fields: html`${kept}${fields}`, reset: filtered ? '/phan-viec' : undefined, folds: true }, t)}${workTable(
      context,
      reading,
      { caption: t(m.list), rows: page.rows, empty: nothingHere(context, filtered) },
    )}${listPager(context, page, page.total)}${asOfForm(context, reading)}`;
    const acts = reading.day.asOf === null && actButtons(context, typedFilters(query));
    const actions = html`${acts}${listDownloads((format) => withQuery(url, { 'dinh-dang': format, sau: null }), t)}`;
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
