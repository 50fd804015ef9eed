import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import { kinds, type NoticeFacts, type NoticeKind } from '../domain/kinds.ts';
import { noticeEvents } from '../events.ts';

/** Who is told, with which facts, and where they go from there: an address of this product. */
export interface Addressed<K extends NoticeKind> {
  readonly unitId: string;
  readonly personId: string | null;
  readonly facts: NoticeFacts<K>;
  readonly link: string;
}

export interface NoticeSubject {
  readonly type: string;
  readonly id: string;
}

/**
 * Writes the notices of one happening and what the handing out waits for, in one statement however many there are.
 * Throws a ZodError when facts do not fit the kind. Nothing is written when there is nobody to tell.
 */
export async function writeNotices<K extends NoticeKind>(
  context: CommandContext,
  tx: Tx,
  kind: K,
  subject: NoticeSubject,
  to: readonly Addressed<K>[],
): Promise<void> {
  if (to.length === 0) return;
  const schema = kinds[kind].facts;
  const facts = to.map((one) => JSON.stringify(schema.parse(one.facts)));
  await tx.run(sql`
    with written as (
      insert into notices_notice (id, unit_id, person_id, kind, params, link, subject_type, subject_id, made_at)
      select n.id, n.unit_id, n.person_id, ${kind}, n.params, n.link, ${subject.type}, ${subject.id},
        ${context.now}::timestamptz
      from unnest(${to.map(() => newId())}::uuid[], ${to.map((one) => one.unitId)}::uuid[],
        ${to.map((one) => one.personId)}::uuid[], ${facts}::jsonb[], ${to.map((one) => one.link)}::text[])
        as n (id, unit_id, person_id, params, link)
      returning id
    )
    insert into notices_waiting (notice_id) select id from written`);
  const people = to.filter((one) => one.personId !== null).length;
  await audit(tx, context, noticeEvents.told, {
    subject,
    after: { kind, units: to.length - people, ...(people > 0 ? { people } : {}) },
  });
}
