import { type CalendarDate, endOfDay } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { type AnyKind, ENTRY_KINDS } from '../domain/progress.ts';
import type { StateDay } from '../domain/state.ts';

const stepRow = {
  assignmentId: 'uuid',
  seq: 'bigint',
  kind: 'text',
  happenedOn: 'date',
  recordedAt: 'instant',
} as const;

/** An entry that moved the progress of an assignment. */
export interface Step {
  readonly assignmentId: string;
  readonly seq: number;
  readonly kind: AnyKind;
  readonly happenedOn: CalendarDate;
  readonly recordedAt: Date;
}

/**
 * What moved each of many assignments after one entry of its history, in the order it was recorded, in one statement. On a
 * day of the past only what had been recorded by its end.
 */
export async function stepsAfter(
  db: Db,
  since: readonly { readonly assignmentId: string; readonly seq: number }[],
  day: Pick<StateDay, 'asOf'>,
): Promise<Step[]> {
  if (since.length === 0) return [];
  const until = day.asOf === null ? null : endOfDay(day.asOf);
  const rows = await db.rows(query(stepRow)`
    select e.assignment_id as "assignmentId", e.seq, e.kind, e.happened_on as "happenedOn", e.recorded_at as "recordedAt"
    from unnest(${since.map((one) => one.assignmentId)}::uuid[], ${since.map((one) => one.seq)}::bigint[]) as s (id, seq)
    join assignments_entry e on e.assignment_id = s.id and e.seq > s.seq
    where e.kind = any(${[...ENTRY_KINDS, 'drop']}::text[])
      and (${until}::timestamptz is null or e.recorded_at < ${until}::timestamptz)
    order by e.assignment_id, e.seq`);
  return rows.map((row) => ({ ...row, kind: row.kind as AnyKind }));
}
