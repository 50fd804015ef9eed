import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Subject } from '../domain/evidence.ts';
import { evidenceErrors } from '../errors.ts';
import { evidenceEvents } from '../events.ts';
import { evidenceById } from '../queries/evidence-of.ts';
import { lockSubject } from '../store.ts';

export interface WithdrawEvidence {
  readonly subject: Subject;
  readonly evidenceId: string;
  readonly reason: string;
}

/** Takes a record back: it stays to be read, with the reason, and counts no more. The subject's owner has checked the right. */
export async function withdrawEvidence(
  context: CommandContext,
  tx: Tx,
  input: WithdrawEvidence,
): Promise<void> {
  const { subject, evidenceId } = input;
  const reason = input.reason.trim();
  await lockSubject(tx, subject);
  const record = await evidenceById(tx, subject, evidenceId, null);
  ensure(record, evidenceErrors.not_found);
  ensure(record.withdrawn === null, evidenceErrors.withdrawn_already);
  ensure(reason !== '', evidenceErrors.reason_needed);
  const { actor, now } = context;
  await tx.run(sql`insert into evidence_withdrawal (id, record_id, reason, person_id, person_name, withdrawn_at)
    values (${newId()}, ${evidenceId}, ${reason}, ${actor.personId}, ${actor.name}, ${now})`);
  await audit(tx, context, evidenceEvents.withdrawn, { subject, before: { evidenceId, kind: record.kind } });
}
