import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { type Selection, selectionSchema } from '../domain/selection.ts';

export interface Draft {
  readonly id: string;
  readonly selection: Selection;
  readonly assignmentIds: readonly string[];
}

const draftRow = { id: 'uuid', selection: 'json', assignmentIds: 'uuid[]' } as const;

/** A draft of this person; `undefined` when it was sent, is gone, or belongs to somebody else. */
export async function draftOf(db: Db, personId: string, id: string): Promise<Draft | undefined> {
  const row = await db.row(query(draftRow)`
    select id, selection, assignment_ids as "assignmentIds" from urging_draft
    where id = ${id} and person_id = ${personId}`);
  return row && { ...row, selection: selectionSchema.parse(row.selection) };
}

/** The same, held until the end of the transaction. */
export async function heldDraft(tx: Tx, personId: string, id: string): Promise<Draft | undefined> {
  await tx.run(sql`select 1 from urging_draft where id = ${id} for update`);
  return draftOf(tx, personId, id);
}
