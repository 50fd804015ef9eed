import { z } from 'zod';
import { formatDate, yearOf } from '../../../kernel/dates.ts';
import { html } from '../../../kernel/html.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import { formatNumber } from '../../../kernel/i18n.ts';
import {
  type BoardCell,
  type BoardRow,
  boardTable,
  chips,
  emptyState,
  linkButton,
  shell,
  statCards,
} from '../../../ui/index.ts';
import { CONTENTS } from '../../papi/index.ts';
import { kindLabels, type Unit } from '../../units/index.ts';
import { actButtons } from '../acts.ts';
import { m } from '../messages.ts';
import { ma } from '../messages-amended.ts';
import { type BoardCount, boardCounts } from '../queries/board.ts';
import { type PlanWithWork, plansWithWork } from '../queries/plans.ts';
import { AGAINST, AGAINST_KEYS, readAgainst } from './against.ts';
import { asOfForm, asOfNotice, asOfSchema, onSameDay } from './as-of.ts';
import { boardAgainst } from './board-against.ts';
import { readingOf } from './reading.ts';

/** The eight contents in their order, then the general part of the plan. */
const COLUMNS = [
  ...CONTENTS.filter((content) => content.number > 0),
  ...CONTENTS.filter((content) => content.number === 0),
];

type Counts = Omit<BoardCount, 'unitId' | 'dimension'>;
const NOTHING: Counts = { total: 0, accepted: 0, claimed: 0, overdue: 0, notApplicable: 0 };

function sum(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (all, one) => ({
      total: all.total + one.total,
      accepted: all.accepted + one.accepted,
      claimed: all.claimed + one.claimed,
      overdue: all.overdue + one.overdue,
      notApplicable: all.notApplicable + one.notApplicable,
    }),
    NOTHING,
  );
}

function cellOf(counts: Counts, href: string): BoardCell {
  const total = counts.total - counts.notApplicable;
  const { accepted, claimed, overdue, notApplicable } = counts;
  return {
    accepted,
    claimed,
    overdue,
    notApplicable,
    total,
    inProgress: total - accepted - claimed - overdue,
    href,
  };
}

function percentOf(counts: Counts): number | null {
  const total = counts.total - counts.notApplicable;
  return total === 0 ? null : (counts.accepted / total) * 100;
}

interface UnitCounts {
  readonly unit: Unit;
  readonly byContent: readonly Counts[];
  readonly all: Counts;
}

function groupByUnit(units: readonly Unit[], counts: readonly BoardCount[]): UnitCounts[] {
  const rows = Map.groupBy(counts, (row) => row.unitId);
  return units.map((unit) => {
    const own = rows.get(unit.id) ?? [];
    return {
      unit,
      byContent: COLUMNS.map((content) => own.find((row) => row.dimension === content.number) ?? NOTHING),
      all: sum(own),
    };
  });
}

/** Units of one tier and kind are read together: communes beside communes, offices beside offices. */
function groupKey(unit: Unit): string {
  return `${unit.tier}.${unit.kind}`;
}

function stats(context: RequestContext, rows: readonly UnitCounts[], all: Counts, listHref: string) {
  const { t, lang } = context;
  const total = all.total - all.notApplicable;
  const worst = rows
    .filter((row) => row.all.overdue > 0)
    .sort((a, b) => b.all.overdue - a.all.overdue)
    .slice(0, 3)
    .map((row) => `${row.unit.name} (${formatNumber(lang, row.all.overdue)})`)
    .join(', ');
  const percent = percentOf(all);
  return statCards(
    [
      {
        label: t(m.stat_overdue),
        value: formatNumber(lang, all.overdue),
        of: t(m.stat_of, { total }),
        text: worst ? t(m.stat_overdue_text, { units: worst }) : t(m.stat_overdue_none),
        state: 'overdue',
        href: `${listHref}&trang-thai=overdue`,
      },
      {
        label: t(m.stat_accepted),
        value: percent === null ? '–' : `${formatNumber(lang, Math.round(percent * 10) / 10)}%`,
        text: t(m.stat_accepted_text, { n: all.accepted }),
        state: 'accepted',
        href: `${listHref}&trang-thai=accepted`,
      },
      {
        label: t(m.stat_waiting),
        value: formatNumber(lang, all.claimed),
        text: t(m.stat_waiting_text),
        state: 'claimed',
        href: `${listHref}&trang-thai=claimed`,
      },
    ],
    t,
  );
}

