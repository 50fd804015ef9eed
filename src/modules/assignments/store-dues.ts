import type { CommandContext } from '../../kernel/audit.ts';
import { type CalendarDate, vietnamDate } from '../../kernel/dates.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { query } from '../../kernel/db/sql.ts';
import type { Deadline } from '../calendar/index.ts';
import type { DetailsOf } from './domain/entry-details.ts';
import { appendEntries } from './store.ts';

export interface MovedDue {
  readonly id: string;
  readonly from: CalendarDate | null;
  /** `null`: nothing is due any more. */
  readonly deadline: Deadline | null;
}

/** A due may be computed in another way and still fall on the same day: history has nothing to say of that. */
const movesDay = ({ from, deadline }: MovedDue): boolean => from !== (deadline?.on ?? null);

/**
 * Gives assignments new dues, each explained, and says so in their history, in two statements for any number. Answers the
 * unit of each row that moved.
 */
export async function storeMovedDues(
  context: CommandContext,
  tx: Tx,
  moves: readonly MovedDue[],
  why: DetailsOf<'due_moved'>['why'],
  note = '',
): Promise<{ readonly id: string; readonly unitId: string }[]> {
  if (moves.length === 0) return [];
  const dues = moves.map((move) => move.deadline);
  const touched = await tx.rows(query({ id: 'uuid', unitId: 'uuid', at: 'instant' } as const)`
    update assignments_assignment a set due_on = m.due_on, due_expression = m.expression, due_calendar = m.calendar,
      due_explained_vi = m.vi, due_explained_en = m.en, changed_at = ${context.now}
    from unnest(
      ${moves.map((move) => move.id)}::uuid[], ${dues.map((due) => due?.on ?? null)}::date[],
      ${dues.map((due) => (due ? JSON.stringify(due.expression) : null))}::jsonb[],
      ${dues.map((due) => due?.calendarVersion ?? null)}::text[], ${dues.map((due) => due?.explanation.vi ?? null)}::text[],
      ${dues.map((due) => due?.explanation.en ?? null)}::text[]
    ) as m (id, due_on, expression, calendar, vi, en)
    where a.id = m.id
    returning a.id, a.unit_id as "unitId", a.changed_at as at`);
  const at = new Map(touched.map((row) => [row.id, row.at]));
  const happenedOn = vietnamDate(context.now);
  await appendEntries(
    context,
    tx,
    moves.filter(movesDay).map((move) => ({
      assignmentId: move.id,
      kind: 'due_moved',
      happenedOn,
      recordedAt: at.get(move.id) ?? context.now,
      note,
      details: { v: 1, from: move.from, to: move.deadline?.on ?? null, why },
    })),
  );
  return touched.map(({ id, unitId }) => ({ id, unitId }));
}
