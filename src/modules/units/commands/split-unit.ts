import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { begun, split } from '../domain/changes.ts';
import { freshKey } from '../domain/keys.ts';
import { versionOn } from '../domain/timeline.ts';
import { unitErrors } from '../errors.ts';
import { unitEvents } from '../events.ts';
import { unitLimits } from '../limits.ts';
import { inputMessages as m } from '../messages.ts';
import { mayChangeUnits } from '../policy.ts';
import { applyChange, lockedWorld, unitIn } from './apply-change.ts';
import { citedAct, requiredDate, requiredUnit, shortNames, unitCode, unitName } from './fields.ts';

export const splitUnitInput = z.object({
  unitId: requiredUnit,
  /** The first day of the new order. */
  on: requiredDate,
  act: citedAct,
  /** True when the unit goes on beside the new ones ("tách"); false when it ends ("chia"). */
  continues: z.boolean(),
  parts: z
    .array(z.object({ name: unitName, code: unitCode, shortNames }))
    .max(unitLimits.split_parts)
    .refine((parts) => parts.length > 0, { params: { message: m.partsMissing } }),
  /** For units under it: the place in `parts` (from 0) of the part they move to. */
  childTo: z.record(requiredUnit, z.number().int().min(0)),
});

/** A unit passes its work to new ones of the same kind, tier and parent. Answers their ids in the order of `parts`. */
export async function splitUnit(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof splitUnitInput>,
): Promise<{ partIds: string[] }> {
  ensure(mayChangeUnits(context.actor, null), kernelErrors.forbidden);
  const world = await lockedWorld(tx);
  const { register } = world;
  const source = unitIn(register, input.unitId);
  const model = versionOn(source, input.on) ?? source.versions.at(-1);
  ensure(model, unitErrors.not_found);
  const keys = new Set([...register.values()].map((unit) => unit.key));
  const parts = input.parts.map((part) => {
    const key = freshKey(part.name, (candidate) => keys.has(candidate));
    keys.add(key);
    return begun({
      ...part,
      kind: model.kind,
      tier: model.tier,
      parentId: model.parentId,
      id: newId(),
      versionId: newId(),
      key,
      from: input.on,
      to: null,
      act: input.act,
      invented: false,
      note: null,
      source: input.act,
    });
  });
  const childTo = new Map<string, string>();
  for (const [childId, place] of Object.entries(input.childTo)) {
    const part = parts[place];
    ensure(part, unitErrors.child_part_unknown);
    childTo.set(childId, part.id);
  }
  const outcome = split(world, source, parts, { ...input, childTo }, newId);
  await applyChange(tx, register, outcome, context.now);
  const partIds = parts.map((part) => part.id);
  await audit(tx, context, unitEvents.split, {
    subject: { type: 'unit', id: source.id },
    before: source,
    after: { partIds, on: input.on, act: input.act, continues: input.continues },
  });
  return { partIds };
}
