import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { deadlineExpressionSchema, type OpenDeadline } from '../../calendar/index.ts';
import { planById } from '../../plans/index.ts';
import { citationOf } from '../domain/first-words.ts';

const openRow = {
  id: 'uuid',
  planId: 'uuid',
  on: 'date',
  expression: 'json',
  unitName: 'text',
} as const;

/** Every due of a unit plan that is still awaited. */
export async function openUnitPlanDues(db: Db, today: CalendarDate): Promise<OpenDeadline[]> {
  const rows = await db.rows(query(openRow)`
    select o.id, o.plan_id as "planId", o.due_on as on, o.due_expression as expression,
      coalesce(units_name(o.unit_id, ${today}::date), units_name(o.unit_id, o.issued_on), '') as "unitName"
    from unitplans_obligation o
    where o.due_on is not null and o.met_on is null and not o.is_void
    order by o.due_on, o.id`);
  const labels = new Map<string, string>();
  for (const planId of new Set(rows.map((row) => row.planId))) {
    const plan = await planById(db, planId, today);
    const cited =
      plan?.issuedOn == null
        ? ''
        : citationOf({
            ...plan,
            number: plan.number ?? '',
            issuedOn: plan.issuedOn,
            issuerName: plan.unitName,
          });
    labels.set(planId, `Ban hành kế hoạch thực hiện ${cited}`);
  }
  return rows.map(({ planId, expression, ...row }) => ({
    ...row,
    expression: deadlineExpressionSchema.parse(expression),
    label: labels.get(planId) ?? '',
  }));
}
