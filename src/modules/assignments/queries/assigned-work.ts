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
} as const;

export interface AssignedWork {
  readonly id: string;
  readonly unitId: string;
  readonly acceptingUnitId: string;
  readonly code: string;
  readonly occurrence: string;
  readonly dueOn: CalendarDate | null;
}

/** All the work of a plan, in the plan's order. */
export function assignedWork(db: Db, planId: string): Promise<AssignedWork[]> {
  return db.rows(query(workRow)`
    select a.id, a.unit_id as "unitId", a.accepting_unit_id as "acceptingUnitId", t.code, a.occurrence, a.due_on as "dueOn"
    from assignments_assignment a join assignments_task t on t.id = a.task_id
    where a.plan_id = ${planId}
    order by t.position, a.occurrence, a.unit_id`);
}
