import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { begun } from '../domain/changes.ts';
import { unitErrors } from '../errors.ts';
import { unitEvents } from '../events.ts';
import { mayChangeUnits } from '../policy.ts';
import { applyChange, keyFor, lockedWorld } from './apply-change.ts';
import {
  act,
  optionalDate,
  optionalText,
  optionalUnit,
  requiredDate,
  shortNames,
  tierName,
  unitCode,
  unitKey,
  unitKind,
  unitName,
} from './fields.ts';

/** What is said of a unit that begins. */
export const newUnitFields = {
  name: unitName,
  code: unitCode,
  shortNames,
  kind: unitKind,
  tier: tierName,
};

export const createUnitInput = z.object({
  ...newUnitFields,
  parentId: optionalUnit,
  from: requiredDate,
  to: optionalDate,
  act,
  note: optionalText(2000),
  key: unitKey,
});

/** A unit that begins on a day. Answers its id. */
export async function createUnit(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof createUnitInput>,
): Promise<{ id: string }> {
  ensure(mayChangeUnits(context.actor, null), kernelErrors.forbidden);
  const { register, tiers } = await lockedWorld(tx);
  ensure(tiers.has(input.tier), unitErrors.tier_unknown);
  const unit = begun({
    ...input,
    id: newId(),
    versionId: newId(),
    key: keyFor(register, input.key, input.name),
    invented: false,
    source: null,
  });
  await applyChange(tx, register, { units: [unit], successions: [] }, context.now);
  await audit(tx, context, unitEvents.created, { subject: { type: 'unit', id: unit.id }, after: unit });
  return { id: unit.id };
}
