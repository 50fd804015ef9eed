import { addDays, formatDate } from '../../../../kernel/dates.ts';
import { attr, type Html, type HtmlValue, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { appliesOf } from '../../domain/cell.ts';
import { shortName } from '../../domain/short-name.ts';
import { steeringLimits } from '../../limits.ts';
import { askStateNames, m } from '../../messages.ts';
import type { UnitRow } from '../../queries/board.ts';
import type { Matters } from '../../queries/matters.ts';
import { askTopic } from '../ask/words.ts';
import { BOARD, type BoardView } from './reading.ts';

/** One line of a section: what, and how much of it. */
interface Line {
  readonly text: string;
  readonly href?: string | undefined;
  readonly value?: string | undefined;
  /** Before the text: whose it is. */
  readonly note?: string | undefined;
  /** Needs somebody today. */
  readonly isGrave?: boolean | undefined;
}

interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly none: string;
  /** How many lines stand here at most; as many as in every section unless it says otherwise. */
  readonly most?: number | undefined;
  /** The way to all of it. */
  readonly all?: { readonly href: string; readonly text: string } | undefined;
}

function lineOf({ text, href, value, note, isGrave }: Line): Html {
  // Words of people are as long as they like: with whose they are they stand on one line, and whole on their own page.
  const said = note === undefined ? text : `${note}: ${text}`;
  const cut = note !== undefined;
  const words: HtmlValue = href
    ? html`<a href="${href}" ${attr('title', cut && said)}>${said}</a>`
    : html`<span ${attr('title', cut && said)}>${said}</span>`;
  return html`<li><span class="side-text${cut ? ' side-cut' : ''}">${words}</span>${value !== undefined && html`<span class="side-value${isGrave ? ' s-overdue' : ''}">${value}</span>`}</li>`;
}

export function sectionOf({ title, lines, none, all, most = steeringLimits.lines_shown }: Section): Html {
  const shown = lines.slice(0, most);
  const body =
    lines.length === 0 ? html`<p class="side-none">${none}</p>` : html`<ul>${shown.map(lineOf)}</ul>`;
  return html`<section class="side"><h2>${title}${all && html`<a href="${all.href}">${all.text}</a>`}</h2>${body}</section>`;
}

/** What waits beside the board, section by section; each line opens to its facts. */
export function sideSections(context: RequestContext, view: BoardView, matters: Matters): Html {
  return html`<div class="card steer-side">${[
    missed(context, view, matters),
    leads(context, view, matters),
    checks(context, view, matters),
    findings(context, view, matters),
    week(context, view),
    asks(context, view, matters),
  ]}</div>`;
}

function missed(context: RequestContext, view: BoardView, { reports, postings }: Matters): Html {
  const { t, lang } = context;
  const { board, listHref, here, reading } = view;
  const lines: Line[] = reports.slice(0, 1).map(({ period, owed, missing }) => ({
    text: t(m.missed_report, { period: period.name[lang], date: formatDate(period.dueOn) }),
    href: here(`/bao-cao/tien-do?ky=${period.code}`),
    value: t(m.missed_report_n, { missing: missing.length, owed }),
    isGrave: period.dueOn < reading.day.today,
  }));
  if (board.all.dueSoon > 0)
    lines.push({
      text: t(m.missed_work),
      href: `${listHref}&trang-thai=due_soon`,
      value: t(m.number, { n: board.all.dueSoon }),
    });
  if (postings.soon.length > 0)
    lines.push({
      text: t(m.missed_soon),
      href: here('/cong-khai/bang?xem=muc&trang-thai=due_soon'),
      value: t(m.number, { n: postings.soon.length }),
    });
  if (postings.late > 0)
    lines.push({
      text: t(m.missed_late),
      href: here('/cong-khai/bang?xem=muc&trang-thai=nhom-qua-han'),
      value: t(m.number, { n: postings.late }),
      isGrave: true,
    });
  return sectionOf({
    title: t(m.missed),
    none: t(m.missed_none),
    lines,
    most: steeringLimits.lines_shown + 1,
  });
}

function leads({ t }: RequestContext, { wholeHref }: BoardView, { leads: all }: Matters): Html {
  const overdue = `${wholeHref}&trang-thai=overdue`;
  return sectionOf({
    title: t(m.leads),
    none: t(m.leads_none),
    lines: all.map(({ leadUnitId, leadName, overdue: n }) => ({
      text: leadName,
      href: leadUnitId === null ? undefined : `${overdue}&chu-tri=${leadUnitId}`,
      value: t(m.number, { n }),
      isGrave: true,
    })),
    all: all.length > 0 ? { href: overdue, text: t(m.open_all) } : undefined,
  });
}

