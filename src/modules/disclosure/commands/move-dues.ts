import type { CommandContext } from '../../../kernel/audit.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import {
  auditMoves,
  type MovedDeadline,
  type OpenDeadline,
  openDeadlineRow,
  readOpenDeadlines,
} from '../../calendar/index.ts';
import { disclosureEvents } from '../events.ts';
import { writePublicRow } from '../public-row.ts';

/** Every due of an item of which nothing was published and that was not excepted. */
export function openDisclosureDues(db: Db, today: CalendarDate): Promise<OpenDeadline[]> {
  return readOpenDeadlines(
    db,
    query(openDeadlineRow)`
    select i.id, i.due_on as on, i.due -> 'expression' as expression, i.title as label,
      coalesce(units_name(i.unit_id, ${today}::date), '') as "unitName"
    from disclosure_item i
    where not exists (select from disclosure_version v where v.item_id = i.id)
      and coalesce((select e.kind from disclosure_exception e where e.item_id = i.id order by e.seq desc limit 1), 'none') = 'none'
    order by i.due_on, i.id`,
  );
}

/** Stores dues recomputed with another calendar; what was due before stays readable for past days. */
export async function moveDisclosureDues(
  context: CommandContext,
  tx: Tx,
  moves: readonly MovedDeadline[],
): Promise<void> {
  const ids = moves.map(({ id }) => id);
  await tx.run(sql`select id from disclosure_item where id = any(${ids}::uuid[]) order by id for update`);
  await tx.run(sql`
    insert into disclosure_item_past (until, item_id, due_on, due)
    select ${context.now}::timestamptz, id, due_on, due from disclosure_item where id = any(${ids}::uuid[])`);
  await tx.run(sql`
    update disclosure_item i set due_on = m.due_on, due = m.due
    from unnest(${ids}::uuid[], ${moves.map(({ to }) => to)}::date[],
      ${moves.map(({ deadline }) => JSON.stringify(deadline))}::jsonb[]) as m (id, due_on, due)
    where i.id = m.id`);
  await auditMoves(tx, context, disclosureEvents.dues_moved, 'disclosure_item', moves);
  await writePublicRow(tx, ids, vietnamDate(context.now));
}
