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
import type { Scope } from '../assignments/index.ts';

/** Work with the places that decide rights: who does it, who accepts it. */
export interface PlacedWork extends Placed {
  readonly acceptingLineage: readonly string[];
}

/** A superior's post stands in the jurisdiction it reads, and makes nobody one of its people. */
const ownUnits = (actor: Pick<Actor, 'posts'>): string[] =>
  actor.posts.filter((post) => post.role !== 'superior').map((post) => post.unitId);

/** The committee that a standing agency serves. */
const served = (actor: Pick<Actor, 'posts'>): string[] =>
  actor.posts.flatMap((post) => (post.role === 'standing' ? [post.lineage.at(-2) ?? post.unitId] : []));

/** Units whose matters are the person's own: nobody urges themselves. */
export function ownPlaces(actor: Pick<Actor, 'posts'>): string[] {
  return [...new Set([...ownUnits(actor), ...served(actor)])];
}

/** Whoever watches over units: the standing agency those of the committee it serves, a leader those under the committee. */
const watchesOver: Rule<Placed> = anyOf<Placed>(holdsForParentOf('standing'), holdsOver('leader'));

/** Urging a unit to go on: who watches over it, and the lead agency of what it accepts. */
export const mayUrge: Rule<PlacedWork> = anyOf<PlacedWork>(isSystem, watchesOver, (actor, work) =>
  holdsIn('lead', 'leader')(actor, { lineage: work.acceptingLineage }),
);

/** Urging a unit to answer what was reported to it: who watches over that unit. */
export const mayAskForAnswer: Rule<Placed> = anyOf<Placed>(isSystem, watchesOver);

/** Whoever may urge anything at all. */
export const mayUrgeSomething: Rule<unknown> = anyOf<unknown>(isSystem, holds('standing', 'leader', 'lead'));

/** The work a person may urge, as the scope of a list. Their own is left out when it is chosen. */
export function urgingScope(actor: Actor): Scope {
  const of = (...roles: string[]): string[] =>
    actor.posts.filter((post) => roles.includes(post.role)).map((post) => post.unitId);
  return {
    everything: isSystem(actor, null),
    under: [...of('leader'), ...served(actor)],
    own: [],
    accepting: of('lead', 'leader'),
  };
}

/** Reads every round: the administrator of the whole, and the superior. */
const readsAll: Rule<unknown> = anyOf<unknown>(isSystem, holdsAtTop('admin'), holds('superior'));

/** Reading what was sent by a unit, or to it: its people, who watches over it, and the Council of its committee. */
export const mayRead: Rule<Placed> = anyOf<Placed>(
  readsAll,
  (actor, unit) => ownUnits(actor).includes(unit.lineage.at(-1) ?? ''),
  holdsOver('leader', 'admin'),
  holdsForParentOf('standing', 'council'),
);

/** The same as a scope over units: rounds sent from them and messages sent to them. */
export function readingScope(actor: Actor): Scope {
  const under = actor.posts.flatMap((post) => {
    if (post.role === 'leader' || post.role === 'admin') return [post.unitId];
    if (post.role === 'standing' || post.role === 'council') return [post.lineage.at(-2) ?? post.unitId];
    return [];
  });
  return { everything: readsAll(actor, null), under, own: ownUnits(actor), accepting: [] };
}

/** Writing back for a unit that was urged: its own people, and the standing agency for the committee it serves. */
export const mayAnswer: Rule<Placed> = (actor, unit) => {
  const posts = actor.posts.filter((post) => post.role !== 'admin');
  return actor.personId !== null && ownPlaces({ posts }).includes(unit.lineage.at(-1) ?? '');
};
