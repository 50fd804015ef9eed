import { formatDate, formatInstant } from '../../../../kernel/dates.ts';
import type { Html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { card, details, timeline } from '../../../../ui/index.ts';
import { SAID_PLACES } from '../../domain/declaration.ts';
import { hm as h, m } from '../../messages-item.ts';
import type { ItemDetail } from '../../queries/item-detail.ts';

interface Happened {
  readonly at: Date;
  readonly who: string;
  readonly text: string;
  readonly detail?: string | undefined;
}

function happened({ t }: RequestContext, detail: ItemDetail): Happened[] {
  const { item, postings } = detail;
  const places = new Map(postings.map(({ placeId, place }) => [placeId, place]));
  const placeOf = new Map(detail.allPostings.map(({ id, placeId }) => [id, places.get(placeId)?.name ?? '']));
  return [
    { at: item.openedAt, who: item.openedBy, text: t(h.opened, { date: formatDate(item.dueOn) }) },
    ...detail.versions.map(({ kind, number, reason, personName, recordedAt }) => ({
      at: recordedAt,
      who: personName,
      text: t(h[kind], { n: number }),
      detail: reason ?? undefined,
    })),
    ...detail.allPostings.map(({ placeId, versionNumber, postedOn, personName, recordedAt, words }) => {
      const place = places.get(placeId);
      const said = place && SAID_PLACES.includes(place.kind) ? h.said : h.posted;
      return {
        at: recordedAt,
        who: personName,
        text: t(said, { n: versionNumber, place: place?.name ?? '', date: formatDate(postedOn) }),
        detail: words || undefined,
      };
    }),
    ...detail.allPostings.flatMap(({ id, removal }) =>
      removal
        ? [
            {
              at: removal.recordedAt,
              who: removal.personName,
              text: t(removal.isEarly ? h.removed_early : h.removed, {
                place: placeOf.get(id) ?? '',
                date: formatDate(removal.on),
              }),
              detail: removal.reason,
            },
          ]
        : [],
    ),
    ...detail.broadcasts.map(({ postingId, on, at, personName, recordedAt }) => ({
      at: recordedAt,
      who: personName,
      text: t(h.broadcast, { place: placeOf.get(postingId) ?? '', time: at, date: formatDate(on) }),
    })),
    ...detail.exceptions.map(({ kind, reason, personName, recordedAt }) => ({
      at: recordedAt,
      who: personName,
      text: t(h[kind]),
      detail: reason,
    })),
    ...detail.checks.flatMap(({ openedAt, answer, placeName }) => [
      { at: openedAt, who: '', text: t(h.check), detail: placeName ?? undefined },
      ...(answer
        ? [
            {
              at: answer.recordedAt,
              who: answer.personName,
              text: t(h.answered, { outcome: t(m[`outcome_${answer.outcome}`]) }),
              detail: answer.words,
            },
          ]
        : []),
    ]),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
}

const SHOWN = 12;

/** What happened to the item, latest first. */
export function historyCard(context: RequestContext, detail: ItemDetail): Html {
  const { t } = context;
  const lines = happened(context, detail).map(({ at, who, text, detail: more }) => ({
    at: formatInstant(at),
    who: who || undefined,
    text,
    detail: more,
  }));
  const all = timeline(lines);
  const body = lines.length <= SHOWN ? all : details(`${t(h.history)} (${lines.length})`, all);
  return card({ title: t(h.history), id: 'lich-su', body });
}
