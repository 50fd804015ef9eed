import {
  anyOf,
  holds,
  holdsAtTop,
  holdsForParentOf,
  holdsIn,
  isSystem,
  type Placed,
  type Rule,
} from '../../kernel/authz.ts';
import { mayRemark, maySeeValue } from '../figures/index.ts';

/** A sheet with the places that decide rights, as they stood on the last day of its period. */
export interface PlacedSheet extends Placed {
  /** The agency that asks for the form. */
  readonly ownerUnitId: string;
}

/** Reading a unit's sheet: whoever reads its figures, and the agency that asks for the form. */
export const maySeeSheet: Rule<PlacedSheet> = maySeeValue;

/** Saying something beside a cell: whoever reads it, but for a superior, who only reads. */
export const mayRemarkSheet: Rule<PlacedSheet> = mayRemark;

/** Saying that one's own unit's sheet is complete, or taking that back. */
export const mayComplete: Rule<Placed> = anyOf<Placed>(
  isSystem,
  holdsIn('member', 'lead', 'leader', 'front', 'council', 'standing'),
);

/** A form with its agency's place in the tree; the lineage is empty once that unit has ended. */
export interface PlacedForm {
  readonly ownerUnitId: string;
  readonly ownerLineage: readonly string[];
}

/** Making and changing a form: the agency that asks for it, and the standing agency of the same committee. */
export const mayDesign: Rule<PlacedForm> = anyOf<PlacedForm>(
  isSystem,
  (actor, { ownerUnitId }) => holdsIn('lead', 'leader', 'standing')(actor, { lineage: [ownerUnitId] }),
  (actor, { ownerLineage }) => holdsForParentOf('standing')(actor, { lineage: ownerLineage }),
);

/** Whoever may make forms at all. */
export const mayDesignSome: Rule<unknown> = anyOf<unknown>(isSystem, holds('lead', 'standing'));

/** Loading the forms that ship: whoever answers for the whole tenant, and the standing agency. */
export const mayLoadCatalog: Rule<unknown> = anyOf<unknown>(isSystem, holdsAtTop('admin'), holds('standing'));
