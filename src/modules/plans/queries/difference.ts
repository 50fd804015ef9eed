import { type CalendarDate, endOfDay } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';

export interface PlanDifference {
  /** The version in force. */
  readonly version: number;
  /** Tasks that the first version did not have, and tasks that it had and that are gone. */
  readonly added: number;
  readonly dropped: number;
}

const kindRow = { taskId: 'uuid', first: 'text', last: 'text', version: 'int' } as const;

/** What the issued amendments added to and took from what was first issued, as recorded by the end of the day. */
export async function differenceFromFirst(
  db: Db,
  planId: string,
  asOf: CalendarDate | null,
): Promise<PlanDifference> {
  const rows = await db.rows(query(kindRow)`
    select c.task_id as "taskId", (array_agg(c.kind order by a.version))[1] as first,
      (array_agg(c.kind order by a.version desc))[1] as last, max(a.version)::integer as version
    from plans_amendment a join plans_amendment_change c on c.amendment_id = a.id
    where a.plan_id = ${planId}::uuid and a.state = 'issued'
      and (${asOf === null ? null : endOfDay(asOf)}::timestamptz is null or a.issued_at < ${asOf === null ? null : endOfDay(asOf)}::timestamptz)
    group by c.task_id`);
  return {
    version: Math.max(1, ...rows.map((row) => row.version)),
    added: rows.filter((row) => row.first === 'add' && row.last !== 'drop').length,
    dropped: rows.filter((row) => row.first !== 'add' && row.last === 'drop').length,
  };
}
