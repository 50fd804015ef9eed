import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { begun, merge } from '../domain/changes.ts';
import type { Register, UnitHistory } from '../domain/unit.ts';
import { unitErrors } from '../errors.ts';
import { unitEvents } from '../events.ts';
import { unitLimits } from '../limits.ts';
import { inputMessages as m } from '../messages.ts';
import { mayChangeUnits } from '../policy.ts';
import { applyChange, keyFor, lockedWorld, unitIn } from './apply-change.ts';
import { newUnitFields } from './create-unit.ts';
import { citedAct, optionalUnit, requiredDate, requiredUnit } from './fields.ts';

export const mergeUnitsInput = z.object({
  sourceIds: z
    .array(requiredUnit)
    .max(unitLimits.merge_sources)
    .refine((ids) => ids.length > 0, { params: { message: m.sourcesMissing } })
    .transform((ids) => [...new Set(ids)]),
  /** The first day of the new order; the sources end the day before. */
  on: requiredDate,
  act: citedAct,
  into: z.union([z.object({ unitId: requiredUnit }), z.object({ ...newUnitFields, parentId: optionalUnit })]),
});

export interface MergeResult {
  /** The unit that carries on. */
  readonly id: string;
  /** Units that stood under the sources and stand under it now. */
  readonly movedIds: readonly string[];
}

/** Several units pass their work to a new or a standing one. Units under them move with it. */
export async function mergeUnits(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof mergeUnitsInput>,
): Promise<MergeResult> {
  ensure(mayChangeUnits(context.actor, null), kernelErrors.forbidden);
  const world = await lockedWorld(tx);
  const { register, tiers } = world;
  const sources = input.sourceIds.map((id) => unitIn(register, id));
  if (!('unitId' in input.into)) ensure(tiers.has(input.into.tier), unitErrors.tier_unknown);
  const target = receiver(register, input);
  ensure(!input.sourceIds.includes(target.id), unitErrors.merge_target_is_source);
  const outcome = merge(world, sources, target, input.on, input.act, newId);
  const change = await applyChange(tx, register, outcome, context.now);
  const movedIds = change.units
    .map((unit) => unit.id)
    .filter((id) => id !== target.id && !input.sourceIds.includes(id));
  await audit(tx, context, unitEvents.merged, {
    subject: { type: 'unit', id: target.id },
    before: sources,
    after: { sourceIds: input.sourceIds, target, on: input.on, act: input.act, movedIds },
  });
  return { id: target.id, movedIds };
}

function receiver(register: Register, input: z.infer<typeof mergeUnitsInput>): UnitHistory {
  const { into } = input;
  if ('unitId' in into) return unitIn(register, into.unitId);
  return begun({
    ...into,
    id: newId(),
    versionId: newId(),
    key: keyFor(register, null, into.name),
    from: input.on,
    to: null,
    act: input.act,
    invented: false,
    note: null,
    source: input.act,
  });
}
