import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type { NoticeFacts, NoticeKind } from '../domain/kinds.ts';
import { type NoticeSubject, writeNotices } from './write-notices.ts';

export interface Telling<K extends NoticeKind> {
  readonly kind: K;
  readonly subject: NoticeSubject;
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
  const to = telling.units.map((unit) => ({ ...unit, personId: null }));
  await writeNotices(context, tx, telling.kind, telling.subject, to);
}
