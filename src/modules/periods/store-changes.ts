import type { CommandContext } from '../../kernel/audit.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { sql } from '../../kernel/db/sql.ts';
import { newId } from '../../kernel/ids.ts';
import type { Change } from './domain/changes.ts';

export interface NewChange {
  readonly periodId: string;
  readonly kind: 'made' | 'corrected' | 'calendar';
  readonly change: Change;
  readonly reason: string;
}

/** Appends what happened to the days of periods, in the order given. */
export async function appendChanges(
  context: CommandContext,
  tx: Tx,
  changes: readonly NewChange[],
): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`
    insert into periods_change (id, period_id, kind, days, reason, person_id, person_name, recorded_at)
    select c.id, c.period_id, c.kind, c.days, c.reason, ${actor.personId}::uuid, ${actor.name}::text, ${now}::timestamptz
    from unnest(${changes.map(() => newId())}::uuid[], ${changes.map((one) => one.periodId)}::uuid[],
      ${changes.map((one) => one.kind)}::text[], ${changes.map((one) => JSON.stringify(one.change))}::jsonb[],
      ${changes.map((one) => one.reason)}::text[]) with ordinality as c (id, period_id, kind, days, reason, place)
    order by c.place`);
}
