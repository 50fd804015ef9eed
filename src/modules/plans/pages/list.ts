import { z } from 'zod';
import { type CalendarDate, formatDate } from '../../../kernel/dates.ts';
import { html } from '../../../kernel/html.ts';
import { asOfDay, asOfSchema, onDay } from '../../../kernel/http/as-of.ts';
import { type Answer, answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  asOfForm,
  asOfNotice,
  dataTable,
  emptyState,
  field,
  filterBar,
  linkButton,
  selectField,
  shell,
  titleLines,
} from '../../../ui/index.ts';
import { planLimits } from '../limits.ts';
import { m, stateWords } from '../messages.ts';
import { PLAN_STATES } from '../plan.ts';
import { mayDraftSomething } from '../policy.ts';
import { type ListedPlan, type PlanFilters, planList, planYears } from '../queries/plan-list.ts';
import { exportAnswer, exportLinks, listPager, planHref } from './parts.ts';

const listQuery = z.object({
  nam: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  'trang-thai': z.enum(PLAN_STATES).optional().catch(undefined),
  'don-vi': z.uuid().optional().catch(undefined),
  q: z.string().trim().max(200).optional(),
  trang: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
  as_of: asOfSchema,
});

export const list = get({
  path: '/ke-hoach',
  access: signedIn,
  rate: 'page',
  query: listQuery,
  async handle(context, { query }) {
    const { t, db, actor, today, url } = context;
    const asOf = asOfDay(query.as_of, today);
    const filters: PlanFilters = {
      asOf,
      year: query.nam,
      state: query['trang-thai'],
      unitId: query['don-vi'],
      words: query.q,
    };
    if (query['dinh-dang']) return exportPlans(context, filters, query['dinh-dang']);
    const size = planLimits.page_rows;
    const page = await planList(db, actor, today, filters, { offset: (query.trang - 1) * size, limit: size });
    const years = await planYears(db, actor, today, asOf);
    const kept = asOf !== null && html`<input type="hidden" name="as_of" value="${asOf}">`;
    const fields = html`${kept}${selectField({ label: t(m.year), name: 'nam', value: query.nam === undefined ? '' : String(query.nam), options: [{ value: '', text: t(m.allYears) }, ...years.map((year) => ({ value: String(year), text: String(year) }))] }, t)}${selectField({ label: t(m.state), name: 'trang-thai', value: query['trang-thai'] ?? '', options: [{ value: '', text: t(m.allStates) }, ...PLAN_STATES.map((state) => ({ value: state, text: t(stateWords[state]) }))] }, t)}${field({ label: t(m.searchPlans), name: 'q', type: 'search', value: query.q }, t)}`;
    const filtered = [...url.searchParams.keys()].some((key) => !['as_of', 'lang'].includes(key));
    const here = onDay(asOf, '/ke-hoach');
    const newPlan =
      asOf === null &&
      mayDraftSomething(actor, null) &&
      linkButton({ href: '/ke-hoach/moi', text: t(m.newPlan), kind: 'primary' });
    const past = asOf === null ? undefined : t(m.plansAsOf, { date: formatDate(asOf) });
    const main = html`${asOfNotice({ asOf, url, text: past }, t)}${filterBar({ action: '/ke-hoach', fields, reset: filtered ? here : undefined }, t)}${dataTable(
      {
        caption: t(m.plans),
        columns: [
          { key: 'title', label: t(m.title), primary: true },
          { key: 'number', label: t(m.number), width: 'fit' },
          { key: 'year', label: t(m.year), align: 'end', width: 'fit' },
          { key: 'state', label: t(m.state), width: 'fit' },
          { key: 'issued', label: t(m.issuedOn), width: 'fit' },
          { key: 'tasks', label: t(m.tasks), align: 'end', width: 'fit' },
          { key: 'clauses', label: t(m.clauses), align: 'end', width: 'fit' },
        ],
        rows: page.rows.map((plan) => rowOf(plan, asOf, context)),
        empty: emptyState({
          title: t(filtered ? m.noPlansFound : m.noPlans),
          text: filtered || asOf !== null ? undefined : t(m.noPlansText),
          action: newPlan,
        }),
      },
      t,
    )}${listPager(context, query.trang, page.total)}${asOfForm({ asOf, url }, t)}`;
    return answerPage(
      shell(context, {
        title: t(m.plans),
        lead: t(m.plansLead),
        active: 'plans',
        actions: html`${newPlan}${page.total > 0 && exportLinks(context)}`,
        main,
        scripts: ['filter-auto'],
      }),
    );
  },
});

function rowOf(plan: ListedPlan, asOf: CalendarDate | null, context: RequestContext) {
  const { t } = context;
  return {
    href: onDay(asOf, planHref(plan.id)),
    cells: [
      titleLines(plan.title, plan.unitName),
      plan.number ?? t(m.notNumbered),
      String(plan.year),
      t(stateWords[plan.state]),
      plan.issuedOn === null ? '–' : formatDate(plan.issuedOn),
      t(m.count, { n: plan.tasks }),
      t(m.count, { n: plan.clauses }),
    ],
  };
}

async function exportPlans(
  context: RequestContext,
  filters: PlanFilters,
  format: 'xlsx' | 'csv',
): Promise<Answer> {
  const { t, db, actor, today } = context;
  const page = await planList(db, actor, today, filters, { offset: 0, limit: planLimits.export_rows });
  return exportAnswer(context, format, {
    fileName: 'ke-hoach',
    title: t(m.plans),
    columns: [
      { header: t(m.year), width: 8, kind: 'number' },
      { header: t(m.number), width: 18, kind: 'text' },
      { header: t(m.title), width: 60, kind: 'text' },
      { header: t(m.unit), width: 30, kind: 'text' },
      { header: t(m.state), width: 16, kind: 'text' },
      { header: t(m.issuedOn), width: 14, kind: 'date' },
      { header: t(m.tasks), width: 12, kind: 'number' },
      { header: t(m.clauses), width: 12, kind: 'number' },
    ],
    rows: page.rows.map((plan) => [
      plan.year,
      plan.number,
      plan.title,
      plan.unitName,
      t(stateWords[plan.state]),
      plan.issuedOn,
      plan.tasks,
      plan.clauses,
    ]),
  });
}
