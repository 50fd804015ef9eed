import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type { NoticeFacts, NoticeKind } from '../domain/kinds.ts';
import { type NoticeSubject, writeNotices } from './write-notices.ts';

export interface PersonalTelling<K extends NoticeKind> {
  readonly kind: K;
  readonly subject: NoticeSubject;
  /** Each person once, with the unit the matter belongs to, the facts, and an address of this product. */
  readonly people: readonly {
    readonly personId: string;
    readonly unitId: string;
    readonly facts: NoticeFacts<K>;
    readonly link: string;
  }[];
}

/**
 * Tells persons something that concerns nobody else in their unit (work handed to them, a mention). Only the person
 * reads it. Otherwise as `tellUnits`.
 */
export async function tellPeople<K extends NoticeKind>(
  context: CommandContext,
  tx: Tx,
  telling: PersonalTelling<K>,
): Promise<void> {
  await writeNotices(context, tx, telling.kind, telling.subject, telling.people);
}
