import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { formatNumber } from '../../../../kernel/i18n.ts';
import { dataTable, emptyState, titleLines } from '../../../../ui/index.ts';
import { groupOf, LACKS, type Lack, lackOf } from '../../domain/compliance.ts';
import type { PlaceKind } from '../../domain/declaration.ts';
import { bm, lackNames } from '../../messages-board.ts';
import { placeKindNames } from '../../messages-words.ts';
import { itemHref, sameDay } from '../looking.ts';
import { pageOf, turnPages } from './items.ts';
import type { BoardReading } from './reading.ts';

/** One wall, or the place that a village ought to have. */
export interface PlaceLine {
  readonly unitId: string;
  readonly villageId: string | null;
  readonly kind: PlaceKind;
  /** `null`: the unit has named no such place. */
  readonly name: string | null;
  readonly asked: number;
  readonly posted: number;
  readonly proven: number;
  /** The worst first. */
  readonly lacks: readonly { readonly itemId: string; readonly title: string; readonly lack: Lack }[];
}

/** Every place at which items of the reading must hang, those that lack most first. */
export function placeLines({ items, query, day }: BoardReading): PlaceLine[] {
  const entries = items.flatMap((one) =>
    one.places
      .filter(({ kind }) => query.noi === undefined || kind === query.noi)
      .filter(({ villageId }) => query.thon === undefined || villageId === query.thon)
      .map((place) => ({ one, place })),
  );
  const groups = Map.groupBy(
    entries,
    ({ one, place }) => place.placeId ?? `${one.item.unitId} ${place.kind} ${place.villageId}`,
  );
  const lines = [...groups.values()].map((own): PlaceLine => {
    const [first] = own;
    if (!first) throw new Error('a group of nothing');
    const owed = own.filter(({ one }) => groupOf(one) !== 'none');
    const lacks = owed.flatMap(({ one, place }) => {
      const { id: itemId, title, dueOn } = one.item;
      const lack = lackOf({ state: one.state, dueOn }, place, day);
      return lack === null ? [] : [{ itemId, title, lack }];
    });
    const { placeId, villageId, kind, name } = first.place;
    return {
      unitId: first.one.item.unitId,
      villageId,
      kind,
      name: placeId === null ? null : name,
      asked: owed.length,
      posted: owed.filter(({ place }) => place.posting !== null).length,
      proven: owed.filter(({ place }) => place.posting?.isProven).length,
      lacks: lacks.sort((a, b) => LACKS.indexOf(a.lack) - LACKS.indexOf(b.lack)),
    };
  });
  const shown = query.thieu === undefined ? lines : lines.filter(({ lacks }) => lacks.length > 0);
  return shown.sort((a, b) => b.lacks.length - a.lacks.length || b.asked - a.asked);
}

/** A place in words: its name, or what is missing and where. */
export function placeWords({ t }: RequestContext, { units }: BoardReading, line: PlaceLine): string {
  const kind = t(placeKindNames[line.kind]);
  const village = line.villageId === null ? undefined : units.names.get(line.villageId);
  return line.name ?? (village === undefined ? kind : t(bm.at_village, { kind, village }));
}

const TOLD = 3;

/** Which walls lack what, place by place. */
export function placesView(context: RequestContext, reading: BoardReading): Html {
  const { t, lang } = context;
  const { query, units } = reading;
  const n = (value: number): string => formatNumber(lang, value);
  const lines = placeLines(reading);
  const lacksCell = ({ lacks }: PlaceLine): Html | string => {
    if (lacks.length === 0) return t(bm.nothing_lacks);
    const told = lacks
      .slice(0, TOLD)
      .map(
        ({ itemId, title, lack }) =>
          html`<li><a href="${sameDay(reading, itemHref(itemId))}">${title}</a>: ${t(lackNames[lack])}</li>`,
      );
    const more = lacks.length - TOLD;
    return html`<ul class="plain">${told}${more > 0 && html`<li>${t(bm.lack_more, { n: n(more) })}</li>`}</ul>`;
  };
  const table = dataTable(
    {
      caption: t(bm.places_title),
      captionVisible: true,
      note: t(bm.places_note),
      columns: [
        { key: 'place', label: t(bm.col_where), primary: true },
        { key: 'asked', label: t(bm.col_asked), align: 'end', width: 'fit' },
        { key: 'posted', label: t(bm.col_hang), align: 'end', width: 'fit' },
        { key: 'proven', label: t(bm.col_proven), align: 'end', width: 'fit' },
        { key: 'lack', label: t(bm.col_lack_count), align: 'end', width: 'fit' },
        { key: 'lacks', label: t(bm.col_lacks) },
      ],
      rows: pageOf(lines, query.trang).map((line) => ({
        ...(line.lacks.length > 0 ? { state: 'overdue' as const } : {}),
        cells: [
          titleLines(
            placeWords(context, reading, line),
            [
              line.name === null ? t(bm.no_place_named) : t(placeKindNames[line.kind]),
              units.names.get(line.unitId),
            ]
              .filter(Boolean)
              .join(' · '),
          ),
          n(line.asked),
          n(line.posted),
          n(line.proven),
          n(line.lacks.length),
          lacksCell(line),
        ],
      })),
      empty: emptyState({ title: t(bm.empty), text: t(bm.empty_what) }),
    },
    t,
  );
  return html`${table}${turnPages(context, lines.length, query.trang, 'places')}`;
}
