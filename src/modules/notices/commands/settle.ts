import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import type { NoticeKind } from '../domain/kinds.ts';

/** What the notices of a kind asked for about a subject, or about many, has been done: they no longer count as unread for anybody. */
export async function settleNotices(
  context: CommandContext,
  tx: Tx,
  kind: NoticeKind,
  subjectIds: string | readonly string[],
): Promise<void> {
  const ids = typeof subjectIds === 'string' ? [subjectIds] : subjectIds;
  await tx.run(sql`insert into notices_settled (notice_id, settled_at)
    select n.id, ${context.now}::timestamptz from notices_notice n
    where n.subject_id = any(${ids}::text[]) and n.kind = ${kind}
    on conflict (notice_id) do nothing`);
}
