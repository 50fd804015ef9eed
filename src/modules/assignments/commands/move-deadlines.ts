import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type { MovedDeadline } from '../../calendar/index.ts';
import { assignmentEvents, deadlinesMoved } from '../events.ts';
import { storeMovedDues } from '../store-dues.ts';

/** Stores deadlines recomputed with a new calendar. Who may apply a calendar is decided by the calendar's own policy. */
export async function moveDeadlines(
  context: CommandContext,
  tx: Tx,
  moves: readonly MovedDeadline[],
): Promise<void> {
  const touched = await storeMovedDues(context, tx, moves, 'calendar');
  const calendarVersion = moves[0]?.deadline.calendarVersion ?? '';
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
