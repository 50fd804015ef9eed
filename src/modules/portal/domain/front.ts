import type { CalendarDate } from '../../../kernel/dates.ts';
import { byText } from '../../../kernel/order.ts';
import type { Section } from '../../disclosure/index.ts';
import type { PageCursor } from './page-cursor.ts';

/** From when until when a paper hangs; `null`: for as long as it holds. */
interface Time {
  readonly postedOn: CalendarDate;
  readonly staysUntil: CalendarDate | null;
}

interface NewestPosting extends Time {
  readonly itemId: string;
  readonly title: string;
  readonly placeId: string;
  readonly placeName: string;
}

interface Shown {
  readonly sections: readonly { readonly section: Section; readonly count: number }[];
  /** The latest entries, newest first. */
  readonly newest: readonly {
    readonly itemId: string;
    readonly title: string;
    readonly section: Section;
    readonly publishedOn: CalendarDate;
    readonly isWithdrawn: boolean;
  }[];
}

/** What a unit has made public, whatever the day, as `disclosure_shown_of` writes it. */
export interface Front extends Shown {
  /** For each entry on paper the times of its papers. */
  readonly hanging: readonly (readonly Time[])[];
  /** Newest first, each outlasting every newer one. */
  readonly postings: readonly NewestPosting[];
}

export const NOTHING_SHOWN: Front = { sections: [], newest: [], hanging: [], postings: [] };

export interface FrontOfDay extends Shown {
  /** How many entries hang on paper. */
  readonly hanging: number;
  /** How many of them hang at some place since `newSince` or later. */
  readonly hangingNew: number;
  readonly newestPosting: NewestPosting | null;
}

/** What of it holds on a day that is no earlier than the last publication and the last posting. */
export function frontOn(front: Front, day: CalendarDate, newSince: CalendarDate): FrontOfDay {
  const { sections, newest, hanging, postings } = front;
  let all = 0;
  let young = 0;
  for (const times of hanging) {
    const now = times.filter((time) => isUp(time, day));
    if (now.length > 0) all++;
    if (now.some(({ postedOn }) => postedOn >= newSince)) young++;
  }
  const newestPosting = postings.find((posting) => isUp(posting, day)) ?? null;
  return { sections, newest, hanging: all, hangingNew: young, newestPosting };
}

/** What a unit has posted anywhere and not taken down, whatever the day, as `disclosure_papers_of` writes it. */
export interface Papers {
  readonly places: readonly (Pick<PaperPlace, 'placeId' | 'placeName'> & {
    readonly villageId: string | null;
    /** False: a loudspeaker, a meeting, an address. */
    readonly isOnPaper: boolean;
  })[];
  /** `at`: the number of the place among `places`, posted on, stays until; the latest first. */
  readonly papers: readonly (Omit<Paper, 'at'> & {
    readonly at: readonly (readonly [number, CalendarDate, CalendarDate | null])[];
  })[];
}

export const NO_PAPERS: Papers = { places: [], papers: [] };

/** An entry on paper, with the places where it hangs, the latest first. */
export interface Paper {
  readonly itemId: string;
  readonly section: Section;
  readonly title: string;
  readonly at: readonly PaperPlace[];
}

interface PaperPlace extends Time {
  readonly placeId: string;
  readonly placeName: string;
}

/**
 * What of it hangs on the day: on all boards of the unit, on those of one village, or at one place, which may be no board; what was
 * posted last stands first.
 */
export function papersOn(
  { places, papers }: Papers,
  day: CalendarDate,
  where: { readonly villageId?: string; readonly placeId?: string } = {},
): readonly Paper[] {
  const isAsked = places.map(({ placeId, villageId, isOnPaper }) =>
    where.placeId !== undefined
      ? placeId === where.placeId
      : isOnPaper && (where.villageId === undefined || villageId === where.villageId),
  );
  const hanging: Paper[] = [];
  for (const { itemId, section, title, at: postings } of papers) {
    const at: PaperPlace[] = [];
    for (const [number, postedOn, staysUntil] of postings) {
      const place = places[number];
      if (place && isAsked[number] && isUp({ postedOn, staysUntil }, day))
        at.push({ placeId: place.placeId, placeName: place.placeName, postedOn, staysUntil });
    }
    if (at.length > 0) hanging.push({ itemId, section, title, at });
  }
  return hanging.sort((a, b) => byText(lastPosted(b), lastPosted(a)) || byText(a.itemId, b.itemId));
}

/** The papers after a cursor, in the order of `papersOn`: the place of a paper is the day it was last posted on. */
export function papersAfter(papers: readonly Paper[], after: PageCursor | null): readonly Paper[] {
  if (!after) return papers;
  const { publishedOn, itemId } = after;
  return papers.filter(
    (paper) =>
      lastPosted(paper) < publishedOn || (lastPosted(paper) === publishedOn && paper.itemId > itemId),
  );
}

export const lastPosted = ({ at }: Paper): string => at[0]?.postedOn ?? '';

/** Whether a paper that nobody took down hangs on the day. */
export const isUp = (
  { postedOn, staysUntil }: { readonly postedOn: string; readonly staysUntil: string | null },
  day: string,
): boolean => postedOn <= day && (staysUntil === null || staysUntil >= day);
