import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { planEvents } from '../events.ts';
import { decideImport } from '../store/imports.ts';
import { openImport } from './review-import.ts';

export const discardImportInput = z.object({ planId: z.string(), importId: z.string() });

/** Lays an import aside; the plan stays as it stands and the files stay kept. */
export async function discardImport(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof discardImportInput>,
): Promise<void> {
  const { plan, one } = await openImport(context, tx, input.planId, input.importId);
  await decideImport(tx, one.id, 'discarded', context.now);
  await audit(tx, context, planEvents.import_discarded, {
    subject: { type: 'plan', id: plan.id },
    after: { importId: one.id },
  });
}
