import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';

export interface PlanWithWork {
  readonly id: string;
  readonly title: string;
  readonly year: number;
}

/** Plans that gave work, newest year first. */
export function plansWithWork(db: Db): Promise<PlanWithWork[]> {
  return db.rows(query({ id: 'uuid', title: 'text', year: 'int' } as const)`
    select plan_id as id, min(plan_title) as title, min(year)::int as year from assignments_task
    group by plan_id order by min(year) desc, min(plan_title)`);
}
