import { anyOf, holds, holdsForParentOf, isSystem, type Placed, type Rule } from '../../kernel/authz.ts';

/** The tree, its import and its groups are the administrator's. */
export const mayChangeUnits: Rule<unknown> = anyOf(isSystem, holds('admin'));

/** The standing agency keeps the published contacts of every unit under the committee it serves. */
export const mayPublishContact: Rule<Placed> = anyOf(isSystem, holds('admin'), holdsForParentOf('standing'));
