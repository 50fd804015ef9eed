import { z } from 'zod';
import { asOfDay, asOfSchema } from '../../../kernel/http/as-of.ts';
import { answerJson, get, signedIn } from '../../../kernel/http/route.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { visiblePlan } from '../access.ts';
import { dueSpecSchema } from '../domain/due.ts';
import { productSchema } from '../domain/products.ts';
import { planLimits } from '../limits.ts';
import { PLAN_STATES, type Plan } from '../plan.ts';
import { planList } from '../queries/plan-list.ts';
import { loadClauses } from '../store/clauses.ts';
import { selectTasks } from '../store/tasks.ts';

const head = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  year: z.int(),
  title: z.string(),
  number: z.string().nullable(),
  issuedOn: calendarDateSchema.nullable(),
  state: z.enum(PLAN_STATES),
  version: z.int(),
});

function headOf(plan: Plan): z.infer<typeof head> {
  const { id, unitId, unitName, year, title, number, issuedOn, state, version } = plan;
  return { id, unitId, unitName, year, title, number, issuedOn, state, version };
}

export const plansApi = get({
  path: '/api/v1/plans',
  access: signedIn,
  rate: 'api',
  query: z.object({
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    state: z.enum(PLAN_STATES).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    as_of: asOfSchema,
  }),
  api: {
    summary:
      'Plans the caller may see, newest year first, 50 a page; `as_of` reads a day of the past, without drafts',
    scope: 'read',
    answer: z.object({ plans: z.array(head), total: z.int() }),
  },
  async handle({ db, actor, today }, { query }) {
    const size = planLimits.page_rows;
    const { page, as_of, ...filters } = query;
    const asOf = asOfDay(as_of, today);
    const { rows, total } = await planList(
      db,
      actor,
      today,
      { ...filters, asOf },
      {
        offset: (page - 1) * size,
        limit: size,
      },
    );
    return answerJson({ plans: rows.map(headOf), total });
  },
});

const clause = z.object({
  path: z.string(),
  label: z.string(),
  title: z.string(),
  text: z.string(),
  dimension: z.int().nullable(),
});

const task = z.object({
  id: z.uuid(),
  code: z.string(),
  clausePath: z.string().nullable(),
  dimension: z.int(),
  subDimension: z.string().nullable(),
  text: z.string(),
  products: z.array(productSchema),
  leadUnitId: z.uuid().nullable(),
  leadGroup: z.string().nullable(),
  lead: z.string(),
  coordinating: z.array(z.string()),
  due: dueSpecSchema.nullable(),
  dueText: z.string(),
  tags: z.array(z.string()),
  priority: z.int(),
});

export const planApi = get({
  path: '/api/v1/plans/:id{[0-9a-f-]{36}}',
  access: signedIn,
  rate: 'api',
  api: {
    summary: 'A plan with its clauses and tasks',
    scope: 'read',
    answer: head.extend({ clauses: z.array(clause), tasks: z.array(task) }),
  },
  async handle(context, { params }) {
    const plan = await visiblePlan(context, context.db, params.id);
    const [clauses, tasks] = [await loadClauses(context.db, plan.id), await selectTasks(context.db, plan.id)];
    return answerJson({
      ...headOf(plan),
      clauses: clauses.map(({ path, label, title, body, dimension }) => ({
        path,
        label,
        title,
        text: body,
        dimension,
      })),
      tasks: tasks.map((one) => ({
        id: one.id,
        code: one.code,
        clausePath: one.clausePath,
        dimension: one.dimension,
        subDimension: one.subDimension,
        text: one.words,
        products: one.products,
        leadUnitId: one.leadUnitId,
        leadGroup: one.leadGroup,
        lead: one.leadWords,
        coordinating: one.coordinators.map((coordinator) => coordinator.words),
        due: one.due,
        dueText: one.dueWords,
        tags: one.tags,
        priority: one.priority,
      })),
    });
  },
});
