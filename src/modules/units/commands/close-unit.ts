import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { closeAfter } from '../domain/changes.ts';
import { unitEvents } from '../events.ts';
import { mayChangeUnits } from '../policy.ts';
import { applyChange, lockedWorld, unitIn } from './apply-change.ts';
import { citedAct, requiredDate, requiredUnit } from './fields.ts';

export const closeUnitInput = z.object({ unitId: requiredUnit, lastDay: requiredDate, act: citedAct });

/** The unit ends after `lastDay`. Refused while another unit stands under it later. */
export async function closeUnit(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof closeUnitInput>,
): Promise<void> {
  ensure(mayChangeUnits(context.actor, null), kernelErrors.forbidden);
  const world = await lockedWorld(tx);
  const { register } = world;
  const unit = unitIn(register, input.unitId);
  await applyChange(tx, register, closeAfter(world, unit, input.lastDay, input.act), context.now);
  await audit(tx, context, unitEvents.closed, {
    subject: { type: 'unit', id: unit.id },
    before: unit.versions.at(-1),
    after: { lastDay: input.lastDay, act: input.act },
  });
}
