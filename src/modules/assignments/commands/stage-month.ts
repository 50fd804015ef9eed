import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sniffKind } from '../../../kernel/documents/index.ts';
import { ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { newId } from '../../../kernel/ids.ts';
import { readMonth } from '../domain/month.ts';
import { assignmentErrors } from '../errors.ts';
import { assignmentEvents } from '../events.ts';
import { assignmentLimits } from '../limits.ts';
import { checkReporter } from '../month-access.ts';
import { readSheet } from '../month-preview.ts';
import { insertMonthImport } from '../store-months.ts';

export const stageMonthInput = z.object({
  unitId: z.uuid(),
  month: z.string().refine((text) => readMonth(text) !== undefined),
  fileName: z.string().min(1).max(200),
});

/**
 * Takes a filled sheet in hand: it is read (a bad file leaves nothing behind), kept by its hash, and can be previewed.
 * Nothing of the work changes. Answers the id of the import.
 */
export async function stageMonth(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof stageMonthInput> & { readonly bytes: Uint8Array },
  files: FileStore,
): Promise<string> {
  const { unitId, month, fileName } = stageMonthInput.parse(given);
  const { bytes } = given;
  await checkReporter(context, tx, unitId);
  const sheet = await readSheet(fileName, bytes);
  const limit = assignmentLimits.month_rows;
  ensure(sheet.rows.length <= limit, assignmentErrors.sheet_too_long, { limit });
  const { mediaType } = sniffKind(bytes, fileName);
  const fileHash = await files.put(tx, bytes, mediaType, context.now);
  const id = newId();
  const createdBy = context.actor.personId;
  await insertMonthImport(tx, { id, unitId, month, fileHash, fileName, createdBy, now: context.now });
  await audit(tx, context, assignmentEvents.month_staged, {
    subject: { type: 'unit', id: unitId },
    after: { importId: id, month, fileHash, fileName, rows: sheet.rows.length },
  });
  return id;
}
