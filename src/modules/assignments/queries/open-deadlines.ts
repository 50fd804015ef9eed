import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { type OpenDeadline, openDeadlineRow, readOpenDeadlines } from '../../calendar/index.ts';

/** Every assignment with a day that is neither accepted nor set aside; a claim may still be returned. */
export function openDeadlines(db: Db, today: CalendarDate): Promise<OpenDeadline[]> {
  return readOpenDeadlines(
    db,
    query(openDeadlineRow)`
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
    order by a.due_on, a.id`,
  );
}
