import type { Db } from '../../../kernel/db/database.ts';
import type { Message, MessageParams } from '../../../kernel/i18n.ts';

/** What another room knows of an assignment and its history should tell: that it was urged. */
export interface Remark {
  readonly at: Date;
  readonly who: string;
  readonly words: Message;
  readonly params: MessageParams;
  readonly detail?: { readonly words: Message; readonly params: MessageParams };
}

/** Remarks of one assignment, recorded before `until` or ever. */
type RemarkSource = (db: Db, assignmentId: string, until: Date | null) => Promise<readonly Remark[]>;

const sources = new Set<RemarkSource>();

/** Lets a room that this one may not know say what it knows of the work; wired once, at the start. */
export function remarkWith(source: RemarkSource): void {
  sources.add(source);
}

export async function remarksOf(db: Db, assignmentId: string, until: Date | null): Promise<Remark[]> {
  return (await Promise.all([...sources].map((source) => source(db, assignmentId, until)))).flat();
}
