import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { PAPER_PLACES } from '../domain/declaration.ts';
import { overstays } from '../domain/state.ts';
import type { Place } from '../store/places.ts';
import type { KnownItem } from './item-facts.ts';
import { placesOf } from './places.ts';
import { type WorkLine, workList } from './work-list.ts';

export const NEEDS = ['post', 'prove', 'take_down', 'done'] as const;
export type Need = (typeof NEEDS)[number];

/** What one item needs at one place, for whoever stands before the board. */
export interface PlaceNeed {
  readonly place: Place;
  readonly need: Need;
  readonly postingId: string | null;
  readonly postedOn: CalendarDate | null;
  readonly staysUntil: CalendarDate | null;
}

/** The needs of an item at each of the places, those that wait first. Places that nobody asks about are left out. */
export function needsAt(known: KnownItem, places: readonly Place[], today: CalendarDate): PlaceNeed[] {
  const { facts, postings, version } = known;
  const asked = new Set(facts.places.map(({ placeId }) => placeId));
  const isPublished = version !== null && version.kind !== 'withdraw' && facts.exception === null;
  const needs = places
    .filter(({ kind }) => PAPER_PLACES.includes(kind))
    .flatMap((place): PlaceNeed[] => {
      const posting = postings.find(({ placeId }) => placeId === place.id);
      const make = (need: Need): PlaceNeed[] => [
        {
          place,
          need,
          postingId: posting?.id ?? null,
          postedOn: posting?.postedOn ?? null,
          staysUntil: posting?.staysUntil ?? null,
        },
      ];
      if (posting && posting.removedOn === null) {
        if (version?.kind === 'withdraw' || overstays(posting, today)) return make('take_down');
        if (isPublished && posting.versionNumber < version.number) return make('post');
        return make(posting.isProven ? 'done' : 'prove');
      }
      const isOver = posting !== undefined && posting.staysUntil !== null && posting.staysUntil < today;
      if (!isPublished || !asked.has(place.id)) return [];
      return make(isOver ? 'done' : 'post');
    });
  return needs.sort((a, b) => NEEDS.indexOf(a.need) - NEEDS.indexOf(b.need));
}

export interface PhoneLine {
  readonly line: WorkLine;
  readonly at: PlaceNeed;
}

/** Whose places: a unit, and the villages in it whose places are the person's (`null`: every place of the unit). */
export interface PhoneScope {
  readonly unitId: string;
  readonly villageIds: readonly string[] | null;
}

/** What waits at the places of a person, one line for each item and place. */
export async function phoneWork(
  db: Db,
  scopes: readonly PhoneScope[],
  today: CalendarDate,
): Promise<{ lines: PhoneLine[]; hasPlaces: boolean }> {
  const lines: PhoneLine[] = [];
  let hasPlaces = false;
  for (const { unitId, villageIds } of scopes) {
    const all = await placesOf(db, unitId, today);
    const own = all.filter(
      ({ villageId }) => villageIds === null || (villageId !== null && villageIds.includes(villageId)),
    );
    const papers = own.filter(({ kind }) => PAPER_PLACES.includes(kind));
    if (papers.length === 0) continue;
    hasPlaces = true;
    for (const line of await workList(db, { unitId, day: today, asOf: null }))
      for (const at of needsAt(line, papers, today)) if (at.need !== 'done') lines.push({ line, at });
  }
  return { lines, hasPlaces };
}
