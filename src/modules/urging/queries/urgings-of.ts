import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import type { Asks } from '../domain/candidate.ts';
import { recordedBy, type Seen } from './seen.ts';

/** That a piece of work was urged: when, by whom, what was asked, by when an answer was wanted. */
export interface UrgingOfWork {
  readonly assignmentId: string;
  readonly roundId: string;
  readonly madeAt: Date;
  readonly fromUnitId: string;
  /** As that unit was called on that day. */
  readonly fromName: string;
  readonly personName: string;
  readonly subject: string;
  readonly asks: Asks;
  readonly isRequest: boolean;
  readonly answerBy: CalendarDate;
}

const urgingRow = {
  assignmentId: 'uuid',
  roundId: 'uuid',
  madeAt: 'instant',
  fromUnitId: 'uuid',
  fromName: 'text?',
  personName: 'text',
  subject: 'text',
  asks: 'text',
  isRequest: 'bool',
  answerBy: 'date',
} as const;

/** When these assignments were urged, the earliest first. Whoever may see the work may see this. */
export async function urgingsOf(
  db: Db,
  assignmentIds: readonly string[],
  until: Seen['until'] = null,
): Promise<UrgingOfWork[]> {
  const rows = await db.rows(query(urgingRow)`
    select i.subject_id as "assignmentId", r.id as "roundId", r.made_at as "madeAt", r.from_unit_id as "fromUnitId",
      units_name(r.from_unit_id, (r.made_at at time zone 'Asia/Ho_Chi_Minh')::date) as "fromName",
      r.person_name as "personName", r.subject, i.asks, m.is_request as "isRequest", r.answer_by as "answerBy"
    from urging_item i join urging_message m on m.id = i.message_id join urging_round r on r.id = m.round_id
    where i.subject_id = any(${assignmentIds}::uuid[]) and i.subject_type = 'assignment'
      and ${recordedBy(sql`r.made_at`, { until })}
    order by r.made_at, r.id`);
  return rows.map((row) => ({ ...row, fromName: row.fromName ?? '', asks: row.asks as Asks }));
}
