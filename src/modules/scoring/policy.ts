import {
  anyOf,
  holds,
  holdsAtTop,
  holdsForParentOf,
  holdsForTop,
  holdsIn,
  isSystem,
  type Placed,
  type Rule,
} from '../../kernel/authz.ts';

/** Whoever writes for an office: who leads it, its specialists, the standing agency. */
const WRITERS = ['lead', 'leader', 'standing'] as const;
const PEOPLE = [...WRITERS, 'member', 'front'] as const;

/** Naming who answers for a part: the standing agency, and the leaders it serves. */
export const mayNameOwners: Rule<unknown> = anyOf<unknown>(
  isSystem,
  holdsForTop('standing'),
  holdsAtTop('leader'),
);

/** A part with the unit that answers for it; `null` when nobody is named or proposed. */
export interface OwnedPart {
  readonly ownerUnitId: string | null;
}

/** Writing causes down: whoever answers for the part, and the standing agency. */
export const mayWriteCause: Rule<OwnedPart> = anyOf<OwnedPart>(
  isSystem,
  holdsForTop('standing'),
  (actor, { ownerUnitId }) => ownerUnitId !== null && holdsIn(...WRITERS)(actor, { lineage: [ownerUnitId] }),
);

/** Saying what something costs: an office for itself. */
export const mayGiveEffort: Rule<Placed> = anyOf<Placed>(isSystem, holdsIn(...WRITERS));

/** Recording a practice: every office and commune may tell what it saw elsewhere or does itself. */
export const mayRecordPractice: Rule<unknown> = anyOf<unknown>(isSystem, holds(...PEOPLE));

/** Changing and withdrawing a practice: the unit that recorded it, and the standing agency. */
export const mayChangePractice: Rule<{ readonly byUnitId: string | null }> = anyOf<{
  readonly byUnitId: string | null;
}>(
  isSystem,
  holdsForTop('standing'),
  (actor, { byUnitId }) => byUnitId !== null && holdsIn(...PEOPLE)(actor, { lineage: [byUnitId] }),
);

/** Taking a practice over and telling what came of it: the unit's own people, and the standing agency for the units under its committee. */
export const mayAdopt: Rule<Placed> = anyOf<Placed>(
  isSystem,
  holdsIn(...PEOPLE),
  holdsForParentOf('standing'),
);

/** The outer door of drafting tasks into a plan; which plan, the plans room decides. */
export const mayDraftTasks: Rule<unknown> = anyOf<unknown>(isSystem, holds('standing'));

/** The outer door of telling what something costs. */
export const mayTellEfforts: Rule<unknown> = anyOf<unknown>(isSystem, holds(...WRITERS));
