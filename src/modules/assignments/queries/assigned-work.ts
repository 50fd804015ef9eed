import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';

const workRow = {
  id: 'uuid',
  unitId: 'uuid',
  acceptingUnitId: 'uuid',
  code: 'text',
  occurrence: 'text',
  dueOn: 'date?',
  products: 'json',
} as const;

export interface AssignedWork {
  readonly id: string;
  readonly unitId: string;
  readonly acceptingUnitId: string;
  readonly code: string;
  readonly occurrence: string;
  readonly dueOn: CalendarDate | null;
  readonly products: readonly { readonly text: string; readonly type: string }[];
}

/** All the work of a plan, in the plan's order. */
export async function assignedWork(db: Db, planId: string): Promise<AssignedWork[]> {
  const rows = await db.rows(query(workRow)`
    select a.id, a.unit_id as "unitId", a.accepting_unit_id as "acceptingUnitId", t.code, a.occurrence, a.due_on as "dueOn",
      t.products
    from assignments_assignment a join assignments_task t on t.id = a.task_id
    where a.plan_id = ${planId}
    order by t.position, a.occurrence, a.unit_id`);
  return rows.map((row) => ({ ...row, products: row.products as AssignedWork['products'] }));
}
