import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { changeFrom } from '../domain/changes.ts';
import { versionOn } from '../domain/timeline.ts';
import { unitErrors } from '../errors.ts';
import { unitEvents } from '../events.ts';
import { mayChangeUnits } from '../policy.ts';
import { applyChange, lockedWorld, unitIn } from './apply-change.ts';
import { newUnitFields } from './create-unit.ts';
import { act, optionalUnit, requiredDate, requiredUnit } from './fields.ts';

export const changeUnitInput = z.object({
  unitId: requiredUnit,
  /** First day of what is said below. */
  from: requiredDate,
  ...newUnitFields,
  parentId: optionalUnit,
  act,
});

/**
 * Renames, moves or recodes a unit from a day on: the version that covers the day ends the day before and a new one opens.
 * On the version's own first day it corrects what was recorded. A later version keeps what it says.
 */
export async function changeUnit(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof changeUnitInput>,
): Promise<void> {
  ensure(mayChangeUnits(context.actor, null), kernelErrors.forbidden);
  const { register, tiers } = await lockedWorld(tx);
  const unit = unitIn(register, input.unitId);
  ensure(tiers.has(input.tier), unitErrors.tier_unknown);
  const { unitId: _, from, act: citedAct, ...facts } = input;
  const before = versionOn(unit, from);
  const outcome = changeFrom(unit, from, facts, citedAct, newId);
  const change = await applyChange(tx, register, outcome, context.now);
  const after = change.units[0] && versionOn(change.units[0], from);
  const event = before?.from === from ? unitEvents.corrected : unitEvents.changed;
  await audit(tx, context, event, { subject: { type: 'unit', id: unit.id }, before, after });
}
