import type { CalendarDate } from '../../../kernel/dates.ts';
import {
  type ItemState,
  isRemovedEarly,
  type PlaceFacts,
  type TestAnswer,
  type ThreeTests,
} from './state.ts';

/** What a board counts an item as, from best to what somebody must act on. */
export const GROUPS = ['proven', 'posted', 'ahead', 'late', 'none'] as const;
export type Group = (typeof GROUPS)[number];

/** One item as far as it is counted. */
export interface Counted {
  readonly state: ItemState;
  readonly tests: ThreeTests;
  readonly places: readonly PlaceFacts[];
  /** Anything published stands. */
  readonly isPublished: boolean;
  readonly isStale: boolean;
  /** Figures stand in fields and tables, not in a picture of a paper. */
  readonly isReadable: boolean;
  readonly notSeen: number;
  readonly wrong: number;
}

/** Where an item is counted; one whose time is over counts as proven only where every place was. */
export function groupOf({ state, places }: Pick<Counted, 'state' | 'places'>): Group {
  switch (state) {
    case 'removed_early':
    case 'late':
      return 'late';
    case 'due_soon':
    case 'not_due':
      return 'ahead';
    case 'posted':
      return 'posted';
    case 'proven':
      return 'proven';
    case 'expired':
      return places.every(({ posting }) => posting?.isProven) ? 'proven' : 'posted';
    default:
      return 'none';
  }
}

/** How often a test was answered. */
export type Answers = Readonly<Record<TestAnswer, number>>;

export interface Tally extends Readonly<Record<Group, number>> {
  /** Proven, posted, ahead and late; what is exempt, withdrawn or did not arise stands beside it. */
  readonly asked: number;
  readonly time: Answers;
  readonly content: Answers;
  readonly place: Answers;
  readonly published: number;
  readonly readable: number;
  readonly stale: number;
  /** Items of which citizens said something else, not answered yet. */
  readonly disputed: number;
  readonly notSeen: number;
  readonly wrong: number;
}

const answersOf = (items: readonly Counted[], test: keyof ThreeTests): Answers => {
  const count = (answer: TestAnswer): number =>
    items.filter(({ tests }) => tests[test].answer === answer).length;
  return { yes: count('yes'), no: count('no'), not_yet: count('not_yet') };
};

/** Counts items. The tests are asked of what is owed, quality and freshness of what is published. */
export function tallyOf(items: readonly Counted[]): Tally {
  const groups = Map.groupBy(items, groupOf);
  const of = (group: Group): number => groups.get(group)?.length ?? 0;
  const owed = items.filter((item) => groupOf(item) !== 'none');
  const published = owed.filter(({ isPublished }) => isPublished);
  const sum = (what: (item: Counted) => number): number => items.reduce((all, item) => all + what(item), 0);
  return {
    proven: of('proven'),
    posted: of('posted'),
    ahead: of('ahead'),
    late: of('late'),
    none: of('none'),
    asked: owed.length,
    time: answersOf(owed, 'time'),
    content: answersOf(owed, 'content'),
    place: answersOf(owed, 'place'),
    published: published.length,
    readable: published.filter(({ isReadable }) => isReadable).length,
    stale: published.filter(({ isStale }) => isStale).length,
    disputed: items.filter(({ notSeen, wrong }) => notSeen + wrong > 0).length,
    notSeen: sum(({ notSeen }) => notSeen),
    wrong: sum(({ wrong }) => wrong),
  };
}

/** Proven of what had to stand by now, in percent; `null` where nothing had to. */
export function provenShare({ proven, posted, late }: Pick<Tally, Group>): number | null {
  const due = proven + posted + late;
  return due === 0 ? null : (proven / due) * 100;
}

/** Whether somebody must do something: owed and not there, said to be missing or wrong, too old, or not proven. */
export function isGap(item: Counted): boolean {
  const group = groupOf(item);
  return group === 'late' || group === 'posted' || item.isStale || item.notSeen + item.wrong > 0;
}

/** What one place lacks of an item, the worst first; `null`: nothing. */
export const LACKS = ['no_place', 'not_posted', 'removed_early', 'not_seen', 'not_proven'] as const;
export type Lack = (typeof LACKS)[number];

export function lackOf(
  item: Pick<Counted, 'state'> & { readonly dueOn: CalendarDate },
  { placeId, posting, notSeen }: PlaceFacts,
  today: CalendarDate,
): Lack | null {
  if (['exempt', 'withdrawn', 'nil'].includes(item.state)) return null;
  if (posting === null) {
    if (today <= item.dueOn) return null;
    return placeId === null ? 'no_place' : 'not_posted';
  }
  if (isRemovedEarly(posting)) return 'removed_early';
  if (notSeen > 0) return 'not_seen';
  return posting.isProven ? null : 'not_proven';
}
