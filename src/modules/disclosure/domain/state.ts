import type { CalendarDate } from '../../../kernel/dates.ts';
import type { PlaceKind } from './declaration.ts';

export const STATES = [
  'removed_early',
  'late',
  'due_soon',
  'not_due',
  'posted',
  'proven',
  'expired',
  'nil',
  'withdrawn',
  'exempt',
] as const;
/** In the order in which somebody must act. */
export type ItemState = (typeof STATES)[number];

/** The order in which `stateOf` tries them. */
export const TRIED: readonly ItemState[] = [
  'exempt',
  'nil',
  'withdrawn',
  'removed_early',
  'expired',
  'proven',
  'posted',
  'late',
  'due_soon',
  'not_due',
];

/** The last posting of one place. */
export interface PostingFacts {
  readonly postedOn: CalendarDate;
  /** The last day it must stay; `null`: for as long as the content holds. */
  readonly staysUntil: CalendarDate | null;
  readonly versionNumber: number;
  readonly isProven: boolean;
  readonly removedOn: CalendarDate | null;
}

/** One place in which the item must hang. */
export interface PlaceFacts {
  readonly kind: PlaceKind;
  /** Null where the law wants such a place and the unit has named none. */
  readonly placeId: string | null;
  /** The village it stands, or must stand, in. */
  readonly villageId: string | null;
  readonly name: string;
  readonly posting: PostingFacts | null;
  /** The first day it ever hung there: whether it was in time. */
  readonly firstPostedOn: CalendarDate | null;
  /** Citizens who did not see it, not answered yet. */
  readonly notSeen: number;
}

export interface ItemFacts {
  readonly dueOn: CalendarDate;
  readonly exception: { readonly kind: 'nil' | 'exempt'; readonly on: CalendarDate } | null;
  /** The last version; `isWhole`: every required field is filled. */
  readonly version: {
    readonly number: number;
    readonly isWithdrawn: boolean;
    readonly isWhole: boolean;
    /** The last change was a correction that citizens or the law asked to post anew. */
    readonly on: CalendarDate;
  } | null;
  /** Only places that count: required ones that exist, or that must exist. */
  readonly places: readonly PlaceFacts[];
  /** Citizens said that the content is wrong, not answered yet. */
  readonly saidWrong: number;
}

export interface Moment {
  readonly today: CalendarDate;
  /** From how many days before the due day it counts as due soon: the last day that does. */
  readonly soonUntil: CalendarDate;
}

const hasPosting = (place: PlaceFacts): place is PlaceFacts & { readonly posting: PostingFacts } =>
  place.posting !== null;

/** Taken down before its last day. */
export function isRemovedEarly({ removedOn, staysUntil }: PostingFacts): boolean {
  return removedOn !== null && (staysUntil === null || removedOn <= staysUntil);
}

/** Its time is over: the last day is past, whether or not it was taken down. */
export function isOver({ staysUntil }: PostingFacts, today: CalendarDate): boolean {
  return staysUntil !== null && staysUntil < today;
}

/** Hangs although its time is over: for lists with names that is a breach of its own. */
export function overstays(posting: PostingFacts, today: CalendarDate): boolean {
  return posting.removedOn === null && isOver(posting, today);
}

/**
 * The published rule (page /quy-tac-cong-khai), in this order: exempt, nothing arose, withdrawn, taken down early, hung everywhere (time over,
 * proven, or only said), and else by the due day.
 */
export function stateOf(item: ItemFacts, { today, soonUntil }: Moment): ItemState {
  if (item.exception?.kind === 'exempt') return 'exempt';
  if (item.exception?.kind === 'nil') return 'nil';
  if (item.version?.isWithdrawn) return 'withdrawn';
  const hanging = item.places.filter(hasPosting);
  if (hanging.some(({ posting }) => isRemovedEarly(posting))) return 'removed_early';
  const everywhere = item.places.length > 0 && hanging.length === item.places.length;
  if (item.version && everywhere) {
    if (hanging.every(({ posting }) => isOver(posting, today))) return 'expired';
    return hanging.every(({ posting }) => posting.isProven) ? 'proven' : 'posted';
  }
  if (today > item.dueOn) return 'late';
  return item.dueOn <= soonUntil ? 'due_soon' : 'not_due';
}

