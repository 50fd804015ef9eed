import { formatDate, vietnamDate } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { formatNumber } from '../../../../kernel/i18n.ts';
import { dataTable, details, statCards } from '../../../../ui/index.ts';
import { appliesOf, percentOf } from '../../domain/cell.ts';
import { shortName } from '../../domain/short-name.ts';
import { m } from '../../messages.ts';
import type { TrendPoint } from '../../queries/board.ts';
import type { Matters } from '../../queries/matters.ts';
import type { BoardView } from './reading.ts';

/** How many units the first number names. */
const NAMED = 3;

const tenth = (value: number): number => Math.round(value * 10) / 10;

const shareOf = ({ total, accepted }: TrendPoint): number => (total === 0 ? 0 : (accepted / total) * 100);

function change({ t }: RequestContext, now: number, before: number | undefined): string {
  if (before === undefined) return '';
  if (now === before) return t(m.same_as);
  return t(now > before ? m.more_than : m.less_than, { n: Math.abs(now - before) });
}

function pointsChange({ t }: RequestContext, now: number, before: number | undefined): string {
  if (before === undefined) return '';
  const moved = tenth(now - before);
  if (moved === 0) return t(m.same_as);
  return t(moved > 0 ? m.points_more : m.points_less, { n: Math.abs(moved) });
}

function gravestUnits({ lang }: RequestContext, { board }: BoardView): string {
  if (board.rows.length < 2) return '';
  return board.rows
    .filter((row) => row.all.overdue > 0)
    .slice(0, NAMED)
    .map(({ unit, all }) => `${shortName(unit.name)} (${formatNumber(lang, all.overdue)})`)
    .join(', ');
}

function overdueWords(context: RequestContext, view: BoardView, before: number | undefined): string {
  const { t } = context;
  const { all } = view.board;
  if (all.overdue === 0) return t(m.stat_overdue_none);
  const moved = change(context, all.overdue, before);
  const units = gravestUnits(context, view);
  return units === '' ? moved : t(m.stat_overdue_text, { units, change: moved }).trim();
}

/** The three numbers that matter today, each with its course over eight weeks and the way to its facts. */
export function threeNumbers(context: RequestContext, view: BoardView, matters: Matters): Html {
  const { t, lang } = context;
  const { board, listHref, reading } = view;
  const { all, trend } = board;
  const before = trend.length > 1 ? trend.at(-2) : undefined;
  const percent = percentOf(all);
  const { checks, checksTrend } = matters;
  const oldest = checks.reduce<Date | null>(
    (first, { openedAt }) => (first === null || openedAt < first ? openedAt : first),
    null,
  );
  const late = checks.filter(({ dueOn }) => dueOn < reading.day.today).length;
  return statCards(
    [
      {
        label: t(m.stat_overdue),
        value: formatNumber(lang, all.overdue),
        of: t(m.of, { total: appliesOf(all) }),
        text: overdueWords(context, view, before?.overdue),
        state: 'overdue',
        trend: { points: trend.map(({ overdue }) => overdue), label: t(m.stat_overdue) },
        href: `${listHref}&trang-thai=overdue`,
      },
      {
        label: t(m.stat_accepted),
        value: percent === null ? '–' : t(m.percent, { n: tenth(percent) }),
        text: t(m.stat_accepted_text, {
          n: all.accepted,
          waiting: all.claimed,
          change: pointsChange(context, percent ?? 0, before && shareOf(before)),
        }).trim(),
        state: 'accepted',
        trend: { points: trend.map((point) => tenth(shareOf(point))), label: t(m.stat_accepted) },
        href: `${listHref}&trang-thai=done`,
      },
      {
        label: t(m.stat_checks),
        value: formatNumber(lang, checks.length),
        text:
          oldest === null
            ? t(m.stat_checks_none)
            : t(m.stat_checks_text, {
                change: change(context, checks.length, checksTrend.at(-2)),
                late,
                date: formatDate(vietnamDate(oldest)),
              }),
        state: checks.length > 0 ? 'due_soon' : 'accepted',
        trend: { points: checksTrend, label: t(m.stat_checks) },
        href: view.here('/cong-khai/bang?xem=muc&khac=1'),
      },
    ],
    t,
  );
}

/** The numbers behind the three lines. */
export function trendTable(context: RequestContext, { board }: BoardView, { checksTrend }: Matters): Html {
  const { t } = context;
  const { trend } = board;
  // Weeks before the plan was issued have no work, citizens may have spoken all the same.
  const offset = checksTrend.length - trend.length;
  return details(
    t(m.trend_table),
    dataTable(
      {
        caption: t(m.trend_table),
        columns: [
          { key: 'day', label: t(m.col_day), primary: true },
          { key: 'overdue', label: t(m.stat_overdue), align: 'end' },
          { key: 'total', label: t(m.col_total), align: 'end' },
          { key: 'accepted', label: t(m.stat_accepted), align: 'end' },
          { key: 'checks', label: t(m.stat_checks), align: 'end' },
        ],
        rows: trend.map((point, at) => ({
          cells: [
            formatDate(point.on),
            t(m.number, { n: point.overdue }),
            t(m.number, { n: point.total }),
            t(m.percent, { n: tenth(shareOf(point)) }),
            t(m.number, { n: checksTrend[at + offset] ?? 0 }),
          ],
        })),
        empty: html``,
      },
      t,
    ),
  );
}
