import {
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

/** A unit plan with the places that decide rights: whose it is, and who asked for it. */
export interface PlacedUnitPlan extends Placed {
  /** Lineage of the unit that issued the parent plan. */
  readonly issuerLineage: readonly string[];
  readonly isIssued: boolean;
}

const issuer = (rule: Rule<Placed>): Rule<PlacedUnitPlan> => {
  return (actor, subject) => rule(actor, { lineage: subject.issuerLineage });
};

const ofTheUnit: Rule<Placed> = holdsIn('member', 'lead', 'leader', 'standing', 'front', 'council');

/** Confirming receipt and writing: anybody of the unit. */
export const mayDraft: Rule<Placed> = anyOf<Placed>(isSystem, ofTheUnit);

/** The signature is on paper: it is recorded by whoever leads the unit. */
export const mayIssue: Rule<Placed> = anyOf<Placed>(isSystem, allOf<Placed>(ofTheUnit, leadsUnit));

/** Following all units: the standing agency and the leaders of the committee that asked, and who oversees the tree. */
export const mayFollow: Rule<PlacedUnitPlan> = anyOf<PlacedUnitPlan>(
  isSystem,
  holdsAtTop('admin'),
  holds('superior'),
  issuer(anyOf<Placed>(holdsForParentOf('standing'), holdsOver('leader', 'admin'))),
);

const isSignedIn: Rule<unknown> = (actor) => actor.personId !== '';

/** An issued plan is read by everyone of the tenant; what is still written by its unit and by who follows it. */
export const maySee: Rule<PlacedUnitPlan> = (actor, plan) =>
  plan.isIssued ? isSignedIn(actor, plan) : mayReadDraft(actor, plan);

/** The working copy: its unit, who leads above it, and who follows it. */
export const mayReadDraft: Rule<PlacedUnitPlan> = anyOf<PlacedUnitPlan>(
  mayDraft,
  holdsOver('leader', 'admin'),
  mayFollow,
);

/** Giving a plan back: the standing agency or the leaders of the committee that asked; never one's own unit's. */
export const mayReturn: Rule<PlacedUnitPlan> = anyOf<PlacedUnitPlan>(
  isSystem,
  (actor, plan) =>
    issuer(anyOf<Placed>(holdsForParentOf('standing'), holdsIn('leader')))(actor, plan) &&
    !actor.posts.some((post) => post.unitId === plan.lineage.at(-1)),
);
