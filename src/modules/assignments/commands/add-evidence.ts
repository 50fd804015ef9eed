import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { type Added, addEvidence, type PreparedEvidence } from '../../evidence/index.ts';
import { assignmentErrors } from '../errors.ts';
import { mayReport } from '../policy.ts';
import { evidenceSubject } from '../queries/lacking.ts';
import { lockOne } from '../store.ts';

export interface AddWorkEvidence {
  readonly assignmentId: string;
  readonly items: readonly PreparedEvidence[];
}

/** Adds evidence to an assignment: for whoever may report on it, before a claim, with it or after it. */
export async function addWorkEvidence(
  context: CommandContext,
  tx: Tx,
  { assignmentId, items }: AddWorkEvidence,
  files: FileStore,
): Promise<Added> {
  const work = await lockOne(context, tx, assignmentId);
  ensure(mayReport(context.actor, work), kernelErrors.forbidden);
  ensure(!work.isDropped, assignmentErrors.dropped);
  return addEvidence(context, tx, { subject: evidenceSubject(work.id), items }, files);
}
