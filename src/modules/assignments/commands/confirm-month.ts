import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { unitsOfDay } from '../../units/index.ts';
import { assignmentErrors } from '../errors.ts';
import { assignmentEvents } from '../events.ts';
import { openUndecided } from '../month-access.ts';
import { previewMonth } from '../month-preview.ts';
import { scopeOf } from '../policy.ts';
import { resolveScope } from '../queries/scope-sql.ts';
import { decideMonthImport } from '../store-months.ts';
import { recordMany } from './record-many.ts';

export const confirmMonthInput = z.object({
  importId: z.uuid(),
  /** `seen` of the preview the person looked at. */
  seen: z.string().max(100),
});

/**
 * Records what a staged sheet says, all of it or nothing: refused while anything in it is wrong, and when it reads
 * differently from what was seen. Rows that somebody else changed meanwhile are left out, as the preview said.
 */
export async function confirmMonth(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof confirmMonthInput>,
  files: FileStore,
): Promise<{ unitId: string; month: string; started: number; claimed: number }> {
  const { importId, seen } = confirmMonthInput.parse(given);
  const staged = await openUndecided(context, tx, importId);
  const today = vietnamDate(context.now);
  const scope = resolveScope(scopeOf(context.actor), await unitsOfDay(tx, today));
  const day = { today, soonUntil: today, asOf: null };
  const preview = await previewMonth(tx, files, staged, { scope, day });
  ensure(preview.seen === seen, assignmentErrors.sheet_changed);
  const n = preview.problems.length;
  if (n > 0) throw new AppError(assignmentErrors.sheet_has_errors, { n });
  ensure(preview.changes.length > 0, assignmentErrors.nothing_recorded);
  const { unitId, month } = staged;
  const rows = preview.changes.map(({ row }) => row);
  const recorded = await recordMany(context, tx, { unitId, rows });
  await decideMonthImport(tx, staged.id, 'confirmed', context.now);
  await audit(tx, context, assignmentEvents.month_confirmed, {
    subject: { type: 'unit', id: unitId },
    after: { importId, month, ...recorded, leftOut: preview.conflicts.length },
  });
  return { unitId, month, ...recorded };
}
