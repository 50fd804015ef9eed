import { compareVietnamese } from '../../../kernel/i18n.ts';
import { UNIT_KINDS, type UnitKind } from './kinds.ts';
import type { Unit } from './unit.ts';

const KIND_ORDER = new Map<UnitKind, number>(UNIT_KINDS.map((kind, index) => [kind, index]));

/** A unit read on one day, before its place in the tree is known. */
export type FlatUnit = Omit<Unit, 'lineage'>;

/**
 * Orders units of one day as a forest, depth first: under each parent by tier (top first), kind, then Vietnamese order of
 * names. A unit whose parent is not among `flat` is a root; each unit appears exactly once.
 */
export function orderAsForest(flat: readonly FlatUnit[], tierRanks: ReadonlyMap<string, number>): Unit[] {
  const known = new Set(flat.map((unit) => unit.id));
  const byParent = new Map<string | null, FlatUnit[]>();
  for (const unit of flat) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null;
    const siblings = byParent.get(parent);
    if (siblings) siblings.push(unit);
    else byParent.set(parent, [unit]);
  }
  const rank = (unit: FlatUnit): number => tierRanks.get(unit.tier) ?? Number.MAX_SAFE_INTEGER;
  const order = (a: FlatUnit, b: FlatUnit): number =>
    rank(a) - rank(b) ||
    (KIND_ORDER.get(a.kind) ?? 0) - (KIND_ORDER.get(b.kind) ?? 0) ||
    compareVietnamese(a.name, b.name) ||
    (a.id < b.id ? -1 : 1);
  const out: Unit[] = [];
  const descend = (parent: string | null, lineage: readonly string[]): void => {
    const siblings = byParent.get(parent);
    if (!siblings) return;
    for (const unit of siblings.sort(order)) {
      const own = [...lineage, unit.id];
      out.push({ ...unit, lineage: own });
      descend(unit.id, own);
    }
  };
  descend(null, []);
  return out;
}

/** How many units stand under each unit, at any depth. */
export function countsBelow(tree: readonly Unit[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const unit of tree)
    for (const above of unit.lineage.slice(0, -1)) counts.set(above, (counts.get(above) ?? 0) + 1);
  return counts;
}
