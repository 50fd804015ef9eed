import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { addEvidence, evidenceOf, type PreparedEvidence } from '../../evidence/index.ts';
import { mayFollow } from '../domain/finding.ts';
import { inspectionErrors } from '../errors.ts';
import { inspectionEvents, remedyClaimed } from '../events.ts';
import { mayClaim } from '../policy.ts';
import { appendFindingEvents, heldFinding } from '../store.ts';

/** The kind of subject that findings are in the evidence room. */
export const FINDING = 'inspection_finding';

export const claimRemedyInput = z.object({ findingId: z.string(), words: z.string().trim().max(4000) });

/**
 * Reports that a finding was put right, with what proves it; the inspecting side is told and judges. Nothing is closed by it. Throws
 * `inspections.proof_missing` when nothing proves it, `stands_otherwise` when it waits for the judgement already.
 */
export async function claimRemedy(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof claimRemedyInput> & { readonly proof: readonly PreparedEvidence[] },
  files: FileStore,
): Promise<void> {
  const { findingId, words } = claimRemedyInput.parse(given);
  const finding = await heldFinding(context, tx, findingId);
  ensure(mayClaim(context.actor, finding), inspectionErrors.may_not_claim);
  ensure(mayFollow(finding.standing).includes('claimed'), inspectionErrors.stands_otherwise);
  ensure(words.length >= 3, inspectionErrors.words_needed);
  const subject = { type: FINDING, id: findingId };
  if (given.proof.length > 0) await addEvidence(context, tx, { subject, items: given.proof }, files);
  const standing = (await evidenceOf(tx, subject, null)).filter(({ withdrawn }) => withdrawn === null);
  ensure(standing.length > 0, inspectionErrors.proof_missing);
  await appendFindingEvents(context, tx, [{ findingId, kind: 'claimed', words }]);
  await audit(tx, context, inspectionEvents.claimed, {
    subject,
    after: { words, proof: standing.length },
  });
  await remedyClaimed.emit(context, tx, {
    findingId,
    unitId: finding.ownerId,
    unitName: finding.ownerName,
    words: finding.words,
    toUnitIds: [finding.byUnitId, ...finding.partnerIds],
  });
}
