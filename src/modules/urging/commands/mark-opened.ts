import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';

/** Notes that a person of the unit opened its message; the first time alone counts. */
export async function markOpened(
  context: CommandContext,
  tx: Tx,
  messageIds: readonly string[],
): Promise<void> {
  await tx.run(sql`insert into urging_read (message_id, person_id, person_name, read_at)
    select id, ${context.actor.personId}::uuid, ${context.actor.name}, ${context.now}::timestamptz
    from unnest(${messageIds}::uuid[]) as opened (id) on conflict do nothing`);
}
