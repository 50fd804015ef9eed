import type { RequestContext } from '../../../../kernel/http/route.ts';
import type { PhoneScope } from '../../queries/phone-work.ts';
import type { Looking } from '../looking.ts';

/** Whose boards a person stands before: those of their villages, and of the units they are of. */
export function scopesOf({ actor }: RequestContext, { units }: Looking): PhoneScope[] {
  const villages = new Map<string, string[]>();
  const whole = new Set<string>();
  for (const { unitId } of actor.posts) {
    const unit = units.byId.get(unitId);
    if (!unit) continue;
    // A village keeps places of its own for what it must show itself.
    whole.add(unitId);
    if (unit.kind === 'thon' && unit.parentId !== null)
      villages.set(unit.parentId, [...(villages.get(unit.parentId) ?? []), unitId]);
  }
  return [
    ...[...villages]
      .filter(([unitId]) => !whole.has(unitId))
      .map(([unitId, villageIds]) => ({ unitId, villageIds })),
    ...[...whole].map((unitId) => ({ unitId, villageIds: null })),
  ];
}
