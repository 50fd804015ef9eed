import type { CalendarDate } from '../../../kernel/dates.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { evidenceSummary, NO_EVIDENCE } from '../../evidence/index.ts';
import { type UnitsOfDay, unitsOfDay } from '../../units/index.ts';
import { askedOf } from '../domain/due.ts';
import { isProven } from '../domain/enough-proof.ts';
import { factsOf } from '../domain/facts.ts';
import type { ItemFacts } from '../domain/state.ts';
import {
  broadcastDays,
  type LastVersion,
  lastPostings,
  lastVersions,
  type PostingRow,
  type StandingException,
  standingExceptions,
  unansweredSays,
} from '../store/fact-rows.ts';
import type { Item, ItemHead } from '../store/items.ts';
import { type Place, selectPlaces } from '../store/places.ts';

/** The kind of subject that postings are in the evidence room. */
export const POSTING = 'disclosure_posting';

export interface KnownPosting extends PostingRow {
  readonly isProven: boolean;
  readonly place: Place;
}

/** An item with what was recorded of it. */
export interface KnownItem<Kept extends ItemHead = Item> {
  readonly item: Kept;
  readonly facts: ItemFacts;
  readonly version: LastVersion | null;
  readonly exception: StandingException | null;
  /** The last one of each place, asked for or not. */
  readonly postings: readonly KnownPosting[];
}

interface Moment {
  readonly day: CalendarDate;
  readonly asOf: Date | null;
  /** The units of the day, where whoever asks has read them already. */
  readonly units?: UnitsOfDay;
}

/**
 * Facts of any number of items, as they stood just before `asOf` (`null`: now), with places and villages as `day` sees them. A constant
 * number of statements.
 */
export async function knownItems<Kept extends ItemHead>(
  db: Db,
  items: readonly Kept[],
  { day, asOf, units }: Moment,
): Promise<KnownItem<Kept>[]> {
  if (items.length === 0) return [];
  const ids = items.map(({ id }) => id);
  const unitIds = [...new Set(items.map(({ unitId }) => unitId))];
  const versions = await lastVersions(db, ids, asOf);
  const exceptions = await standingExceptions(db, ids, asOf);
  const places = await selectPlaces(db, sql`p.unit_id = any(${unitIds}::uuid[])`, asOf);
  const postings = await knownPostings(db, items, places, asOf);
  const unanswered = Map.groupBy(await unansweredSays(db, ids, asOf), ({ itemId }) => itemId);
  const placesByUnit = Map.groupBy(places, ({ unitId }) => unitId);
  const villages = villagesIn(units ?? (await unitsOfDay(db, day)));
  return items.map((item) => {
    const version = versions.get(item.id) ?? null;
    const exception = exceptions.get(item.id) ?? null;
    const own = postings.get(item.id) ?? [];
    const placesOn = item.occurrence === 'standing' ? day : item.dueOn;
    const facts = factsOf({
      dueOn: item.dueOn,
      placesOn,
      regime: item.terms.regime,
      exception,
      // What is not whole cannot be published (commands/publish-item.ts).
      version: version && {
        number: version.number,
        isWithdrawn: version.kind === 'withdraw',
        isWhole: version.kind !== 'withdraw',
        on: vietnamDate(version.recordedAt),
      },
      places: placesByUnit.get(item.unitId) ?? [],
      // A village that began after the day the item was due owes nothing of it.
      villages: (villages.get(item.unitId) ?? []).filter(({ validFrom }) => validFrom <= placesOn),
      postings: own,
      unanswered: unanswered.get(item.id) ?? [],
    });
    return { item, facts, version, exception, postings: own };
  });
}

async function knownPostings(
  db: Db,
  items: readonly ItemHead[],
  places: readonly Place[],
  asOf: Date | null,
): Promise<ReadonlyMap<string, KnownPosting[]>> {
  const rows = await lastPostings(
    db,
    items.map(({ id }) => id),
    asOf,
  );
  const byId = new Map(places.map((place) => [place.id, place]));
  const itemsById = new Map(items.map((item) => [item.id, item]));
  // What the product's own portal showed proves itself; only a loudspeaker keeps a log.
  const onPaper = rows.filter(({ rowHash }) => rowHash === null);
  const read = onPaper.filter(({ placeId }) => byId.get(placeId)?.kind === 'loudspeaker');
  const evidence = await evidenceSummary(db, POSTING, idsOf(onPaper), asOf);
  const heard = Map.groupBy(await broadcastDays(db, idsOf(read), asOf), ({ postingId }) => postingId);
  const known = rows.flatMap((row): KnownPosting[] => {
    const place = byId.get(row.placeId);
    const item = itemsById.get(row.itemId);
    if (!place || !item) return [];
    const proof = {
      evidence: (evidence.get(row.id) ?? NO_EVIDENCE).counted.map(({ kind, file }) => ({
        kind,
        hasFile: file !== null,
      })),
      hasAddress: row.url !== null,
      isShownHere: row.rowHash !== null,
      broadcasts: heard.get(row.id) ?? [],
    };
    return [{ ...row, place, isProven: isProven(place.kind, proof, askedOf(item.terms.regime, place.kind)) }];
  });
  return Map.groupBy(known, ({ itemId }) => itemId);
}

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

export interface Village {
  readonly id: string;
  readonly name: string;
  readonly validFrom: CalendarDate;
}

/** The villages of every unit on a day. */
export async function villagesByUnit(db: Db, day: CalendarDate): Promise<ReadonlyMap<string, Village[]>> {
  return villagesIn(await unitsOfDay(db, day));
}

function villagesIn({ tree }: UnitsOfDay): ReadonlyMap<string, Village[]> {
  const villages = tree.filter(({ kind, parentId }) => kind === 'thon' && parentId !== null);
  return Map.groupBy(
    villages.map(({ id, name, parentId, validFrom }) => ({ id, name, validFrom, parentId: parentId ?? '' })),
    ({ parentId }) => parentId,
  );
}
