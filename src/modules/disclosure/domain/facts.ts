import type { CalendarDate } from '../../../kernel/dates.ts';
import { type PlaceKind, type Regime, type RequiredPlace, VILLAGE_PLACES } from './declaration.ts';
import { type ItemFacts, isRemovedEarly, type PlaceFacts, type PostingFacts } from './state.ts';

/** A place of the unit, as far as it decides what counts. */
export interface KnownPlace {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly villageId: string | null;
  readonly name: string;
  readonly fromOn: CalendarDate;
  readonly untilOn: CalendarDate | null;
}

/** The last posting of the item at a place. */
export interface LastPosting extends PostingFacts {
  readonly placeId: string;
  readonly firstPostedOn: CalendarDate;
}

/** Citizens' words at a place (`null`: on the portal) that the unit has not answered. */
export interface Unanswered {
  readonly placeId: string | null;
  readonly notSeen: number;
  readonly wrong: number;
}

export interface FactRows {
  readonly dueOn: CalendarDate;
  /** The day on which places must stand to count: the due day, today for what stands always. */
  readonly placesOn: CalendarDate;
  readonly regime: Regime;
  readonly exception: ItemFacts['exception'];
  readonly version: ItemFacts['version'];
  readonly places: readonly KnownPlace[];
  /** Villages of the unit. */
  readonly villages: readonly { readonly id: string; readonly name: string }[];
  readonly postings: readonly LastPosting[];
  readonly unanswered: readonly Unanswered[];
}

/** Any one place of such a kind shows it to everybody. */
export const ONE_IS_ENOUGH: readonly PlaceKind[] = ['portal', 'media', 'village_heads', 'meeting'];

/** One demand of the regime: at a kind of place, or at one of several kinds, in the whole unit or in one village. */
interface Demand {
  readonly kinds: readonly RequiredPlace[];
  readonly village: { readonly id: string; readonly name: string } | null;
  readonly oneIsEnough: boolean;
}

/** What the pure functions of `state.ts` are asked about. */
export function factsOf(rows: FactRows): ItemFacts {
  const { dueOn, exception, version, unanswered } = rows;
  const postings = new Map(rows.postings.map((posting) => [posting.placeId, posting]));
  const standing = rows.places.filter(
    ({ id, fromOn, untilOn }) =>
      postings.has(id) || (fromOn <= rows.placesOn && (untilOn === null || rows.placesOn <= untilOn)),
  );
  const said = new Map(unanswered.map((one) => [one.placeId, one]));
  const factOf = ({ id, kind, name, villageId }: KnownPlace): PlaceFacts => {
    const last = postings.get(id);
    const { firstPostedOn = null, placeId: _, ...posting } = last ?? { placeId: id };
    return {
      kind,
      placeId: id,
      villageId,
      name,
      posting: last ? (posting as PostingFacts) : null,
      firstPostedOn,
      notSeen: said.get(id)?.notSeen ?? 0,
    };
  };
  return {
    dueOn,
    exception,
    version,
    places: demandsOf(rows).flatMap((demand) => meet(demand, standing, factOf)),
    saidWrong: unanswered.reduce((sum, { wrong }) => sum + wrong, 0),
  };
}

function demandsOf({ regime, villages }: FactRows): Demand[] {
  const asked = regime.places.filter(({ required }) => required !== 'may');
  const groups = Map.groupBy(asked, ({ oneOf, kind }) => oneOf ?? kind);
  return [...groups.values()].flatMap((kinds): Demand[] => {
    const oneIsEnough = kinds.some(({ oneOf, kind }) => oneOf !== undefined || ONE_IS_ENOUGH.includes(kind));
    const inVillages = kinds.every(({ kind }) => VILLAGE_PLACES.includes(kind));
    if (!inVillages || villages.length === 0) return [{ kinds, village: null, oneIsEnough }];
    return villages.map((village) => ({ kinds, village, oneIsEnough }));
  });
}

function meet(
  { kinds, village, oneIsEnough }: Demand,
  standing: readonly KnownPlace[],
  factOf: (place: KnownPlace) => PlaceFacts,
): PlaceFacts[] {
  const found = standing
    .filter((place) => kinds.some(({ kind }) => kind === place.kind))
    .filter((place) => village === null || place.villageId === village.id)
    .map(factOf);
  if (found.length > 0) return oneIsEnough ? [bestOf(found)] : found;
  const must = kinds.find(({ required }) => required === 'yes');
  if (!must) return [];
  const name = village?.name ?? '';
  return [
    {
      kind: must.kind,
      placeId: null,
      villageId: village?.id ?? null,
      name,
      posting: null,
      firstPostedOn: null,
      notSeen: 0,
    },
  ];
}

/** Of several places of which one is enough: the one that shows most, first hung when any of them was. */
function bestOf(places: readonly PlaceFacts[]): PlaceFacts {
  const worth = ({ posting }: PlaceFacts): number =>
    posting === null ? 0 : isRemovedEarly(posting) ? 1 : posting.isProven ? 3 : 2;
  const [best, ...others] = [...places].sort((a, b) => worth(b) - worth(a));
  if (!best) throw new Error('no place to choose from');
  const firsts = places.flatMap(({ firstPostedOn }) => firstPostedOn ?? []).sort();
  const notSeen = others.reduce((sum, one) => sum + one.notSeen, best.notSeen);
  return { ...best, firstPostedOn: firsts[0] ?? null, notSeen };
}
