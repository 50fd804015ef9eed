import {
  type Actor,
  allOf,
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
import { leadsUnit } from '../identity/index.ts';

/** An assignment with the places that decide rights: who does it, who accepts it. */
export interface PlacedAssignment extends Placed {
  /** Lineage of the unit that accepts. */
  readonly acceptingLineage: readonly string[];
  /** Added by the unit's own plan: its own leaders accept it. */
  readonly isOwn?: boolean;
}

const accepting = (rule: Rule<Placed>): Rule<PlacedAssignment> => {
  return (actor, subject) => rule(actor, { lineage: subject.acceptingLineage });
};

/** The administrator of the whole jurisdiction, and the superior, who stands outside its tree. */
const seesAll: Rule<unknown> = anyOf<unknown>(isSystem, holdsAtTop('admin'), holds('superior'));

/** Reading: your own unit's work, the work of units under you, the work you accept, and those who oversee the tree. */
export const maySee: Rule<PlacedAssignment> = anyOf<PlacedAssignment>(
  seesAll,
  holdsIn('member', 'lead'),
  holdsOver('leader', 'admin'),
  holdsForParentOf('standing', 'front', 'council'),
  accepting(holdsIn('lead', 'leader')),
);

/** Saying what was done: only people of the unit that does it. */
export const mayReport: Rule<Placed> = anyOf<Placed>(
  isSystem,
  holdsIn('member', 'lead', 'leader', 'front', 'council', 'standing'),
);

/** Work of a unit with who answers for it on the day; `null` when nobody can be named. */
export interface AnsweredWork extends Placed {
  readonly answeredBy: string | null;
}

/** Giving work to somebody inside the unit: who leads the unit, who answers for it today, and anybody where nobody does. */
export const mayHand: Rule<AnsweredWork> = allOf<AnsweredWork>(
  mayReport,
  anyOf<AnsweredWork>(
    leadsUnit,
    (actor, { answeredBy }) => answeredBy === null || answeredBy === actor.personId,
  ),
);

/** Saying something about work: everyone who sees it, but for a superior, who only reads. */
export const mayComment: Rule<PlacedAssignment> = allOf<PlacedAssignment>(
  maySee,
  anyOf<unknown>(isSystem, (actor) => actor.posts.some((post) => post.role !== 'superior')),
);

const mayAcceptGiven: Rule<PlacedAssignment> = anyOf<PlacedAssignment>(
  isSystem,
  (actor, subject) =>
    anyOf(accepting(holdsIn('lead', 'leader')), holdsForParentOf('standing'))(actor, subject) &&
    !actor.posts.some((post) => post.unitId === subject.lineage.at(-1)),
);

/**
 * Accepting and returning: the lead agency of the task, or the standing agency for the committee it serves; never the doer.
 * What a unit asks of itself is accepted by whoever leads it; the one who claimed it may not (commands/record-entry.ts).
 */
export const mayAccept: Rule<PlacedAssignment> = (actor, subject) =>
  subject.isOwn === true ? leadsUnit(actor, subject) : mayAcceptGiven(actor, subject);

/** A calendar address of a unit's deadlines: its own people, its standing agency and the administrator. */
export const mayMakeFeed: Rule<Placed> = anyOf<Placed>(
  isSystem,
  holdsAtTop('admin'),
  holdsOver('admin'),
  holdsIn('member', 'lead', 'leader', 'front', 'council', 'standing'),
  holdsForParentOf('standing'),
);

/** Who has confirmed an amendment: seen by those who follow the plan's work as a whole. */
export const mayOversee: Rule<Placed> = anyOf<Placed>(
  seesAll,
  holdsOver('leader', 'admin'),
  holdsForParentOf('standing'),
);

/** What part of the tenant's work a person sees in lists and on the board. */
export interface Scope {
  readonly everything: boolean;
  /** Units whose whole subtree is seen. */
  readonly under: readonly string[];
  /** Units whose own work is seen, without what lies under them. */
  readonly own: readonly string[];
  /** Units whose accepted work (tasks they lead) is seen wherever it is done. */
  readonly accepting: readonly string[];
}

/** The same rights as `maySee`, as a filter. A property test holds the two equal over random trees. */
export function scopeOf(actor: Actor): Scope {
  if (seesAll(actor, null)) return { everything: true, under: [], own: [], accepting: [] };
  const unitsOf = (...roles: string[]) =>
    actor.posts.filter((post) => roles.includes(post.role)).map((post) => post.unitId);
  const parentsOf = (...roles: string[]) =>
    actor.posts.filter((post) => roles.includes(post.role)).map((post) => post.lineage.at(-2) ?? post.unitId);
  return {
    everything: false,
    under: [...unitsOf('leader', 'admin'), ...parentsOf('standing', 'front', 'council')],
    own: unitsOf('member', 'lead'),
    accepting: unitsOf('lead', 'leader'),
  };
}
