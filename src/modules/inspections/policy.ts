import {
  type Actor,
  actsFor,
  holds,
  holdsAtTop,
  isSystem,
  type Rule,
  unitsOfPost,
} from '../../kernel/authz.ts';
import { leadsUnit } from '../identity/index.ts';

/** An inspection with the places that decide rights, on the day on which rights are read. */
export interface PlacedInspection {
  /** Ids from the root down to the inspected unit; of one that has ended, where it stood on the day of the inspection. */
  readonly ofLineage: readonly string[];
  /** The unit that made it, the same way. */
  readonly byLineage: readonly string[];
  /** Bodies that lead it too. */
  readonly partnerIds: readonly string[];
  /** Nobody but the inspecting side may know of it. */
  readonly isSecret: boolean;
}

/** What a person sees, as ids: in SQL and here the same (queries/scope-sql.ts). */
export interface Scope {
  readonly everything: boolean;
  /** The operator at the machine: unannounced ones too. */
  readonly secrets: boolean;
  /** Inspections of these units and of all under them. */
  readonly under: readonly string[];
  /** Inspections of exactly these: the person's own units and those above them. */
  readonly above: readonly string[];
  /** Inspections that these lead: the person's own units, for the standing agency its committee too. */
  readonly own: readonly string[];
  /** Unannounced ones that units under these lead: the committee's leaders. */
  readonly secretUnder: readonly string[];
}

/** A superior's post stands in the jurisdiction it reads, and makes nobody one of its people. */
const ownPosts = (actor: Actor): Actor['posts'] =>
  actor.posts.filter(({ role }) => role !== 'superior' && role !== 'admin');

const committeeOf = ({ unitId, lineage }: Actor['posts'][number]): string => lineage.at(-2) ?? unitId;

const OFFICES = ['standing', 'lead', 'front', 'council'];

const readsAll: Rule<unknown> = (actor) =>
  isSystem(actor, null) || holdsAtTop('admin')(actor, null) || holds('superior')(actor, null);

/**
 * What a person sees. Their own units, those whose work these carry on, and all under them; offices, the Front and the Council what lies
 * under their committee; what concerns a unit above them, as a village sees its commune's; what their unit leads. Of an unannounced one
 * before its day: who leads it, the leaders of the committee and of its standing agency.
 */
export function scopeOf(actor: Actor): Scope {
  const posts = ownPosts(actor);
  const offices = posts.filter(({ role }) => OFFICES.includes(role)).map(committeeOf);
  const served = posts.filter(({ role }) => role === 'standing').map(committeeOf);
  const leaders = posts
    .filter(
      (post) =>
        post.role === 'leader' || (post.role === 'standing' && leadsUnit(actor, { lineage: post.lineage })),
    )
    .map((post) => (post.role === 'leader' ? post.unitId : committeeOf(post)));
  return {
    everything: readsAll(actor, null),
    secrets: isSystem(actor, null),
    under: [...new Set([...posts.flatMap(unitsOfPost), ...offices])],
    above: [
      ...new Set(
        actor.posts.flatMap(({ role, lineage, carries }) =>
          role === 'superior' ? [] : [...lineage, ...carries],
        ),
      ),
    ],
    own: [...new Set([...posts.flatMap(unitsOfPost), ...served])],
    secretUnder: [...new Set(leaders)],
  };
}

const meets = (a: readonly string[], b: readonly string[]): boolean => a.some((id) => b.includes(id));

export const maySee: Rule<PlacedInspection> = (actor, inspection) => {
  if (isSystem(actor, null)) return true;
  const { ofLineage, byLineage, partnerIds, isSecret } = inspection;
  const scope = scopeOf(actor);
  const of = ofLineage.at(-1) ?? '';
  const leading = [byLineage.at(-1) ?? '', ...partnerIds];
  if (isSecret)
    // Somebody who also belongs to the inspected unit, or to one below it, would be the unit knowing.
    return !scope.above.includes(of) && (meets(leading, scope.own) || meets(byLineage, scope.secretUnder));
  return (
    scope.everything || meets(ofLineage, scope.under) || scope.above.includes(of) || meets(leading, scope.own)
  );
};

/** Acting for the inspecting side: people of a unit that leads it, none of whom belongs to the inspected unit or below it. */
export const mayInspect: Rule<PlacedInspection> = (actor, inspection) => {
  if (isSystem(actor, null)) return true;
  const { own, above } = scopeOf(actor);
  const leading = [inspection.byLineage.at(-1) ?? '', ...inspection.partnerIds];
  return meets(leading, own) && !above.includes(inspection.ofLineage.at(-1) ?? '');
};

/** Moving, announcing or calling it off: people of the unit that made it. */
export const mayArrange: Rule<PlacedInspection> = (actor, inspection) =>
  mayInspect(actor, { ...inspection, partnerIds: [] });

/** Reporting that a finding was put right: the people of the unit that was asked, or that carries its work on. */
export const mayClaim: Rule<{ readonly ownerId: string }> = (actor, { ownerId }) =>
  isSystem(actor, null) || ownPosts(actor).some((post) => actsFor(post, ownerId));

/** Judging a remedy: the inspecting side, never somebody of the unit that had to put it right, nor who reported it. */
export const mayVerify: Rule<
  PlacedInspection & { readonly ownerId: string; readonly claimedBy: string | null }
> = (actor, finding) =>
  isSystem(actor, null) ||
  (mayInspect(actor, finding) &&
    !ownPosts(actor).some((post) => actsFor(post, finding.ownerId)) &&
    actor.personId !== finding.claimedBy);

/** Making an inspection in the name of a unit: its own people, and the standing agency for its committee. Whom it reaches: `domain/reach.ts`. */
export const mayMakeFor: Rule<{ readonly unitId: string }> = (actor, { unitId }) =>
  isSystem(actor, null) || scopeOf(actor).own.includes(unitId);
