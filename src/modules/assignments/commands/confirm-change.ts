import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatInstant, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { unitById } from '../../units/index.ts';
import { assignmentErrors } from '../errors.ts';
import { assignmentEvents } from '../events.ts';
import { mayReport } from '../policy.ts';
import { lockReceipt, setConfirmed } from '../store-receipts.ts';

export const confirmChangeInput = z.object({
  planId: z.uuid(),
  version: z.int().min(2),
  unitId: z.uuid(),
});

/** A unit says that it has read what an amendment changed for it; once, by whoever of it is first. */
export async function confirmChange(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof confirmChangeInput>,
): Promise<void> {
  const { planId, version, unitId } = input;
  const unit = await unitById(tx, unitId, vietnamDate(context.now));
  ensure(unit && mayReport(context.actor, unit), kernelErrors.forbidden);
  const receipt = await lockReceipt(tx, planId, version, unitId);
  ensure(receipt, assignmentErrors.receipt_not_found);
  if (receipt.confirmedAt !== null)
    throw new AppError(assignmentErrors.change_confirmed, {
      name: receipt.confirmedByName ?? '',
      time: formatInstant(receipt.confirmedAt),
    });
  await setConfirmed(context, tx, planId, version, unitId);
  await audit(tx, context, assignmentEvents.change_confirmed, {
    subject: { type: 'plan', id: planId },
    after: { version, unitId },
  });
}
