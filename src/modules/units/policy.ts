import {
  anyOf,
  holdsAtTop,
  holdsForParentOf,
  holdsOver,
  isSystem,
  type Placed,
  type Rule,
} from '../../kernel/authz.ts';

/**
 * The tree, its import and its groups belong to the administrator of the whole jurisdiction: a place in the tree decides
 * rights, so whoever moves units gives rights.
 */
export const mayChangeUnits: Rule<unknown> = anyOf(isSystem, holdsAtTop('admin'));

/** The standing agency keeps the published contacts of every unit under the committee it serves. */
export const mayPublishContact: Rule<Placed> = anyOf<Placed>(
  isSystem,
  holdsAtTop('admin'),
  holdsOver('admin'),
  holdsForParentOf('standing'),
);
