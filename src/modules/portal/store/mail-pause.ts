import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';

/** Since when a mail server has failed, and when it is asked again; nothing while it answers. */
export function mailPause(db: Db): Promise<{ failures: number; nextTryAt: Date } | undefined> {
  return db.row(query({ failures: 'int', nextTryAt: 'instant' })`
    select failures, next_try_at as "nextTryAt" from portal_mail_pause`);
}

export async function pauseMail(tx: Tx, failures: number, nextTryAt: Date): Promise<void> {
  await tx.run(sql`
    insert into portal_mail_pause (failures, next_try_at) values (${failures}, ${nextTryAt})
    on conflict (only_row) do update set failures = excluded.failures, next_try_at = excluded.next_try_at`);
}

export async function endPause(tx: Tx): Promise<void> {
  await tx.run(sql`delete from portal_mail_pause`);
}
