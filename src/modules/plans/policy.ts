import {
  type Actor,
  anyOf,
  holds,
  holdsForParentOf,
  holdsIn,
  holdsOver,
  isSystem,
  type Placed,
  type Rule,
} from '../../kernel/authz.ts';
import { type PlanState, wasIssued } from './plan.ts';

interface PlacedPlan extends Placed {
  readonly state: PlanState;
}

/** The standing agency writes for the committee it serves, and for the units under it. */
export const mayDraft: Rule<Placed> = anyOf<Placed>(isSystem, holdsForParentOf('standing'));

/** The signature is on paper: the leader who signs, or the standing agency that records it. */
export const mayIssue: Rule<Placed> = anyOf<Placed>(mayDraft, holdsIn('leader'));

export const maySeeDraft: Rule<Placed> = anyOf<Placed>(mayIssue, holdsOver('admin'));

const isSignedIn: Rule<unknown> = (actor) => actor.personId !== '';

/** An issued plan is read by everyone of the tenant; a draft only by those who make, sign or administer it. */
export const maySee: Rule<PlacedPlan> = (actor, plan) =>
  wasIssued(plan) ? isSignedIn(actor, plan) : maySeeDraft(actor, plan);

/** The outer door of the pages where plans are written. */
export const mayDraftSomething: Rule<unknown> = anyOf<unknown>(isSystem, holds('standing'));

/** The outer door of the pages where plans are signed. */
export const mayIssueSomething: Rule<unknown> = anyOf<unknown>(mayDraftSomething, holds('leader'));

export interface DraftScope {
  readonly all: boolean;
  /** Drafts of these units and of all units below them. */
  readonly over: readonly string[];
  /** Drafts of exactly these units. */
  readonly exactly: readonly string[];
}

/** Whose drafts the actor sees: `maySeeDraft` as a filter for lists. */
export function draftScope(actor: Actor): DraftScope {
  const of = (role: string) => actor.posts.filter((post) => post.role === role);
  return {
    all: isSystem(actor, null),
    over: [
      ...of('standing').map((post) => post.lineage.at(-2) ?? post.unitId),
      ...of('admin').map((post) => post.unitId),
    ],
    exactly: of('leader').map((post) => post.unitId),
  };
}
