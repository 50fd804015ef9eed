import {
  type Actor,
  allOf,
  anyOf,
  holdsForParentOf,
  isSystem,
  type Placed,
  type Rule,
} from '../../kernel/authz.ts';
import { maySeeValue } from '../figures/index.ts';

/** A unit's cell with the places that decide rights, as they stood on the last day of its period. */
export interface PlacedTotalCell extends Placed {
  /** The lead agency of the figure. */
  readonly ownerUnitId: string;
}

/** A total is made of the cells that its reader may see: a commune's own, a lead agency's figures everywhere, everything for those above. */
export const seesUnit = (actor: Actor, ownerUnitId: string, unit: Placed): boolean =>
  maySeeValue(actor, { lineage: unit.lineage, ownerUnitId });

const isOwnUnit: Rule<PlacedTotalCell> = (_, { lineage, ownerUnitId }) => lineage.at(-1) === ownerUnitId;

const leadsFigure: Rule<PlacedTotalCell> = (actor, cell) => {
  const posts = actor.posts.filter((post) => post.unitId === cell.ownerUnitId);
  return holdsForParentOf('lead', 'leader', 'standing')({ ...actor, posts }, cell);
};

/** Holding another number than a unit's: the lead agency of the figure alone; of its own it simply enters the right one. */
export const mayAdjust: Rule<PlacedTotalCell> = anyOf<PlacedTotalCell>(
  isSystem,
  allOf<PlacedTotalCell>(leadsFigure, (actor, cell) => !isOwnUnit(actor, cell)),
);

const servesCommittee: Rule<Placed> = holdsForParentOf('standing', 'leader', 'admin', 'superior');

/** Seeing which units are behind: whoever oversees them; everybody sees their own. */
export const seesProgressOf: Rule<Placed> = anyOf<Placed>(
  isSystem,
  (actor, { lineage }) => actor.posts.some((post) => post.unitId === lineage.at(-1)),
  servesCommittee,
);
