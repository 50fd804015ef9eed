import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';

/** A task that was drafted for a part, with the practice it came from. */
export interface Draft {
  readonly taskId: string;
  readonly planId: string;
  readonly year: number;
  readonly practiceId: string;
  readonly practiceTitle: string;
  readonly personName: string;
  readonly recordedAt: Date;
}

/** What was drafted for a part, the latest first; as known before `asOf`. */
export function draftsFor(db: Db, part: string, asOf: Date | null): Promise<Draft[]> {
  return db.rows(query({
    taskId: 'uuid',
    planId: 'uuid',
    year: 'int',
    practiceId: 'uuid',
    practiceTitle: 'text',
    personName: 'text',
    recordedAt: 'instant',
  } as const)`
    select d.task_id as "taskId", d.plan_id as "planId", d.year, d.practice_id as "practiceId", p.title as "practiceTitle",
      d.person_name as "personName", d.recorded_at as "recordedAt"
    from scoring_draft d join scoring_practice p on p.id = d.practice_id and p.version = d.practice_version
    where d.part = ${part} and (${asOf}::timestamptz is null or d.recorded_at < ${asOf}::timestamptz)
    order by d.recorded_at desc, d.task_id`);
}
