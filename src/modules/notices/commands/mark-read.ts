import { z } from 'zod';
import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { noticeErrors } from '../errors.ts';
import { mayRead } from '../policy.ts';

export const markReadInput = z.object({ noticeId: z.uuid() });

/** Marks one notice as read by the actor; again is harmless. Throws `notices.not_found`, also for others' notices. */
export async function markRead(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof markReadInput>,
): Promise<void> {
  const notice = await tx.row(query({ unitId: 'uuid', personId: 'uuid?' } as const)`
    select unit_id as "unitId", person_id as "personId" from notices_notice where id = ${input.noticeId}`);
  ensure(notice && mayRead(context.actor, notice), noticeErrors.not_found);
  await tx.run(sql`insert into notices_read (person_id, notice_id, read_at)
    values (${context.actor.personId}, ${input.noticeId}, ${context.now}) on conflict do nothing`);
}

/** `until` is when the latest notice on the reader's page was made: what came since stays unread. */
export const markAllReadInput = z.object({ until: z.iso.datetime().transform((text) => new Date(text)) });

/** Marks every notice up to `until` as read by the actor; a moment still to come counts as now. */
export async function markAllRead(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof markAllReadInput>,
): Promise<void> {
  const { personId } = context.actor;
  const until = input.until < context.now ? input.until : context.now;
  await tx.run(sql`insert into notices_reader as r (person_id, read_until) values (${personId}, ${until})
    on conflict (person_id) do update set read_until = greatest(r.read_until, excluded.read_until)`);
  await tx.run(sql`delete from notices_read r using notices_notice n
    where r.person_id = ${personId} and n.id = r.notice_id and n.made_at <= ${until}`);
}
