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

/** Saying what a unit makes public, and keeping its places: the unit's own people. */
export const mayWrite: Rule<Placed> = anyOf<Placed>(isSystem, holdsIn(...OWN));

/** Hanging, proving and taking down: the unit's own people, and those of the village in which the place stands. */
export const mayPost: Rule<PlacedPlace> = anyOf<PlacedPlace>(
  mayWrite,
  (actor, { villageId }) => villageId !== null && holdsIn(...OWN)(actor, { lineage: [villageId] }),
);

/** Taking an item away: who follows the whole tree, never for a unit of one's own. */
export const mayExempt: Rule<Placed> = anyOf<Placed>(isSystem, (actor, unit) => {
  const posts = actor.posts.filter(({ unitId }) => unitId !== unit.lineage.at(-1));
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
  mayWrite,
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
