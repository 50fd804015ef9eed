import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { addEvidence, type PreparedEvidence } from '../../evidence/index.ts';
import { inspectionErrors } from '../errors.ts';
import { inspectionConcluded, inspectionEvents } from '../events.ts';
import { mayInspect } from '../policy.ts';
import { appendInspectionEvents, heldInspection } from '../store.ts';

/** The kind of subject that inspections are in the evidence room: minutes and conclusions. */
export const INSPECTION = 'inspection';

export const concludeInspectionInput = z.object({
  inspectionId: z.string(),
  words: z.string().trim().max(10_000),
});

/** Ends an inspection with its conclusion and the papers of it. Findings stay open until each is verified. Throws `inspections.not_begun`. */
export async function concludeInspection(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof concludeInspectionInput> & { readonly papers: readonly PreparedEvidence[] },
  files: FileStore,
): Promise<void> {
  const { inspectionId, words } = concludeInspectionInput.parse(given);
  const inspection = await heldInspection(context, tx, inspectionId, mayInspect);
  const { heldOn, title, ofUnitId, byName, findings } = inspection;
  ensure(vietnamDate(context.now) >= heldOn, inspectionErrors.not_begun, { date: formatDate(heldOn) });
  ensure(words.length >= 3, inspectionErrors.words_needed);
  await appendInspectionEvents(context, tx, [{ inspectionId, kind: 'concluded', words }]);
  await audit(tx, context, inspectionEvents.concluded, {
    subject: { type: INSPECTION, id: inspectionId },
    after: { findings, papers: given.papers.length },
  });
  if (given.papers.length > 0)
    await addEvidence(
      context,
      tx,
      { subject: { type: INSPECTION, id: inspectionId }, items: given.papers },
      files,
    );
  await inspectionConcluded.emit(context, tx, { inspectionId, title, ofUnitId, byName, findings });
}
