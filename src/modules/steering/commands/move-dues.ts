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
import { steeringEvents } from '../events.ts';

/** Dues of requests that still wait for the unit. */
export function openSteeringDues(db: Db, today: CalendarDate): Promise<OpenDeadline[]> {
  return readOpenDeadlines(
    db,
    query(openDeadlineRow)`
    select k.id, d.on_day as on, d.due -> 'expression' as expression, left(k.words, 120) as label,
      coalesce(units_name(k.unit_id, ${today}::date), '') as "unitName"
    from steering_ask k cross join lateral (
      select on_day, due from steering_due where ask_id = k.id order by seq desc limit 1) d
    where coalesce((select a.kind from steering_answer a where a.ask_id = k.id order by a.seq desc limit 1), 'return') = 'return'
    order by d.on_day, k.id`,
  );
}

/** Stores dues recomputed with another calendar: one more after those before, which stay readable. */
export async function moveSteeringDues(
  context: CommandContext,
  tx: Tx,
  moves: readonly MovedDeadline[],
): Promise<void> {
  const ids = moves.map(({ id }) => id);
  await tx.run(sql`select id from steering_ask where id = any(${ids}::uuid[]) order by id for update`);
  await tx.run(sql`insert into steering_due (ask_id, seq, on_day, due, set_at)
    select m.id, (select max(seq) + 1 from steering_due d where d.ask_id = m.id), m.on_day, m.due, ${context.now}::timestamptz
    from unnest(${ids}::uuid[], ${moves.map(({ to }) => to)}::date[],
      ${moves.map(({ deadline }) => JSON.stringify(deadline))}::jsonb[]) as m (id, on_day, due)`);
  await auditMoves(tx, context, steeringEvents.dues_moved, 'explanation', moves);
}
