import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import { type NoticeFacts, type NoticeKind, noticeSchemas } from '../domain/kinds.ts';
import { noticeEvents } from '../events.ts';

export interface Telling<K extends NoticeKind> {
  readonly kind: K;
  readonly subject: { readonly type: string; readonly id: string };
  /** Each unit with its own facts, and where its people go from there: an address of this product. */
  readonly units: readonly {
    readonly unitId: string;
    readonly facts: NoticeFacts<K>;
    readonly link: string;
  }[];
}

/**
 * Tells units something, in the transaction of what they are told about; hundreds of units cost one statement. Throws a
 * ZodError when facts do not fit the kind. Nothing is written when there is nobody to tell.
 */
export async function tellUnits<K extends NoticeKind>(
  context: CommandContext,
  tx: Tx,
  telling: Telling<K>,
): Promise<void> {
  const { kind, subject, units } = telling;
  if (units.length === 0) return;
  const schema = noticeSchemas[kind];
  const facts = units.map((unit) => JSON.stringify(schema.parse(unit.facts)));
  await tx.run(sql`
    insert into notices_notice (id, unit_id, kind, params, link, subject_type, subject_id, made_at)
    select n.id, n.unit_id, ${kind}, n.params, n.link, ${subject.type}, ${subject.id}, ${context.now}::timestamptz
    from unnest(${units.map(() => newId())}::uuid[], ${units.map((unit) => unit.unitId)}::uuid[], ${facts}::jsonb[],
      ${units.map((unit) => unit.link)}::text[]) as n (id, unit_id, params, link)`);
  await audit(tx, context, noticeEvents.told, { subject, after: { kind, units: units.length } });
}
