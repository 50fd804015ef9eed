import type { CommandContext } from '../../../kernel/audit.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { addWorkEvidence } from './add-evidence.ts';
import { recordEntry } from './record-entry.ts';

export interface LinkedClaim {
  readonly assignmentId: string;
  readonly happenedOn: CalendarDate;
  readonly note: string;
  /** Where the product is read, and what it is. */
  readonly link: { readonly url: string; readonly words: string };
}

/** Reports work as done whose product stands at an address of this product: the link is the evidence. */
export async function claimWithLink(
  context: CommandContext,
  tx: Tx,
  claim: LinkedClaim,
  files: FileStore,
): Promise<void> {
  const { assignmentId, happenedOn, note, link } = claim;
  const item = {
    kind: 'link',
    words: link.words,
    url: link.url,
    place: null,
    postedFrom: null,
    postedTo: null,
    heldOn: null,
    attendants: null,
    file: null,
    keepLocation: false,
  } as const;
  await addWorkEvidence(context, tx, { assignmentId, items: [item] }, files);
  await recordEntry(context, tx, { assignmentId, kind: 'claim', happenedOn, note });
}
