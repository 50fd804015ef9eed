import {
  type Actor,
  allOf,
  anyOf,
  holds,
  holdsAtTop,
  holdsForParentOf,
  holdsForTop,
  holdsIn,
  holdsOver,
  isSystem,
  type Placed,
  type Rule,
} from '../../kernel/authz.ts';

/** A cell with the places that decide rights, as they stood on the last day of its period. */
export interface PlacedCell extends Placed {
  /** The lead agency of the figure. */
  readonly ownerUnitId: string;
}

/** Saying what one's own unit has. */
export const mayEnterAsUnit: Rule<Placed> = anyOf<Placed>(
  isSystem,
  holdsIn('member', 'lead', 'leader', 'front', 'council', 'standing'),
);

/** The lead agency of the figure, for units of the committee it serves. */
const leadsFigure: Rule<PlacedCell> = (actor, cell) => {
  const posts = actor.posts.filter((post) => post.unitId === cell.ownerUnitId);
  return holdsForParentOf('lead', 'leader', 'standing')({ ...actor, posts }, cell);
};

/** Entering for a unit what it has not said itself: the figure's lead agency, and the standing agency for its committee. */
export const mayEnterForUnit: Rule<PlacedCell> = anyOf<PlacedCell>(
  mayEnterAsUnit,
  holdsForParentOf('standing'),
  leadsFigure,
);

const seesAll: Rule<unknown> = anyOf<unknown>(isSystem, holdsAtTop('admin'), holds('superior'));

/** Reading a unit's value: the unit's own people, who oversees the unit, and the lead agency of the figure. */
export const maySeeValue: Rule<PlacedCell> = anyOf<PlacedCell>(
  seesAll,
  mayEnterAsUnit,
  holdsOver('leader', 'admin'),
  holdsForParentOf('standing', 'front', 'council'),
  leadsFigure,
);

/** Saying something beside a cell: everyone who sees it, but for a superior, who only reads. */
export const mayRemark: Rule<PlacedCell> = allOf<PlacedCell>(
  maySeeValue,
  anyOf<unknown>(isSystem, (actor) => actor.posts.some((post) => post.role !== 'superior')),
);

/** The units whose values a person sees, all figures alike, as ids over one tree; `null` for all of them. */
export function seenUnits(
  actor: Actor,
  tree: readonly { readonly id: string; readonly lineage: readonly string[] }[],
  ownerUnitId: string,
): string[] | null {
  if (seesAll(actor, null)) return null;
  return tree.filter(({ lineage }) => maySeeValue(actor, { lineage, ownerUnitId })).map(({ id }) => id);
}

/** A definition with its lead agency's place in the tree; the lineage is empty once that unit has ended. */
export interface PlacedDefinition {
  readonly ownerUnitId: string;
  readonly ownerLineage: readonly string[];
}

/** Making and changing a figure: the agency that leads it, and the standing agency of the same committee. */
export const mayDefine: Rule<PlacedDefinition> = anyOf<PlacedDefinition>(
  isSystem,
  (actor, { ownerUnitId }) => holdsIn('lead', 'leader', 'standing')(actor, { lineage: [ownerUnitId] }),
  (actor, { ownerLineage }) => holdsForParentOf('standing')(actor, { lineage: ownerLineage }),
);

/** Whoever may define figures at all. */
export const mayDefineSome: Rule<unknown> = anyOf<unknown>(isSystem, holds('lead', 'standing'));

/** Loading a catalogue: for the whole jurisdiction at once, so whoever answers for it. */
export const mayLoadCatalog: Rule<unknown> = anyOf<unknown>(
  isSystem,
  holdsForTop('standing'),
  holdsAtTop('admin'),
);
