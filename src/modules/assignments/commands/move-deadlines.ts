import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { MovedDeadline } from '../../calendar/index.ts';
import { assignmentEvents, deadlinesMoved } from '../events.ts';

/** Stores deadlines recomputed with a new calendar. Who may apply a calendar is decided by the calendar's own policy. */
export async function moveDeadlines(
  context: CommandContext,
  tx: Tx,
  moves: readonly MovedDeadline[],
): Promise<void> {
  const deadlines = moves.map((move) => move.deadline);
  const touched = await tx.rows(query({ unitId: 'uuid' } as const)`
    update assignments_assignment a set due_on = m.due_on, due_expression = m.expression, due_calendar = m.calendar,
      due_explained_vi = m.vi, due_explained_en = m.en
    from unnest(
      ${moves.map((move) => move.id)}::uuid[], ${moves.map((move) => move.to)}::date[],
      ${deadlines.map((deadline) => JSON.stringify(deadline.expression))}::jsonb[],
      ${deadlines.map((deadline) => deadline.calendarVersion)}::text[],
      ${deadlines.map((deadline) => deadline.explanation.vi)}::text[],
      ${deadlines.map((deadline) => deadline.explanation.en)}::text[]
    ) as m (id, due_on, expression, calendar, vi, en)
    where a.id = m.id
    returning a.unit_id as "unitId"`);
  const calendarVersion = deadlines[0]?.calendarVersion ?? '';
  await audit(tx, context, assignmentEvents.deadlines_moved, {
    subject: { type: 'calendar', id: calendarVersion },
    before: moves.map(({ id, from }) => ({ id, dueOn: from })),
    after: moves.map(({ id, to }) => ({ id, dueOn: to })),
  });
  const byUnit = Map.groupBy(touched, (row) => row.unitId);
  await deadlinesMoved.emit(context, tx, {
    calendarVersion,
    perUnit: [...byUnit].map(([unitId, rows]) => ({ unitId, count: rows.length })),
  });
}
