import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { assignmentEvents } from '../events.ts';
import { openUndecided } from '../month-access.ts';
import { decideMonthImport } from '../store-months.ts';

/** Lays a staged sheet aside; nothing is recorded and the file stays kept. */
export async function discardMonth(
  context: CommandContext,
  tx: Tx,
  { importId }: { readonly importId: string },
): Promise<{ unitId: string; month: string }> {
  const { id, unitId, month } = await openUndecided(context, tx, importId);
  await decideMonthImport(tx, id, 'discarded', context.now);
  await audit(tx, context, assignmentEvents.month_discarded, {
    subject: { type: 'unit', id: unitId },
    after: { importId: id, month },
  });
  return { unitId, month };
}
