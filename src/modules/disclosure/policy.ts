import {
  type Actor,
  anyOf,
  holds,
  holdsAtTop,
  holdsForParentOf,
  holdsIn,
  holdsOver,
  isSystem,
  type Placed,
  type Rule,
} from '../../kernel/authz.ts';

/** A posting place: the unit it belongs to, and the village it stands in. */
export interface PlacedPlace extends Placed {
  readonly villageId: string | null;
}

const OWN = ['member', 'lead', 'leader', 'standing', 'front', 'council'] as const;

/** A post in the unit, or in the one that carries its work on; a post whose own unit has ended has no place in the tree and writes nothing. */
const isOf: Rule<Placed> = (actor, unit) =>
  holdsIn(...OWN)({ ...actor, posts: actor.posts.filter(({ lineage }) => lineage.length > 0) }, unit);

/** Saying what a unit makes public, and keeping its places: the unit's own people. */
export const mayWrite: Rule<Placed> = anyOf<Placed>(isSystem, isOf);

/** Hanging, proving and taking down: the unit's own people, and those of the village in which the place stands. */
export const mayPost: Rule<PlacedPlace> = anyOf<PlacedPlace>(
  mayWrite,
  (actor, { villageId }) => villageId !== null && isOf(actor, { lineage: [villageId] }),
);

/**
 * Taking an item away: who follows the tree, from above. Nobody does it for a unit of one's own, nor does an office that serves that unit;
 * the unit at the top has nobody above, so that its office does it.
 */
export const mayExempt: Rule<Placed> = anyOf<Placed>(isSystem, (actor, unit) => {
  const own = unit.lineage.at(-1);
  const isTop = unit.lineage.length === 1;
  const posts = actor.posts.filter(
    ({ unitId, lineage }) => unitId !== own && (isTop || lineage.at(-2) !== own),
  );
  const rule = anyOf<Placed>(holdsForParentOf('standing'), holdsOver('leader'));
  return rule({ ...actor, posts }, unit);
});

const seesAll: Rule<unknown> = anyOf<unknown>(isSystem, holdsAtTop('admin'), holds('superior'));

/** People of a village read what their commune owes. */
const belowIt: Rule<Placed> = (actor, { lineage }) => {
  const unitId = lineage.at(-1);
  return unitId !== undefined && actor.posts.some((post) => post.lineage.includes(unitId));
};

/** Reading what a unit owes and has done: its people, who oversees it, the standing agency, Front and Council of the tree. */
export const maySee: Rule<Placed> = anyOf<Placed>(
  seesAll,
  // Also of a unit that has ended: what it said stays theirs to read.
  holdsIn(...OWN),
  belowIt,
  holdsOver('leader', 'admin'),
  holdsForParentOf('standing', 'front', 'council'),
);

/** The units whose items a person sees, as ids over one tree; `null` for all of them. */
export function seenUnits(
  actor: Actor,
  tree: readonly { readonly id: string; readonly lineage: readonly string[] }[],
): string[] | null {
  if (seesAll(actor, null)) return null;
  return tree.filter((unit) => maySee(actor, unit)).map(({ id }) => id);
}