export const ANSWERS = ['yes', 'no', 'not_yet'] as const;
export type TestAnswer = (typeof ANSWERS)[number];

/** Why a test says what it says; each is a message of the page. */
export type TestReason =
  | 'in_time'
  | 'posted_late'
  | 'not_posted'
  | 'removed_early'
  | 'whole'
  | 'lacks_fields'
  | 'said_wrong'
  | 'old_version_hangs'
  | 'nothing_published'
  | 'all_proven'
  | 'not_all_posted'
  | 'not_all_proven'
  | 'not_seen'
  | 'no_such_place';

/** What each test may say and why, in the order in which reasons are tried; `not_yet` becomes `no` once the due day is over. */
export const TEST_REASONS = {
  time: [
    ['removed_early', ['no']],
    ['posted_late', ['no']],
    ['not_posted', ['not_yet', 'no']],
    ['in_time', ['yes']],
  ],
  content: [
    ['nothing_published', ['not_yet']],
    ['lacks_fields', ['no']],
    ['said_wrong', ['no']],
    ['old_version_hangs', ['no']],
    ['whole', ['yes']],
  ],
  place: [
    ['not_seen', ['no']],
    ['no_such_place', ['not_yet', 'no']],
    ['not_all_posted', ['not_yet', 'no']],
    ['not_all_proven', ['not_yet']],
    ['all_proven', ['yes']],
  ],
} as const satisfies Record<string, readonly (readonly [TestReason, readonly TestAnswer[]])[]>;

export interface TestResult {
  readonly answer: TestAnswer;
  readonly reason: TestReason;
  /** The places it is about. */
  readonly placeIds: readonly string[];
}

export interface ThreeTests {
  readonly time: TestResult;
  readonly content: TestResult;
  readonly place: TestResult;
}

const about = (answer: TestAnswer, reason: TestReason, places: readonly PlaceFacts[] = []): TestResult => ({
  answer,
  reason,
  placeIds: places.flatMap(({ placeId }) => placeId ?? []),
});

/** The three tests of II.1.2.b. They are asked of items that say something: not of exempt, withdrawn or nil ones. */
export function threeTests(item: ItemFacts, { today }: Moment): ThreeTests {
  return { time: timeTest(item, today), content: contentTest(item), place: placeTest(item, today) };
}

function timeTest({ places, dueOn }: ItemFacts, today: CalendarDate): TestResult {
  const early = places.filter((place) => place.posting !== null && isRemovedEarly(place.posting));
  if (early.length > 0) return about('no', 'removed_early', early);
  const late = places.filter(({ firstPostedOn }) => firstPostedOn !== null && firstPostedOn > dueOn);
  if (late.length > 0) return about('no', 'posted_late', late);
  const missing = places.filter(({ posting }) => posting === null);
  if (missing.length > 0 || places.length === 0)
    return about(today > dueOn ? 'no' : 'not_yet', 'not_posted', missing);
  return about('yes', 'in_time', places);
}

function contentTest({ version, saidWrong, places }: ItemFacts): TestResult {
  if (!version) return about('not_yet', 'nothing_published');
  if (!version.isWhole) return about('no', 'lacks_fields');
  if (saidWrong > 0) return about('no', 'said_wrong');
  const old = places.filter(
    ({ posting }) => posting !== null && posting.removedOn === null && posting.versionNumber < version.number,
  );
  return old.length > 0 ? about('no', 'old_version_hangs', old) : about('yes', 'whole');
}

function placeTest({ places, dueOn }: ItemFacts, today: CalendarDate): TestResult {
  const isDue = today > dueOn;
  // What citizens saw outweighs what is still to come.
  const unseen = places.filter(({ notSeen }) => notSeen > 0);
  if (unseen.length > 0) return about('no', 'not_seen', unseen);
  const none = places.filter(({ placeId }) => placeId === null);
  if (none.length > 0 || places.length === 0) return about(isDue ? 'no' : 'not_yet', 'no_such_place', none);
  const missing = places.filter(({ posting }) => posting === null);
  if (missing.length > 0) return about(isDue ? 'no' : 'not_yet', 'not_all_posted', missing);
  const unproven = places.filter(({ posting }) => posting !== null && !posting.isProven);
  return unproven.length > 0
    ? about('not_yet', 'not_all_proven', unproven)
    : about('yes', 'all_proven', places);
}
