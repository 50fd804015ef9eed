import { addDays, type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Content } from './content.ts';
import { type PlaceKind, type Section, WEB_SHOWS, type WebShow } from './declaration.ts';
import type { PublicBody } from './public-body.ts';
import { shownContent } from './reduce.ts';
import type { Terms } from './terms.ts';

/** A posting as the portal may tell of it. */
interface ShownPosting {
  readonly place: {
    readonly id: string;
    readonly kind: PlaceKind;
    readonly name: string;
    readonly address: string;
    readonly villageId: string | null;
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly url: string | null;
  };
  readonly url: string | null;
  readonly postedOn: CalendarDate;
  readonly staysUntil: CalendarDate | null;
  readonly removedOn: CalendarDate | null;
  readonly isProven: boolean;
  readonly recordedAt: Date;
  readonly removedAt: Date | null;
}

interface Counts {
  readonly placeId: string | null;
  readonly seen: number;
  readonly notSeen: number;
  readonly wrong: number;
}

export interface PublicParts {
  readonly known: {
    readonly item: {
      readonly id: string;
      readonly code: string;
      readonly section: Section;
      readonly unitId: string;
      readonly occurrence: string;
      readonly title: string;
      readonly eventOn: CalendarDate;
      readonly dueOn: CalendarDate;
      readonly dimension: number;
      readonly terms: Terms;
    };
    readonly exception: {
      readonly kind: 'nil' | 'exempt';
      readonly reason: string;
      readonly on: CalendarDate;
      readonly recordedAt: Date;
    } | null;
    readonly postings: readonly ShownPosting[];
  };
  readonly today: CalendarDate;
  readonly unitName: string;
  readonly nameOf: (unitId: string) => string | null;
  readonly villages: readonly { readonly id: string; readonly name: string }[];
  /** What the tenant decided of names on the web; `null`: as the terms say. */
  readonly decided: { readonly show: WebShow; readonly reason: string } | null;
  readonly sectionWords: string;
  /** Every version, newest first. */
  readonly lines: readonly {
    readonly number: number;
    readonly kind: 'publish' | 'correct' | 'withdraw';
    readonly reason: string | null;
    readonly recordedAt: Date;
  }[];
  /** What the last version says; absent where it was withdrawn. */
  readonly said: { readonly content: Content; readonly summary: string } | undefined;
  readonly files: readonly {
    readonly role: string;
    readonly hash: string;
    readonly name: string;
    readonly mediaType: string;
    readonly sizeBytes: number;
  }[];
  readonly says: readonly Counts[];
  readonly answers: readonly {
    readonly placeId: string | null;
    readonly outcome: 'stands' | 'put_right' | 'corrected';
    readonly words: string;
    readonly on: CalendarDate;
    readonly recordedAt: Date;
  }[];
}

/** A row of `disclosure_public`; `search` before its letters are simplified. */
export interface PublicRow {
  readonly itemId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly section: Section;
  readonly code: string;
  readonly occurrence: string;
  readonly title: string;
  readonly summary: string;
  readonly body: PublicBody;
  readonly dimension: number;
  readonly eventOn: CalendarDate;
  readonly publishedOn: CalendarDate;
  readonly updatedAt: Date;
  readonly isWithdrawn: boolean;
  readonly villageIds: readonly string[];
  readonly hangsUntil: CalendarDate | null;
  readonly personalUntil: CalendarDate | null;
  readonly isIndexed: boolean;
  readonly search: string;
}

const SEARCHED = 20_000;
const NOBODY: Omit<Counts, 'placeId'> = { seen: 0, notSeen: 0, wrong: 0 };

