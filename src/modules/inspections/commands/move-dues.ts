import type { CommandContext } from '../../../kernel/audit.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import {
  auditMoves,
  type MovedDeadline,
  type OpenDeadline,
  openDeadlineRow,
  readOpenDeadlines,
} from '../../calendar/index.ts';
import { inspectionEvents } from '../events.ts';
import { findingsFrom } from '../queries/inspections-sql.ts';
import { appendFindingEvents } from '../store.ts';

/** Every due of a remedy that is still to be met. */
export function openRemedyDues(db: Db, today: CalendarDate): Promise<OpenDeadline[]> {
  return readOpenDeadlines(
    db,
    query(openDeadlineRow)`
    select f.id, f.due_on as on, f.due -> 'expression' as expression, 'Khắc phục tồn tại: ' || f.words as label,
      coalesce(units_name(f.unit_id, ${today}::date), '') as "unitName"
    from ${findingsFrom(null)} where f.standing <> 'closed'
    order by f.due_on, f.id`,
  );
}

/** Stores dues recomputed with another calendar; what was due before stays readable for past days. */
export async function moveRemedyDues(
  context: CommandContext,
  tx: Tx,
  moves: readonly MovedDeadline[],
): Promise<void> {
  const ids = moves.map(({ id }) => id);
  await tx.run(sql`select id from inspections_finding where id = any(${ids}::uuid[]) order by id for update`);
  await appendFindingEvents(
    context,
    tx,
    moves.map(({ id, deadline }) => ({ findingId: id, kind: 'due_moved', due: deadline })),
  );
  await auditMoves(tx, context, inspectionEvents.dues_moved, 'inspection_finding', moves);
}
