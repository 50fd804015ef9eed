import type { CalendarDate } from '../../../kernel/dates.ts';
import { PAPER_PLACES, type PlaceKind } from './declaration.ts';
import { type ItemFacts, type ItemState, isRemovedEarly, overstays, type PostingFacts } from './state.ts';

/** What must be done with an item, in the order in which a clerk does it. */
export const TODOS = [
  'removed_early',
  'answer',
  'late',
  'due_soon',
  'post_anew',
  'prove',
  'take_down',
  'refresh',
  'not_due',
  'done',
] as const;
export type Todo = (typeof TODOS)[number];

/** The one thing that the line offers. */
export type Act =
  | 'post_again'
  | 'answer'
  | 'fill'
  | 'name_place'
  | 'post'
  | 'prove'
  | 'take_down'
  | 'look_again'
  | 'read';

export interface Urgency {
  readonly todo: Todo;
  readonly act: Act;
  /** The day that the line is about: a due, a last day, the day since which something is owed. */
  readonly on: CalendarDate | null;
  /** The places that the act is about. */
  readonly placeIds: readonly string[];
}

export interface UrgencyFacts {
  readonly facts: ItemFacts;
  readonly state: ItemState;
  /** The due of the earliest check that waits for an answer. */
  readonly checkDueOn: CalendarDate | null;
  /** Of content that stands always: the last day on which it counts as fresh. */
  readonly freshUntil: CalendarDate | null;
  /** The last posting of each place, asked for or not. */
  readonly hanging: readonly (PostingFacts & { readonly placeId: string; readonly kind: PlaceKind })[];
}

const SETTLED: readonly ItemState[] = ['nil', 'exempt', 'withdrawn'];

/** What must be done first with an item, and the one act that does it. */
export function urgencyOf(given: UrgencyFacts, today: CalendarDate): Urgency {
  const { facts, state, checkDueOn, freshUntil } = given;
  const make = (
    todo: Todo,
    act: Act,
    on: CalendarDate | null,
    placeIds: readonly string[] = [],
  ): Urgency => ({
    todo,
    act,
    on,
    placeIds,
  });
  const idsOf = (places: readonly { readonly placeId: string | null }[]): string[] =>
    places.flatMap(({ placeId }) => placeId ?? []);
  if (state === 'removed_early') {
    const early = facts.places.filter(({ posting }) => posting !== null && isRemovedEarly(posting));
    return make('removed_early', 'post_again', early[0]?.posting?.removedOn ?? null, idsOf(early));
  }
  if (checkDueOn !== null) return make('answer', 'answer', checkDueOn);
  const papers = given.hanging.filter(({ kind }) => PAPER_PLACES.includes(kind));
  const tooLong = papers.filter(
    (one) => overstays(one, today) || (state === 'withdrawn' && one.removedOn === null),
  );
  if (!SETTLED.includes(state)) {
    if (state === 'late' || state === 'due_soon')
      return make(state, actOf(facts), facts.dueOn, missing(facts));
    const old = facts.places.filter(
      ({ posting }) =>
        posting !== null &&
        posting.removedOn === null &&
        posting.versionNumber < (facts.version?.number ?? 0),
    );
    if (old.length > 0) return make('post_anew', 'post', facts.version?.on ?? null, idsOf(old));
    if (state === 'posted') {
      const unproven = facts.places.filter(({ posting }) => posting !== null && !posting.isProven);
      return make('prove', 'prove', unproven[0]?.posting?.postedOn ?? null, idsOf(unproven));
    }
  }
  if (tooLong.length > 0)
    return make('take_down', 'take_down', tooLong[0]?.staysUntil ?? null, idsOf(tooLong));
  if (!SETTLED.includes(state)) {
    if (freshUntil !== null && freshUntil < today) return make('refresh', 'look_again', freshUntil);
    if (state === 'not_due') return make('not_due', actOf(facts), facts.dueOn, missing(facts));
  }
  return make('done', 'read', null);
}

const missing = ({ places }: ItemFacts): string[] =>
  places.flatMap(({ posting, placeId }) => (posting === null && placeId !== null ? [placeId] : []));

/** What an item still lacks until it hangs everywhere. */
function actOf(facts: ItemFacts): Act {
  if (!facts.version) return 'fill';
  return missing(facts).length > 0 ? 'post' : 'name_place';
}