/** What the world may know of an item today; `undefined`: nothing yet. */
export function publicRowOf(parts: PublicParts): PublicRow | undefined {
  const { known, lines, said, today } = parts;
  const { item, exception } = known;
  const { terms } = item;
  const nil = exception?.kind === 'nil' ? exception : null;
  const first = lines.at(-1);
  const publishedOn = first ? vietnamDate(first.recordedAt) : nil?.on;
  if (publishedOn === undefined) return undefined;
  // Nothing is said to arise only of what was never published or was withdrawn: it is the later word.
  const isWithdrawn = nil === null && lines[0]?.kind === 'withdraw';
  const names = namesOnWeb(parts, publishedOn);
  const shown = said
    ? shownContent(terms, said.content, names.show, {
        villages: parts.villages,
        reason: parts.decided?.reason,
      })
    : { fields: [], personal: null };
  const places = said ? known.postings.map((posting) => placeOf(posting, parts)) : [];
  const showsNames = shown.personal?.shown === 'names';
  const summary = said?.summary ?? nil?.reason ?? '';
  const { seen, notSeen, wrong } = parts.says.find((one) => one.placeId === null) ?? {
    placeId: null,
    ...NOBODY,
  };
  const body: PublicBody = {
    v: 1,
    name: terms.name,
    about: terms.about,
    officialForm: terms.officialForm ?? null,
    basis: terms.regime.basis.map((one) => ({ ...one })),
    basisStatus: terms.regime.status,
    dueOn: item.dueOn,
    ...shown,
    // The list itself may lie in a file: what keeps names off the page keeps its files away, too.
    files:
      said && (shown.personal === null || showsNames)
        ? parts.files.map(({ role, hash, name, mediaType, sizeBytes }) => ({
            hash,
            name,
            mediaType,
            sizeBytes,
            isReduced: role === 'reduced',
          }))
        : [],
    places,
    says: { seen, notSeen, wrong },
    answers: parts.answers.map(({ placeId, outcome, words, on }) => ({ placeId, outcome, words, on })),
    history: lines.map(({ number, kind, reason, recordedAt }) => ({
      number,
      kind,
      on: vietnamDate(recordedAt),
      reason,
    })),
    nil: nil && { reason: nil.reason, on: nil.on },
  };
  const hanging = said ? known.postings.filter((one) => hangs(one, today)) : [];
  return {
    itemId: item.id,
    unitId: item.unitId,
    unitName: parts.unitName,
    section: item.section,
    code: item.code,
    occurrence: item.occurrence,
    title: item.title,
    summary,
    body,
    dimension: item.dimension,
    eventOn: item.eventOn,
    publishedOn,
    updatedAt: lastChange(parts),
    isWithdrawn,
    villageIds: [...new Set(hanging.flatMap(({ place }) => place.villageId ?? []))],
    hangsUntil: lastDay(hanging),
    personalUntil: showsNames ? names.until : null,
    isIndexed: !showsNames,
    search: [
      item.title,
      summary,
      terms.name.vi,
      terms.name.en,
      parts.sectionWords,
      parts.unitName,
      // A name may be read on its page for its time; nobody is looked for by it.
      ...textsOf(said ? shownContent(terms, said.content, 'nothing', { villages: [] }).fields : []),
    ]
      .join(' ')
      .slice(0, SEARCHED),
  };
}

/**
 * Names stand on the web where the declaration or the tenant says so, never beyond what the item's law allows, and only for so many days
 * after the first publication.
 */
function namesOnWeb(
  { known, decided, today }: PublicParts,
  publishedOn: CalendarDate,
): { show: WebShow; until: CalendarDate | null } {
  const declared = known.item.terms.personalOnWeb;
  if (!declared) return { show: 'nothing', until: null };
  const wanted = decided?.show ?? declared.show;
  const show = WEB_SHOWS[Math.max(WEB_SHOWS.indexOf(wanted), WEB_SHOWS.indexOf(declared.most))] ?? 'nothing';
  if (show !== 'names') return { show, until: null };
  const until = addDays(publishedOn, declared.days);
  return today > until ? { show: 'figures', until: null } : { show, until };
}

function placeOf(posting: ShownPosting, { says, nameOf }: PublicParts): PublicBody['places'][number] {
  const { place, postedOn, staysUntil, removedOn, isProven } = posting;
  const { seen, notSeen, wrong } = says.find(({ placeId }) => placeId === place.id) ?? NOBODY;
  return {
    placeId: place.id,
    kind: place.kind,
    name: place.name,
    address: place.address,
    villageId: place.villageId,
    villageName: place.villageId === null ? null : nameOf(place.villageId),
    latitude: place.latitude,
    longitude: place.longitude,
    url: posting.url ?? place.url,
    postedOn,
    staysUntil,
    removedOn,
    isProven,
    seen,
    notSeen,
    wrong,
  };
}

function hangs({ removedOn, staysUntil }: ShownPosting, today: CalendarDate): boolean {
  return removedOn === null && (staysUntil === null || staysUntil >= today);
}

/** The last day on which it hangs anywhere; `null`: for as long as it holds, or nowhere. */
function lastDay(hanging: readonly ShownPosting[]): CalendarDate | null {
  const days = hanging.map(({ staysUntil }) => staysUntil);
  if (days.includes(null)) return null;
  return days.reduce((last, day) => (last === null || (day !== null && day > last) ? day : last), null);
}

function lastChange({ known, lines, answers }: PublicParts): Date {
  const instants = [
    ...lines.map(({ recordedAt }) => recordedAt),
    ...answers.map(({ recordedAt }) => recordedAt),
    ...known.postings.flatMap(({ recordedAt, removedAt }) => [recordedAt, ...(removedAt ? [removedAt] : [])]),
    ...(known.exception ? [known.exception.recordedAt] : []),
  ];
  return new Date(Math.max(...instants.map((at) => at.getTime())));
}

function textsOf(fields: PublicBody['fields']): string[] {
  return fields.flatMap((field) =>
    field.kind === 'table'
      ? field.rows.flatMap((row) => Object.values(row).filter((cell) => typeof cell === 'string'))
      : typeof field.value === 'string'
        ? [field.value]
        : [],
  );
}
