import type { CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { ClockKind } from '../domain/clocks.ts';
import { clocksLate } from '../events.ts';

const lateRow = { unitId: 'uuid', kind: 'text', count: 'bigint', words: 'text' } as const;

/**
 * Tells whoever lets a clock run out, once for each clock: the accepting unit of answers it owes, the doing unit of work it
 * should have done again. Run any number of times it tells nothing twice. Answers how many clocks were told of.
 */
export async function remindClocks(context: CommandContext, tx: Tx): Promise<number> {
  const today = vietnamDate(context.now);
  const rows = await tx.rows(query(lateRow)`
    with late as (
      insert into assignments_clock_reminder (assignment_id, clock_due_on, reminded_at)
      select id, clock_due_on, ${context.now}::timestamptz from assignments_assignment
      where clock_due_on < ${today}::date and dropped_version is null
      order by id
      on conflict do nothing returning assignment_id
    )
    select case a.clock_kind when 'answer' then a.accepting_unit_id else a.unit_id end as "unitId", a.clock_kind as kind,
      count(*) as count, min(t.words) as words
    from late join assignments_assignment a on a.id = late.assignment_id join assignments_task t on t.id = a.task_id
    group by 1, 2 order by 1, 2`);
  if (rows.length > 0)
    await clocksLate.emit(context, tx, {
      perUnit: rows.map((row) => ({ ...row, kind: row.kind as ClockKind })),
    });
  return rows.reduce((sum, row) => sum + row.count, 0);
}
