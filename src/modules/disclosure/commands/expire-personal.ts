import { auditEach, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { disclosureEvents } from '../events.ts';
import { writePublicRow } from '../public-row.ts';

/** Takes names off the portal whose time is over: their rows are written anew without them. Answers how many. */
export async function expirePersonal(context: CommandContext, tx: Tx, today: CalendarDate): Promise<number> {
  const rows = await tx.rows(query({ id: 'uuid', until: 'date' } as const)`
    select item_id as id, personal_until as until from disclosure_public
    where personal_until < ${today}::date order by item_id for update`);
  if (rows.length === 0) return 0;
  await writePublicRow(
    tx,
    rows.map(({ id }) => id),
    today,
  );
  await auditEach(
    tx,
    context,
    disclosureEvents.personal_expired,
    rows.map(({ id, until }) => ({
      subject: { type: 'disclosure_item', id },
      before: { personalUntil: until },
    })),
  );
  return rows.length;
}

/** Listens to what the tenant decides about names on the web: what is public of the obligation follows at once. */
export async function onWebChanged(
  context: CommandContext,
  tx: Tx,
  { code }: { readonly code: string },
): Promise<void> {
  const rows = await tx.rows(query({ id: 'uuid' })`
    select item_id as id from disclosure_public where code = ${code} order by item_id`);
  await writePublicRow(
    tx,
    rows.map(({ id }) => id),
    vietnamDate(context.now),
  );
}
