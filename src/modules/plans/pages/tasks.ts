import { z } from 'zod';
import type { CalendarDate } from '../../../kernel/dates.ts';
import { html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { asOfDay, asOfSchema, onDay } from '../../../kernel/http/as-of.ts';
import {
  type Answer,
  answerPage,
  get,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import { compareVietnamese } from '../../../kernel/i18n.ts';
import {
  asOfForm,
  type Column,
  dataTable,
  emptyState,
  field,
  filterBar,
  linkButton,
  selectField,
  shell,
} from '../../../ui/index.ts';
import { CONTENTS } from '../../papi/index.ts';
import { visiblePlan } from '../access.ts';
import { productWords } from '../domain/products.ts';
import { planLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { type Plan, wasIssued } from '../plan.ts';
import { mayDraft } from '../policy.ts';
import { leadsOf, TASK_SORTS, type TaskFilters, type TaskSort, taskList } from '../queries/task-list.ts';
import { LACKS, lacksOf, type PlanTask } from '../task.ts';
import { tm } from '../task-messages.ts';
import {
  contentName,
  dueWords,
  exportAnswer,
  exportLinks,
  lackBadges,
  leadName,
  listPager,
  type Names,
  namesFor,
  planBreadcrumb,
  planHref,
  planKicker,
  planTabs,
  shortContentName,
  taskHref,
} from './parts.ts';

const tasksQuery = z.object({
  'noi-dung': z.coerce.number().int().min(0).max(8).optional().catch(undefined),
  'chu-tri': z.string().max(60).optional(),
  thieu: z
    .enum([...LACKS, 'any'])
    .optional()
    .catch(undefined),
  q: z.string().trim().max(200).optional(),
  xep: z.enum(TASK_SORTS).catch('code').default('code'),
  chieu: z.enum(['giam']).optional().catch(undefined),
  trang: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
  as_of: asOfSchema,
});
type TasksQuery = z.infer<typeof tasksQuery>;

export const taskTable = get({
  path: '/ke-hoach/:id{[0-9a-f-]{36}}/nhiem-vu',
  access: signedIn,
  rate: 'page',
  query: tasksQuery,
  async handle(context, { params, query }) {
    const { t, db, url, today } = context;
    const plan = await visiblePlan(context, db, params.id);
    const asOf = asOfDay(query.as_of, today);
    // The tasks of a day of the past stand in the plan as it was frozen, under its clauses.
    if (asOf !== null) return redirectTo(planOn(plan.id, asOf, query['noi-dung']));
    const names = await namesFor(context, plan);
    const filters: TaskFilters = {
      dimension: query['noi-dung'],
      lead: query['chu-tri'],
      lacking: query.thieu,
      words: query.q,
    };
    const order = { by: query.xep, descending: query.chieu === 'giam' };
    const format = query['dinh-dang'];
    if (format) {
      const { rows } = await taskList(db, plan.id, filters, order, { offset: 0, limit: planLimits.tasks });
      return exportTasks(context, plan, rows, names, format);
    }
    const size = planLimits.page_rows;
    const page = await taskList(db, plan.id, filters, order, {
      offset: (query.trang - 1) * size,
      limit: size,
    });
    const base = `${planHref(plan.id)}/nhiem-vu`;
    const filtered = [...url.searchParams.keys()].some((key) => !['xep', 'chieu', 'lang'].includes(key));
    const main = html`${planTabs(plan, 'tasks', context)}${filterBar(
      {
        action: base,
        fields: await filterFields(context, plan, names, query),
        reset: filtered ? base : undefined,
      },
      t,
    )}${dataTable(
      {
        caption: t(m.openTasks),
        columns: columns(context, query),
        rows: page.rows.map((task) => ({
          href: taskHref(plan, task.id, context),
          cells: cells(task, names, context),
        })),
        empty: emptyState({ title: t(filtered ? tm.noneFound : tm.none) }),
      },
      t,
    )}${listPager(context, query.trang, page.total)}${wasIssued(plan) && asOfForm({ asOf, url }, t)}`;
    const add =
      plan.state === 'draft' &&
      mayDraft(context.actor, plan) &&
      linkButton({ href: `${base}/moi`, text: t(tm.add), kind: 'primary' });
    return answerPage(
      shell(context, {
        title: plan.title,
        kicker: planKicker(plan, context),
        active: 'plans',
        breadcrumb: planBreadcrumb(plan, context, t(m.openTasks)),
        actions: html`${add}${page.total > 0 && exportLinks(context)}`,
        main,
        wide: true,
        scripts: ['filter-auto'],
      }),
    );
  },
});

function planOn(planId: string, asOf: CalendarDate, dimension: number | undefined): string {
  const href = planHref(planId);
  return onDay(asOf, dimension === undefined ? href : `${href}?noi-dung=${dimension}`);
}

async function filterFields(context: RequestContext, plan: Plan, names: Names, query: TasksQuery) {
  const { t, db, lang } = context;
  const any = { value: '', text: t(tm.any) };
  const leads = (await leadsOf(db, plan.id))
    .map((lead) => ({ value: lead, text: names.unit(lead) ?? names.group(lead) ?? lead }))
    .sort((a, b) => compareVietnamese(a.text, b.text));
  const lacks = [
    any,
    { value: 'any', text: t(tm.lacksAnything) },
    ...LACKS.map((lack) => ({ value: lack, text: t(tm[`lacks_${lack}`]) })),
  ];
  const contents = CONTENTS.map((content) => ({
    value: String(content.number),
    text: content.number === 0 ? content[lang] : `${content.number}. ${content[lang]}`,
  }));
  const keep = html`${query.xep !== 'code' && html`<input type="hidden" name="xep" value="${query.xep}">`}${query.chieu && html`<input type="hidden" name="chieu" value="${query.chieu}">`}`;
  return html`${keep}${selectField({ label: t(tm.content), name: 'noi-dung', value: query['noi-dung'] === undefined ? '' : String(query['noi-dung']), options: [any, ...contents] }, t)}${selectField({ label: t(tm.lead), name: 'chu-tri', value: query['chu-tri'] ?? '', options: [any, ...leads] }, t)}${plan.state === 'draft' && selectField({ label: t(m.lacking), name: 'thieu', value: query.thieu ?? '', options: lacks }, t)}${field({ label: t(tm.searchWords), name: 'q', type: 'search', value: query.q }, t)}`;
}

function columns(context: RequestContext, query: TasksQuery): Column[] {
  const { t, url } = context;
  const sortable = (by: TaskSort): Pick<Column, 'sortHref' | 'sorted'> => {
    const isSorted = query.xep === by;
    const down = isSorted && query.chieu === undefined;
    return {
      sortHref: withQuery(url, { xep: by === 'code' ? null : by, chieu: down ? 'giam' : null, trang: null }),
      sorted: isSorted ? (query.chieu === 'giam' ? 'desc' : 'asc') : undefined,
    };
  };
  return [
    { key: 'code', label: t(tm.code), width: 'fit', phone: 'bare', ...sortable('code') },
    { key: 'words', label: t(m.taskWords), primary: true },
    { key: 'content', label: t(tm.content), width: 'fit', ...sortable('dimension') },
    { key: 'lead', label: t(tm.lead), ...sortable('lead') },
    { key: 'products', label: t(tm.products) },
    { key: 'due', label: t(tm.due), ...sortable('due') },
  ];
}

function cells(task: PlanTask, names: Names, context: RequestContext) {
  const lacks = lacksOf(task);
  const lead = leadName(task, names);
  const coordinators = task.coordinators.length;
  return [
    task.code,
    html`${task.words}${lacks.length > 0 && html`<span class="line-sub">${lackBadges(lacks, context)}</span>`}`,
    shortContentName(task.dimension, context),
    html`${lead}${coordinators > 0 && html`<span class="line-sub">${context.t(tm.withOthers, { n: coordinators })}</span>`}`,
    task.products.map((product) => product.text).join('; '),
    html`${dueWords(task, context)}`,
  ];
}

function exportTasks(
  context: RequestContext,
  plan: Plan,
  tasks: readonly PlanTask[],
  names: Names,
  format: 'xlsx' | 'csv',
): Answer {
  const { t } = context;
  const named = (unitId: string | null, group: string | null, words: string) =>
    leadName({ leadUnitId: unitId, leadGroup: group, leadWords: words }, names);
  return exportAnswer(context, format, {
    fileName: `nhiem-vu-${plan.year}`,
    title: t(m.tasks),
    columns: [
      { header: t(tm.code), width: 10, kind: 'text' },
      { header: t(tm.clause), width: 12, kind: 'text' },
      { header: t(tm.content), width: 30, kind: 'text' },
      { header: t(tm.subDimension), width: 12, kind: 'text' },
      { header: t(m.taskWords), width: 70, kind: 'text' },
      { header: t(tm.products), width: 50, kind: 'text' },
      { header: t(tm.lead), width: 30, kind: 'text' },
      { header: t(tm.coordinators), width: 40, kind: 'text' },
      { header: t(tm.dueWords), width: 24, kind: 'text' },
      { header: t(tm.dueUnderstood), width: 30, kind: 'text' },
      { header: t(tm.tags), width: 20, kind: 'text' },
      { header: t(tm.note), width: 30, kind: 'text' },
    ],
    rows: tasks.map((task) => [
      task.code,
      task.clausePath,
      contentName(task.dimension, context),
      task.subDimension,
      task.words,
      task.products.map((product) => `${product.text} (${t(productWords[product.type])})`).join('; '),
      leadName(task, names),
      task.coordinators.map((one) => named(one.unitId, one.groupCode, one.words)).join('; '),
      task.dueWords,
      task.due === null ? '' : dueWords(task, context),
      task.tags.join('; '),
      task.note,
    ]),
  });
}