function checks({ t }: RequestContext, { here, reading }: BoardView, { checks: all }: Matters): Html {
  const { names } = reading.units;
  return sectionOf({
    title: t(m.checks),
    none: t(m.checks_none),
    lines: all.map(({ itemId, title, unitId, dueOn }) => ({
      text: title,
      note: shortName(names.get(unitId) ?? ''),
      href: here(`/cong-khai/muc/${itemId}`),
      value: formatDate(dueOn).slice(0, 5),
      isGrave: dueOn < reading.day.today,
    })),
    all:
      all.length > 0
        ? { href: here('/cong-khai/bang?xem=muc&khac=1'), text: t(m.all_n, { n: all.length }) }
        : undefined,
  });
}

function findings({ t }: RequestContext, { here, reading }: BoardView, { findings: all }: Matters): Html {
  const { names } = reading.units;
  return sectionOf({
    title: t(m.findings),
    none: t(m.findings_none),
    lines: all.map(({ id, words, unitId, dueOn, state }) => ({
      text: words,
      note: shortName(names.get(unitId) ?? ''),
      href: here(`/kiem-tra/ton-tai/${id}`),
      value: formatDate(dueOn).slice(0, 5),
      isGrave: state === 'late',
    })),
    all:
      all.length > 0
        ? { href: here('/kiem-tra/ton-tai?trang-thai=chua-xong'), text: t(m.all_n, { n: all.length }) }
        : undefined,
  });
}

const moved = ({ all, weekBefore }: UnitRow): number => all.overdue - (weekBefore?.overdue ?? 0);

function week(context: RequestContext, view: BoardView): Html {
  const { t } = context;
  const { board, reading, listHref } = view;
  const before = board.trend.length > 1 ? board.trend.at(-2) : undefined;
  const signed = (n: number): string =>
    n === 0 ? t(m.number, { n }) : t(n > 0 ? m.plus : m.minus, { n: Math.abs(n) });
  const named = (rows: readonly UnitRow[]): string =>
    rows
      .slice(0, 2)
      .map((row) => `${shortName(row.unit.name)} (${signed(moved(row))})`)
      .join(', ');
  const worse = board.rows.filter((row) => moved(row) > 0).sort((a, b) => moved(b) - moved(a));
  const better = board.rows.filter((row) => moved(row) < 0).sort((a, b) => moved(a) - moved(b));
  const lines: Line[] = before
    ? [
        {
          text: t(m.week_accepted),
          href: `${listHref}&trang-thai=done`,
          value: signed(board.all.accepted - before.accepted),
        },
        {
          text: worse.length > 0 ? named(worse) : t(m.week_overdue),
          note: worse.length > 0 ? t(m.week_worse) : undefined,
          href: `${listHref}&trang-thai=overdue`,
          value: signed(board.all.overdue - before.overdue),
          isGrave: board.all.overdue > before.overdue,
        },
        ...(better.length > 0 && board.rows.length > 1
          ? [{ note: t(m.week_better), text: named(better) }]
          : []),
      ]
    : [];
  const day = addDays(reading.day.today, -7);
  return sectionOf({
    title: t(m.week),
    none: appliesOf(board.all) === 0 ? t(m.nothing_here) : t(m.same_as),
    lines,
    all:
      before && reading.day.asOf === null
        ? {
            href: `${BOARD}?ke-hoach=${board.plan.id}&as_of=${day}`,
            text: t(m.week_board, { date: formatDate(day).slice(0, 5) }),
          }
        : undefined,
  });
}

function asks(context: RequestContext, { here, reading }: BoardView, { asks: all }: Matters): Html {
  const { t } = context;
  return sectionOf({
    title: t(m.asks),
    none: t(m.asks_none),
    lines: all.map((ask) => ({
      text: t(askStateNames[ask.state]),
      href: here(`${BOARD}/giai-trinh/${ask.id}`),
      note: askTopic(context, reading.units, ask),
      value: formatDate(ask.dueOn).slice(0, 5),
      isGrave: ask.state === 'late',
    })),
    all: { href: here(`${BOARD}/giai-trinh`), text: t(m.open_all) },
  });
}