export const board = get({
  path: '/dieu-hanh',
  access: signedIn,
  rate: 'page',
  query: z.object({
    'ke-hoach': z.uuid().optional().catch(undefined),
    nhom: z.string().max(60).optional(),
    'so-voi': z.enum(AGAINST_KEYS).catch('hien-hanh').default('hien-hanh'),
    as_of: asOfSchema,
  }),
  async handle(context, { query }) {
    const { t, lang, db } = context;
    const against = AGAINST[query['so-voi']];
    const reading = readAgainst(await readingOf(context, query.as_of), against);
    const { today } = reading.day;
    const here = (href: string): string => onSameDay(reading, `${href}&so-voi=${query['so-voi']}`);
    const plans = await plansWithWork(db);
    const year = yearOf(today);
    // Next year's plan may be issued in December: the board stays with this year's until then.
    const plan =
      plans.find((one) => one.id === query['ke-hoach']) ?? plans.find((one) => one.year <= year) ?? plans[0];
    if (!plan) {
      const action = linkButton({ href: '/ke-hoach', text: t(m.open_plans), kind: 'primary' });
      const main = emptyState({ title: t(m.board_none), text: t(m.board_none_what), action });
      return answerPage(shell(context, { title: t(m.board), active: 'board', main }));
    }
    const [{ label, choice }, counts] = await Promise.all([
      boardAgainst(context, reading, plan.id, against),
      boardCounts(db, plan.id, reading.scope, reading.day),
    ]);
    const doing = new Set(counts.map((row) => row.unitId));
    const units = reading.units.tree.filter((unit) => doing.has(unit.id));
    const groups = Map.groupBy(units, groupKey);
    // The group with the most work is what a leader opens the board for.
    const totals = new Map<string, number>();
    for (const row of counts) totals.set(row.unitId, (totals.get(row.unitId) ?? 0) + row.total);
    const work = (members: readonly Unit[]): number =>
      members.reduce((sum, unit) => sum + (totals.get(unit.id) ?? 0), 0);
    const ordered = [...groups].sort((a, b) => work(b[1]) - work(a[1]));
    const largest = ordered[0]?.[0];
    const chosen =
      query.nhom === 'tat-ca' ? 'tat-ca' : query.nhom && groups.has(query.nhom) ? query.nhom : largest;
    const shown = chosen === 'tat-ca' ? units : (groups.get(chosen ?? '') ?? []);
    const rows = groupByUnit(shown, counts).sort(
      (a, b) => b.all.overdue - a.all.overdue || (percentOf(a.all) ?? 100) - (percentOf(b.all) ?? 100),
    );
    const listHref = here(`/phan-viec?ke-hoach=${plan.id}`);
    const boardRows: BoardRow[] = rows.map(({ unit, byContent, all }) => ({
      name: unit.name,
      href: onSameDay(reading, `/don-vi/${unit.id}`),
      cells: byContent.map((cell, index) =>
        cellOf(cell, `${listHref}&don-vi=${unit.id}&noi-dung=${COLUMNS[index]?.number}`),
      ),
      percent: percentOf(all),
    }));
    const columnTotals = COLUMNS.map((_, index) => sum(rows.map((row) => row.byContent[index] ?? NOTHING)));
    const all = sum(rows.map((row) => row.all));
    const main = html`${asOfNotice(context, reading)}${choice}${stats(context, rows, all, listHref)}${
      groups.size > 1 &&
      chips(
        {
          label: t(m.group_label),
          items: [
            ...ordered.map(([key, members]) => ({
              href: here(`/dieu-hanh?ke-hoach=${plan.id}&nhom=${encodeURIComponent(key)}`),
              text: groupName(context, members),
              count: members.length,
              current: key === chosen,
            })),
            {
              href: here(`/dieu-hanh?ke-hoach=${plan.id}&nhom=tat-ca`),
              text: t(m.group_all),
              count: units.length,
              current: chosen === 'tat-ca',
            },
          ],
        },
        t,
      )
    }${boardTable(
      {
        title: t(m.board_title),
        note: t(m.board_note),
        contents: COLUMNS.map((content) => ({
          code: String(content.number),
          short: content.short[lang],
          name: content[lang],
          href: `${listHref}&noi-dung=${content.number}`,
        })),
        rows: boardRows,
        totals: {
          cells: columnTotals.map((cell, index) =>
            cellOf(cell, `${listHref}&noi-dung=${COLUMNS[index]?.number}`),
          ),
          percent: percentOf(all),
        },
        rulesHref: '/quy-tac-trang-thai',
        empty: emptyState({ title: t(m.nothing_here) }),
      },
      t,
    )}${asOfForm(context, reading)}`;
    const acts =
      reading.day.asOf === null &&
      actButtons(context, [
        ['ke-hoach', plan.id],
        ['trang-thai', 'overdue'],
      ]);
    return answerPage(
      shell(context, {
        title: t(m.board),
        active: 'board',
        kicker: [planTitle(context, plan), t(m.as_of, { date: formatDate(today) }), label].join(' · '),
        wide: true,
        actions: html`${acts}${linkButton({ href: listHref, text: t(m.list) })}`,
        main,
      }),
    );
  },
});

function planTitle({ t }: RequestContext, { title, isWithdrawn }: PlanWithWork): string {
  return isWithdrawn ? t(ma.board_withdrawn, { title }) : title;
}

function groupName(context: RequestContext, members: readonly Unit[]): string {
  const first = members[0];
  return first ? `${context.t(kindLabels[first.kind])} (${first.tier})` : '';
}
