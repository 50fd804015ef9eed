import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { numbersForChecks } from '../domain/check-cells.ts';
import { formErrors } from '../errors.ts';
import { formEvents } from '../events.ts';
import { mayComplete } from '../policy.ts';
import { writeSheets } from '../store/sheets.ts';
import { readSaveScene, reasonOf } from './save-scene.ts';

export const reopenSheetInput = z.object({
  formId: z.uuid(),
  periodCode: z.string().min(4).max(40),
  unitId: z.uuid(),
});

/** Takes back that a sheet is complete, so that its cells may be corrected one by one. Its numbers stay. */
export async function reopenSheet(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof reopenSheetInput>,
): Promise<void> {
  const { formId, periodCode, unitId } = reopenSheetInput.parse(given);
  const input = { formId, periodCode, cells: [], unitIds: [unitId], via: 'page' as const };
  const scene = await readSaveScene(tx, input, context.now);
  const unit = scene.units.get(unitId);
  ensure(unit && mayComplete(context.actor, unit), formErrors.not_allowed);
  const window = scene.windows.of(periodCode, unitId);
  ensure(window?.mayEnter, formErrors.window_closed, { reason: reasonOf(window) });
  const sheet = scene.sheets.get(unitId);
  ensure(sheet?.completed, formErrors.not_complete);
  const { ready } = scene;
  const numbers = numbersForChecks(ready.compiled, sheet.values);
  await writeSheets(context, tx, { formId, periodCode }, [
    { unitId, versionId: ready.version.id, isComplete: false, numbers },
  ]);
  await audit(tx, context, formEvents.reopened, {
    subject: { type: 'form', id: formId },
    before: { completedAt: sheet.completed.at, by: sheet.completed.byName },
    after: { unitId, period: periodCode },
  });
}
