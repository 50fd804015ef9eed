import { formatDate } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import { withQuery } from '../../../../kernel/http/address.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { formatNumber } from '../../../../kernel/i18n.ts';
import { dataTable, emptyState, pager, titleLines } from '../../../../ui/index.ts';
import { groupOf } from '../../domain/compliance.ts';
import { disclosureLimits } from '../../limits.ts';
import { bm } from '../../messages-board.ts';
import type { BoardItem } from '../../queries/compliance-board.ts';
import { itemHref, sameDay } from '../looking.ts';
import { answerBadge, itemBadge, lookOf } from '../state-badge.ts';
import type { BoardReading } from './reading.ts';

/** Every item that fits, with the three tests, freshness, quality, what citizens said and why it may be missing. */
export function itemsView(context: RequestContext, reading: BoardReading): Html {
  const { t } = context;
  const { items, query } = reading;
  const shown = pageOf(items, query.trang);
  const table = dataTable(
    {
      caption: t(bm.items_title),
      captionVisible: true,
      columns: [
        { key: 'item', label: t(bm.col_item), primary: true },
        { key: 'state', label: t(bm.state) },
        { key: 'due', label: t(bm.col_due), width: 'fit' },
        { key: 'time', label: t(bm.col_time), width: 'fit' },
        { key: 'content', label: t(bm.col_content), width: 'fit' },
        { key: 'place', label: t(bm.col_place), width: 'fit' },
        { key: 'fresh', label: t(bm.col_fresh) },
        { key: 'readable', label: t(bm.col_readable) },
        { key: 'said', label: t(bm.col_said), align: 'end' },
      ],
      rows: shown.map((one) => ({
        href: sameDay(reading, itemHref(one.item.id)),
        state: lookOf(one.state),
        cells: rowOf(context, reading, one),
      })),
      empty: emptyState({ title: t(bm.empty), text: t(bm.empty_what) }),
    },
    t,
  );
  return html`${table}${turnPages(context, items.length, query.trang, 'items')}`;
}

function rowOf({ t, lang }: RequestContext, { units }: BoardReading, one: BoardItem) {
  const { item, tests, exception, ageWorkingDays, freshUntil } = one;
  const unit = units.names.get(item.unitId) ?? '';
  const why = exception && t(bm.by, { reason: exception.reason, who: exception.by });
  const isOwed = groupOf(one) !== 'none';
  const test = (name: keyof typeof tests): Html | string =>
    isOwed ? answerBadge(tests[name].answer, t) : t(bm.dash);
  return [
    titleLines(item.title, why ? html`${unit}<br>${why}` : unit),
    itemBadge(one.state, t),
    formatDate(item.dueOn),
    test('time'),
    test('content'),
    test('place'),
    ageWorkingDays === null
      ? t(bm.dash)
      : html`${t(bm.age, { n: formatNumber(lang, ageWorkingDays) })}${freshUntil !== null && html`<span class="line-sub">${t(one.isStale ? bm.stale_since : bm.fresh_until, { date: formatDate(freshUntil) })}</span>`}`,
    one.isPublished
      ? html`${t(one.isReadable ? bm.yes : bm.no)}<span class="line-sub">${t(bm.wholly_published)}</span>`
      : t(bm.dash),
    t(bm.of, { n: formatNumber(lang, one.notSeen), all: formatNumber(lang, one.wrong) }),
  ];
}

export function pageOf<T>(rows: readonly T[], number: number): readonly T[] {
  const size = disclosureLimits.page_rows;
  return rows.slice((number - 1) * size, number * size);
}

/** The way to the pages before and after; nothing where one page holds all. */
export function turnPages(
  { t, url, lang }: RequestContext,
  all: number,
  number: number,
  what: 'items' | 'places',
): Html {
  const size = disclosureLimits.page_rows;
  if (all <= size) return html``;
  const from = Math.min((number - 1) * size + 1, all);
  const to = Math.min(number * size, all);
  const n = (value: number): string => formatNumber(lang, value);
  return pager(
    {
      prevHref: number > 1 ? withQuery(url, { trang: String(number - 1) }) : undefined,
      nextHref: to < all ? withQuery(url, { trang: String(number + 1) }) : undefined,
      summary: t(what === 'items' ? bm.items_shown : bm.places_shown, {
        from: n(from),
        to: n(to),
        all: n(all),
      }),
    },
    t,
  );
}
