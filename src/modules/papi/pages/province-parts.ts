import { type Html, html } from '../../../kernel/html.ts';
import { onDay } from '../../../kernel/http/as-of.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { say, type Translate } from '../../../kernel/i18n.ts';
import {
  dataTable,
  details,
  emptyState,
  fixedNumber,
  lossBars,
  type StatCardProps,
  statCards,
  titleLines,
} from '../../../ui/index.ts';
import { BAND_NAMES } from '../domain/bands.ts';
import { nameOf, rangeOf, TOTAL } from '../domain/editions.ts';
import type { Loss } from '../domain/losses.ts';
import { m } from '../messages.ts';
import type { PlaceView, Standing } from '../queries/province-view.ts';
import { type IndexReading, RANKING_PATH } from './reading.ts';

/** +0,12 or −0,30, or that the two years cannot be compared. */
export function changeText(change: number | null, t: Translate, decimals = 2): string {
  if (change === null) return t(m.not_comparable);
  const written = fixedNumber(change, decimals, t);
  return change > 0 && /[1-9]/.test(written) ? `+${written}` : written;
}

/** The numbers read first: total, rank, group, change. */
export function figures(context: RequestContext, view: PlaceView): Html {
  const { t } = context;
  const { total, interval, band, results } = view;
  if (!total) return html``;
  const max = rangeOf(results.edition, TOTAL)?.max ?? 0;
  const rankWords = interval
    ? html`${t(m.rank_between, { best: interval.best, worst: interval.worst })}. ${t(m.alike, { n: interval.alike.length })}.`
    : t(m.rank_no_error);
  const cards: StatCardProps[] = [
    {
      label: t(m.total),
      value: fixedNumber(total.value, 2, t),
      of: t(m.of_points, { max }),
      text: band && html`${say(context.lang, BAND_NAMES[band])}. ${t(m.band_text)}.`,
    },
    {
      label: t(m.rank),
      value: t({ vi: '{n}', en: '{n}' }, { n: total.rank.rank }),
      of: t(m.of_places, { n: total.rank.of }),
      text: rankWords,
    },
    { label: t(m.change), value: changeText(total.change, t) },
  ];
  return statCards(cards, t);
}

/** Each content: score, rank, how far from the best, change. */
export function contentsTable(context: RequestContext, { asOf }: IndexReading, view: PlaceView): Html {
  const { t } = context;
  const { results } = view;
  const row = (one: Standing) => {
    const name = nameOf(results.edition, one.code);
    const number = one.code === TOTAL ? '' : `${one.code.slice(1)}. `;
    return {
      href: onDay(asOf, `${RANKING_PATH}?nam=${results.year}&theo=${one.code}`),
      cells: [
        `${number}${name ? t(name) : one.code}`,
        fixedNumber(one.value, 2, t),
        `${one.rank.rank}/${one.rank.of}`,
        fixedNumber(one.median, 2, t),
        fixedNumber(one.best, 2, t),
        changeText(one.change, t),
      ],
    };
  };
  return dataTable(
    {
      caption: t(m.contents),
      captionVisible: true,
      columns: [
        { key: 'name', label: t(m.content), primary: true },
        { key: 'score', label: t(m.score), align: 'end', width: 'fit' },
        { key: 'rank', label: t(m.rank), align: 'end', width: 'fit' },
        { key: 'median', label: t(m.median), align: 'end', width: 'fit' },
        { key: 'best', label: t(m.highest), align: 'end', width: 'fit' },
        { key: 'change', label: t(m.change), align: 'end' },
      ],
      rows: [...view.dimensions, ...(view.total ? [view.total] : [])].map(row),
      empty: emptyState({ title: t(m.no_results) }),
    },
    t,
  );
}

/** So many parts are seen at once; the others wait behind one line. */
const FIRST_PARTS = 8;

/** Parts by points below the highest province, with what to hold them against. */
export function partsBars(
  context: RequestContext,
  view: PlaceView,
  hrefOf: (code: string) => string | undefined,
): Html {
  const { t } = context;
  const high = Math.max(0, ...view.losses.map((loss) => loss.againstBest));
  const rest = view.losses.slice(FIRST_PARTS);
  const of = (losses: readonly Loss[]): Html => bars(context, view, losses, { high, hrefOf });
  return html`${of(view.losses.slice(0, FIRST_PARTS))}${rest.length > 0 && details(t(m.other_parts, { n: rest.length }), of(rest))}`;
}

function bars(
  context: RequestContext,
  view: PlaceView,
  losses: readonly Loss[],
  { high, hrefOf }: { readonly high: number; readonly hrefOf: (code: string) => string | undefined },
): Html {
  const { t } = context;
  return lossBars(
    {
      title: t(m.parts),
      note: t(m.parts_note),
      rowLabel: t(m.part),
      valueLabel: t(m.loss_to_best),
      marks: [t(m.loss_to_quarter), t(m.loss_to_past)],
      moreLabel: t(m.score),
      low: 0,
      high,
      rows: losses.map((loss) => {
        const part = view.results.edition.parts.get(loss.code);
        return {
          code: loss.code,
          name: part ? t(part) : loss.code,
          href: hrefOf(loss.code),
          value: loss.againstBest,
          marks: [loss.againstTopQuarter, loss.againstOwnPast],
          more: titleLines(
            fixedNumber(loss.value, 3, t),
            `${t(m.highest)}: ${fixedNumber(loss.best, 3, t)} · ${t(m.change)}: ${changeText(loss.change, t, 3)}`,
          ),
        };
      }),
      empty: emptyState({ title: t(m.no_results) }),
    },
    t,
  );
}
