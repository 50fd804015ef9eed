import {
  type Actor,
  anyOf,
  holdsAtTop,
  holdsForParentOf,
  holdsForTop,
  holdsIn,
  holdsOver,
  isSystem,
  type Placed,
  type Rule,
} from '../../kernel/authz.ts';

/** Periods are the whole jurisdiction's: its administrator and standing agency make, correct and reopen them; everybody reads. */
export const mayManage: Rule<unknown> = anyOf(isSystem, holdsAtTop('admin'), holdsForTop('standing'));

/** Asking for an extension: the people of a unit that reports to one above it. */
export const mayAsk: Rule<Placed> = (actor, unit) =>
  actor.personId !== null &&
  unit.lineage.length > 1 &&
  holdsIn('member', 'lead', 'leader', 'standing')(actor, unit);

const isOfUnit: Rule<Placed> = (actor, unit) =>
  actor.posts.some((post) => post.unitId === unit.lineage.at(-1));

/** Answering it: the standing agency of the committee above, or a leader above; never the unit's own people. */
export const mayAnswer: Rule<Placed> = (actor, unit) =>
  actor.personId !== null &&
  !isOfUnit(actor, unit) &&
  anyOf<Placed>(holdsForParentOf('standing'), holdsOver('leader'))(actor, unit);

/** The units for which a person may ask, in the order of the posts. */
export function unitsAskedFor(actor: Actor): string[] {
  const own = actor.posts.filter((post) => mayAsk(actor, { lineage: post.lineage }));
  return [...new Set(own.map((post) => post.unitId))];
}
