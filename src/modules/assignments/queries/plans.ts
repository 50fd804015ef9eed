import type { Db } from '../../../kernel/db/database.ts';
import { keptUntilChanged } from '../../../kernel/db/kept.ts';
import { query } from '../../../kernel/db/sql.ts';

export interface PlanWithWork {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly isWithdrawn: boolean;
}

const kept = keptUntilChanged(
  'assignments_task',
  1,
  (db: Db): Promise<readonly PlanWithWork[]> =>
    db.rows(query({ id: 'uuid', title: 'text', year: 'int', isWithdrawn: 'bool' } as const)`
    select plan_id as id, min(plan_title) as title, min(year)::int as year, bool_or(withdrawn_on is not null) as "isWithdrawn"
    from assignments_task
    group by plan_id order by bool_or(withdrawn_on is not null), min(year) desc, count(*) desc, min(plan_title)`),
);

/** Plans that gave work, those withdrawn last, newest year first, within a year the one with the most tasks; kept in memory until tasks are issued or changed. */
export function plansWithWork(db: Db): Promise<readonly PlanWithWork[]> {
  return kept(db, '');
}
