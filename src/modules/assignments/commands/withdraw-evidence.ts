import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { type EvidenceRule, withdrawEvidence } from '../../evidence/index.ts';
import { assignmentErrors } from '../errors.ts';
import { mayReport } from '../policy.ts';
import { evidenceSubject, lackingOf } from '../queries/lacking.ts';
import { type LockedWork, lockOne } from '../store.ts';
import { inWords } from './enough-evidence.ts';

export interface WithdrawWorkEvidence {
  readonly assignmentId: string;
  readonly evidenceId: string;
  readonly reason: string;
}

/**
 * Takes evidence of an assignment back: for whoever may report on it. What a standing claim or an acceptance rests on stays
 * until something takes its place: `assignments.evidence_in_use` otherwise.
 */
export async function withdrawWorkEvidence(
  context: CommandContext,
  tx: Tx,
  { assignmentId, evidenceId, reason }: WithdrawWorkEvidence,
): Promise<void> {
  const work = await lockOne(context, tx, assignmentId);
  ensure(mayReport(context.actor, work), kernelErrors.forbidden);
  const isRelied = work.progress === 'claimed' || work.progress === 'accepted';
  const before = isRelied ? await lackingTypes(tx, work) : [];
  await withdrawEvidence(context, tx, { subject: evidenceSubject(work.id), evidenceId, reason });
  const after = isRelied ? await lackingTypes(tx, work) : [];
  // Work that was accepted before evidence was asked for lacked it all along.
  if (after.length > before.length)
    throw new AppError(assignmentErrors.evidence_in_use, { missing: inWords(after) });
}

/** What lacks of evidence; the number of a figure was given with the claim and hangs on no record. */
async function lackingTypes(tx: Tx, work: LockedWork): Promise<readonly EvidenceRule[]> {
  return (await lackingOf(tx, [{ ...work, quantity: 0 }])).get(work.id) ?? [];
}
