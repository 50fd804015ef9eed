import { type CalendarDate, formatDate } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { buttonRow, dataTable, emptyState, linkButton, titleLines } from '../../../../ui/index.ts';
import { type PlaceKind, SAID_PLACES } from '../../domain/declaration.ts';
import { isRemovedEarly, type PostingFacts } from '../../domain/state.ts';
import { m } from '../../messages-item.ts';
import { placeKindNames } from '../../messages-words.ts';
import { mayPost } from '../../policy.ts';
import type { ItemDetail } from '../../queries/item-detail.ts';
import { isOwnPortal } from '../../store/places.ts';
import { itemHref, type Looking, type SeenItem, sameDay } from '../looking.ts';

interface PlaceLine {
  readonly placeId: string | null;
  readonly postingId: string | null;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly villageId: string | null;
  readonly isOwnPortal: boolean;
  readonly posting: PostingFacts | null;
}

const isSaid = ({ kind }: PlaceLine): boolean => SAID_PLACES.includes(kind);

/** Every place that counts, then those where it hangs besides. */
function linesOf({ facts, postings }: ItemDetail): PlaceLine[] {
  const byPlace = new Map(postings.map((one) => [one.placeId, one]));
  const counted = facts.places.map(({ placeId, kind, name, posting }): PlaceLine => {
    const known = placeId === null ? undefined : byPlace.get(placeId);
    return {
      placeId,
      postingId: known?.id ?? null,
      kind,
      name,
      villageId: known?.place.villageId ?? null,
      isOwnPortal: known ? isOwnPortal(known.place) : false,
      posting,
    };
  });
  const ids = new Set(counted.map(({ placeId }) => placeId));
  const besides = postings
    .filter(({ placeId }) => !ids.has(placeId))
    .map(
      (one): PlaceLine => ({
        placeId: one.placeId,
        postingId: one.id,
        kind: one.place.kind,
        name: one.place.name,
        villageId: one.place.villageId,
        isOwnPortal: isOwnPortal(one.place),
        posting: one,
      }),
    );
  return [...counted, ...besides];
}

/** "từ 24/06/2024 đến hết 24/07/2024; đã gỡ …". */
export function stayText(
  { t }: RequestContext,
  { postedOn, staysUntil, removedOn, versionNumber }: PostingFacts,
  newest: number,
): string {
  const from = formatDate(postedOn);
  const span =
    staysUntil === null
      ? t(m.from_on, { from })
      : staysUntil === postedOn
        ? t(m.on_day, { from })
        : t(m.from_to, { from, to: formatDate(staysUntil) });
  const early = removedOn !== null && isRemovedEarly({ removedOn, staysUntil } as PostingFacts);
  const removed =
    removedOn && t(early ? m.removed_early : m.removed_on, { date: formatDate(removedOn as CalendarDate) });
  const old = removedOn === null && versionNumber < newest && t(m.old_version, { n: versionNumber });
  return [span, removed, old].filter(Boolean).join('; ');
}

function saysAt({ t }: RequestContext, { says }: ItemDetail, placeId: string | null): string {
  const here = says.filter((one) => one.placeId === placeId);
  const count = (verdict: 'seen' | 'not_seen' | 'wrong'): number =>
    here.filter((one) => one.verdict === verdict).length;
  return (['seen', 'not_seen', 'wrong'] as const)
    .filter((verdict) => count(verdict) > 0)
    .map((verdict) => t(m[`says_${verdict}`], { n: count(verdict) }))
    .join(', ');
}

/** Where it hangs: posting, from–to, proof, removal, what citizens said; one act a line. */
export function placesCard(context: RequestContext, looking: Looking, seen: SeenItem): Html {
  const { t, actor } = context;
  const { detail, lineage } = seen;
  const { item, facts } = detail;
  const newest = facts.version?.number ?? 0;
  const isPublished = facts.version !== null && !facts.version.isWithdrawn;
  const act = (line: PlaceLine): Html | string => {
    const { placeId, postingId, posting, villageId, name } = line;
    if (placeId === null)
      return seen.mayWrite
        ? linkButton({
            href: `/cong-khai/diem?don-vi=${item.unitId}`,
            text: t(m.name_place),
            about: name,
            small: true,
          })
        : '';
    const may = looking.asOf === null && mayPost(actor, { lineage, villageId });
    const waits = posting === null || posting.removedOn !== null || posting.versionNumber < newest;
    const post =
      may &&
      isPublished &&
      waits &&
      !line.isOwnPortal &&
      line.kind !== 'portal' &&
      linkButton({
        href: `${itemHref(item.id)}/niem-yet?diem=${placeId}`,
        text: t(isSaid(line) ? m.say_here : m.post_here),
        about: name,
        small: true,
      });
    const open =
      postingId !== null &&
      linkButton({
        href: sameDay(looking, `/cong-khai/lan/${postingId}`),
        text: t(m.open_posting),
        about: name,
        small: true,
      });
    return buttonRow(post, open);
  };
  const table = dataTable(
    {
      caption: t(m.places),
      columns: [
        { key: 'place', label: t(m.col_place), primary: true },
        { key: 'posted', label: t(m.col_posted) },
        { key: 'proof', label: t(m.col_proof) },
        { key: 'says', label: t(m.col_says) },
        { key: 'act', label: t(m.col_act), hideLabel: true },
      ],
      rows: linesOf(detail).map((line) => {
        const { posting, placeId } = line;
        const kind = t(placeKindNames[line.kind]);
        const none = placeId === null ? t(m.no_place) : t(isSaid(line) ? m.not_said : m.not_posted);
        const proof = posting && t(posting.isProven ? m.proven : m.unproven);
        return {
          cells: [
            titleLines(line.name || kind, line.name !== '' && kind),
            posting ? stayText(context, posting, newest) : none,
            line.isOwnPortal && posting?.isProven ? `${proof}, ${t(m.by_itself)}` : (proof ?? '–'),
            saysAt(context, detail, placeId) || '–',
            act(line),
          ],
        };
      }),
      empty: emptyState({ title: t(m.places_none) }),
    },
    t,
  );
  return html`<section id="noi-niem-yet"><h2>${t(m.places)}</h2>${table}</section>`;
}
