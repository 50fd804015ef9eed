import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import {
  type DeadlineExpression,
  deadlineExpressionSchema,
  type OpenDeadline,
} from '../../calendar/index.ts';

const openRow = { id: 'uuid', on: 'date', expression: 'json', label: 'text', unitName: 'text' } as const;

/** Every assignment with a day that is neither accepted nor set aside; a claim may still be returned. */
export async function openDeadlines(db: Db, today: CalendarDate): Promise<OpenDeadline[]> {
  const rows = await db.rows(query(openRow)`
    select a.id, a.due_on as on, a.due_expression as expression, t.code || ' ' || t.words as label,
      u.name as "unitName"
    from assignments_assignment a
    join assignments_task t on t.id = a.task_id
    join (
      select unit_id, coalesce(units_name(unit_id, ${today}::date), units_name(unit_id, last_due), '') as name
      from (
        select unit_id, max(due_on) as last_due from assignments_assignment
        where due_on is not null and progress not in ('accepted', 'not_applicable') group by unit_id
      ) n
    ) u on u.unit_id = a.unit_id
    where a.due_on is not null and a.progress not in ('accepted', 'not_applicable')
    order by a.due_on, a.id`);
  // One task gives the same expression to a hundred units: it is checked once.
  const checked = new Map<string, DeadlineExpression>();
  return rows.map((row) => {
    const text = JSON.stringify(row.expression);
    const expression = checked.get(text) ?? deadlineExpressionSchema.parse(row.expression);
    checked.set(text, expression);
    return { ...row, expression };
  });
}
