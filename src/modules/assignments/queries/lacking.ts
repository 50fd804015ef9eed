import type { Db } from '../../../kernel/db/database.ts';
import {
  type EvidenceRule,
  evidenceSummary,
  lackingFor,
  NO_EVIDENCE,
  type Subject,
} from '../../evidence/index.ts';

const SUBJECT = 'assignment';

/** What the evidence of an assignment belongs to, in the evidence room. */
export function evidenceSubject(assignmentId: string): Subject {
  return { type: SUBJECT, id: assignmentId };
}

/** Work that is about to be reported as done, with the number that the report counts. */
export interface ClaimedWork {
  readonly id: string;
  readonly products: readonly { readonly type: string }[];
  readonly quantity: number | null;
}

/** What keeps each of these from being reported as done, in one statement for all; one with enough evidence is absent. */
export async function lackingOf(
  db: Db,
  work: readonly ClaimedWork[],
): Promise<ReadonlyMap<string, readonly EvidenceRule[]>> {
  const summaries = await evidenceSummary(
    db,
    SUBJECT,
    work.map(({ id }) => id),
    null,
  );
  const out = new Map<string, readonly EvidenceRule[]>();
  for (const { id, products, quantity } of work) {
    const { counted } = summaries.get(id) ?? NO_EVIDENCE;
    const lacking = lackingFor(
      products.map(({ type }) => type),
      counted,
      quantity,
    );
    if (lacking.length > 0) out.set(id, lacking);
  }
  return out;
}
