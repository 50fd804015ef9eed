import {
  type Actor,
  anyOf,
  holds,
  holdsAtTop,
  holdsOver,
  isSystem,
  type Placed,
  type Rule,
} from '../../kernel/authz.ts';
import { type Role, reachOf } from './domain/roles.ts';
import { rankOf } from './domain/title-rank.ts';

/** Where a person's posts stand; empty for someone without any post. */
export interface PersonPlaces {
  readonly lineages: readonly (readonly string[])[];
}

/** An administrator in a root of the tree answers for the whole jurisdiction, also for guests from outside its tree. */
export const mayAdministerAll: Rule<unknown> = anyOf<unknown>(isSystem, holdsAtTop('admin'));

/** An administrator of a node, or of a node above it. */
export const mayAdminister: Rule<Placed> = anyOf<Placed>(mayAdministerAll, holdsOver('admin'));

/** The outer door of the pages about people. */
export const mayManageSomePeople: Rule<unknown> = anyOf<unknown>(isSystem, holds('admin'));

/** Sees a person: administers the place of at least one of the posts. */
export const maySeePerson: Rule<PersonPlaces> = (actor, person) =>
  mayAdministerAll(actor, null) || person.lineages.some((lineage) => mayAdminister(actor, { lineage }));

/** Manages a person: administers the place of every post, so that nobody is locked out of another's unit. */
export const mayManagePerson: Rule<PersonPlaces> = (actor, person) =>
  mayAdministerAll(actor, null) ||
  (person.lineages.length > 0 && person.lineages.every((lineage) => mayAdminister(actor, { lineage })));

/** Grants or ends a post: administers all that a holder of the post could reach. */
export const mayGrant: Rule<{ readonly role: Role; readonly lineage: readonly string[] }> = (actor, post) =>
  mayAdminister(actor, { lineage: reachOf(post.role, post.lineage) });

/** The units an administrator answers for; `null` means all. */
export function administeredUnits(actor: Actor): readonly string[] | null {
  if (mayAdministerAll(actor, null)) return null;
  return actor.posts.filter((post) => post.role === 'admin').map((post) => post.unitId);
}

/** Leads a unit: its head or a deputy by title, or a leader of the committee it stands under. */
export const leadsUnit: Rule<Placed> = anyOf<Placed>(isSystem, holdsOver('leader'), (actor, { lineage }) =>
  actor.posts.some((post) => post.unitId === lineage.at(-1) && rankOf(post.title) !== 'staff'),
);

/** Records when somebody is away: the person, whoever leads one of their units, an administrator over one. */
export const mayKeepLeaves: Rule<PersonPlaces & { readonly personId: string }> = (actor, person) =>
  actor.personId === person.personId ||
  mayAdministerAll(actor, null) ||
  person.lineages.some((lineage) => leadsUnit(actor, { lineage }) || mayAdminister(actor, { lineage }));
