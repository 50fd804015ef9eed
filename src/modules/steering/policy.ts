import {
  type Actor,
  actsFor,
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
import { placeIn, type UnitsOfDay } from '../units/index.ts';

const isOf: Rule<Placed> = holdsIn('member', 'lead', 'leader', 'standing', 'front', 'council');

/** Who is asked does not ask: neither people of the unit, nor an office that serves it. */
const isOwn: Rule<Placed> = (actor, { lineage }) =>
  actor.posts.some(
    (post) =>
      actsFor(post, lineage.at(-1)) ||
      (post.role === 'standing' && (post.lineage.at(-2) ?? post.unitId) === lineage.at(-1)),
  );

/** Asking a unit to explain: who leads above it, and the standing agency of the committee it belongs to. */
export const mayAsk: Rule<Placed> = allOf<Placed>(
  (actor) => actor.personId !== null,
  anyOf<Placed>(holdsOver('leader'), holdsForParentOf('standing')),
  (actor, unit) => !isOwn(actor, unit),
);

/** Taking an answer or giving it back: whoever may ask. */
export const mayDecide: Rule<Placed> = mayAsk;

/** Who explained, perhaps in an earlier post, is not who decides about it. */
export const mayJudge = (
  { personId }: Pick<Actor, 'personId'>,
  said: readonly { readonly kind: string; readonly personId: string }[],
): boolean => !said.some((one) => one.kind === 'answer' && one.personId === personId);

/** Answering: the unit's own people. */
export const mayAnswer: Rule<Placed> = allOf<Placed>((actor) => actor.personId !== null, isOf);

/** Reading requests and answers: the unit's people, who may ask it, and those who oversee the tree. */
export const maySee: Rule<Placed> = anyOf<Placed>(
  isSystem,
  holdsAtTop('admin'),
  holds('superior'),
  isOf,
  holdsOver('leader', 'admin'),
  holdsForParentOf('standing', 'council'),
);

/** The units whose requests a person reads, as ids: those of the day, and ended ones, whose requests stay. */
export function seenUnits(actor: Actor, units: UnitsOfDay): string[] {
  return [...units.names.keys()].filter((id) => maySee(actor, placeIn(units, id)));
}

/** The brief of the week is for those who lead, or follow all units for those who lead. */
export const mayReadBrief: Rule<unknown> = holds('leader', 'standing', 'superior');
