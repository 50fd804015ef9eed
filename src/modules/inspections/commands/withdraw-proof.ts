import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { evidenceOf, withdrawEvidence } from '../../evidence/index.ts';
import { inspectionErrors } from '../errors.ts';
import { mayClaim } from '../policy.ts';
import { heldFinding } from '../store.ts';
import { FINDING } from './claim-remedy.ts';

/**
 * Takes evidence of a remedy back, for the unit that gave it; the record stays to be read with the reason. What a claim that waits rests on stays
 * until something takes its place, and what a finding was closed on stays for good: `inspections.proof_in_use`.
 */
export async function withdrawRemedyProof(
  context: CommandContext,
  tx: Tx,
  input: { readonly findingId: string; readonly evidenceId: string; readonly reason: string },
): Promise<void> {
  const finding = await heldFinding(context, tx, input.findingId);
  ensure(mayClaim(context.actor, finding), inspectionErrors.may_not_claim);
  const subject = { type: FINDING, id: finding.id };
  const { evidenceId, reason } = input;
  await withdrawEvidence(context, tx, { subject, evidenceId, reason });
  const left = (await evidenceOf(tx, subject, null)).filter(({ withdrawn }) => withdrawn === null);
  const isRelied = finding.standing === 'closed' || (finding.standing === 'claimed' && left.length === 0);
  ensure(!isRelied, inspectionErrors.proof_in_use);
}
