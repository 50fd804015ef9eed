import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import {
  type BoardCell,
  boardTable,
  chips,
  dataTable,
  details,
  emptyState,
  type Heat,
} from '../../../../ui/index.ts';
import { onSameDay } from '../../../assignments/index.ts';
import { kindLabels } from '../../../units/index.ts';
import { appliesOf, type Counts, type Level, levelOf, NOTHING, percentOf } from '../../domain/cell.ts';
import type { Median } from '../../domain/median.ts';
import { shortName } from '../../domain/short-name.ts';
import { levelNames, m } from '../../messages.ts';
import { ALL_GROUPS, COLUMNS, type Group } from '../../queries/board.ts';
import { BOARD, type BoardView, cellHref } from './reading.ts';

const HEAT: Readonly<Record<Level, Heat>> = {
  nothing: 'none',
  done: 'done',
  clear: 'clear',
  late: 'late',
  many_late: 'many-late',
};

function cellOf(counts: Counts, href: string): BoardCell {
  const { accepted, claimed, overdue, notApplicable } = counts;
  const total = appliesOf(counts);
  return {
    accepted,
    claimed,
    overdue,
    notApplicable,
    total,
    inProgress: total - accepted - claimed - overdue,
    href,
    heat: HEAT[levelOf(counts)],
  };
}

/** Units by contents; each cell opens to its facts, each head and total to the list it counts. */
export function heatTable(context: RequestContext, view: BoardView): Html {
  const { t, lang } = context;
  const { board, reading, listHref } = view;
  return boardTable(
    {
      title: t(m.heat_title),
      note: t(m.heat_note),
      contents: COLUMNS.map((content) => ({
        code: String(content.number),
        short: content.short[lang],
        name: content[lang],
        href: `${listHref}&noi-dung=${content.number}`,
      })),
      rows: board.rows.map(({ unit, cells, all }) => ({
        name: shortName(unit.name),
        href: onSameDay(reading, `/don-vi/${unit.id}`),
        cells: cells.map((cell, at) => cellOf(cell, cellHref(view, unit.id, COLUMNS[at]?.number))),
        percent: percentOf(all),
      })),
      totals:
        board.rows.length > 1
          ? {
              cells: board.totals.map((cell, at) => ({
                ...cellOf(cell, `${listHref}&noi-dung=${COLUMNS[at]?.number}`),
                heat: 'none',
              })),
              percent: percentOf(board.all),
            }
          : undefined,
      heat: {
        done: t(levelNames.done),
        clear: t(levelNames.clear),
        late: t(levelNames.late),
        'many-late': t(levelNames.many_late),
      },
      rulesHref: '/quy-tac-dieu-hanh',
      empty: emptyState({ title: t(m.nothing_here) }),
    },
    t,
  );
}

/** Groups shown beside each other; the others fold away. */
const GROUPS_SHOWN = 3;

/** Which group of units the board shows; nothing to choose where there is one. */
export function groupChips(context: RequestContext, { board, again }: BoardView): Html {
  const { t } = context;
  const { groups, chosen, plan } = board;
  if (groups.length < 2) return html``;
  const href = (key: string): string => again(`${BOARD}?ke-hoach=${plan.id}&nhom=${encodeURIComponent(key)}`);
  const item = ({ key, members }: Group) => ({
    href: href(key),
    text: groupName(context, members),
    count: members.length,
    current: key === chosen,
  });
  const first = groups.filter(({ key }, at) => at < GROUPS_SHOWN || key === chosen);
  const rest = groups.filter((group) => !first.includes(group));
  const all = {
    href: href(ALL_GROUPS),
    text: t(m.group_all),
    count: groups.reduce((sum, { members }) => sum + members.length, 0),
    current: chosen === ALL_GROUPS,
  };
  const more =
    rest.length > 1 &&
    details(
      t(m.group_more, { n: rest.length }),
      chips({ label: t(m.group_more, { n: rest.length }), items: rest.map(item) }, t),
    );
  const shown = rest.length > 1 ? first : groups;
  return html`<div class="steer-groups">${chips({ label: t(m.group_label), items: [...shown.map(item), all] }, t)}${more}</div>`;
}

function groupName({ t }: RequestContext, members: Group['members']): string {
  const first = members[0];
  return first ? `${t(kindLabels[first.kind])} (${first.tier})` : '';
}

/** One unit beside what stands in the middle of its kind, content by content. */
export function besideMedian(context: RequestContext, view: BoardView): Html {
  const { t, lang } = context;
  const { board } = view;
  const row = board.rows[0];
  if (!board.median || !row) return html``;
  const percent = (value: number | null): string =>
    value === null ? '–' : t(m.percent, { n: Math.round(value * 10) / 10 });
  const plain = (value: number | null): string => (value === null ? '–' : t(m.number, { n: value }));
  const line = (name: string, own: Counts, middle: Median | undefined, href: string) => ({
    href,
    cells: [
      name,
      percent(percentOf(own)),
      percent(middle?.percent ?? null),
      plain(own.overdue),
      plain(middle?.overdue ?? null),
    ],
  });
  const contents = COLUMNS.map((content, at) =>
    line(
      `${content.number}. ${content[lang]}`,
      row.cells[at] ?? NOTHING,
      board.median?.cells[at],
      cellHref(view, row.unit.id, content.number),
    ),
  );
  return dataTable(
    {
      caption: t(m.median_title),
      captionVisible: true,
      note: t(m.median_note),
      columns: [
        { key: 'content', label: t(m.col_content), primary: true },
        { key: 'own', label: t(m.col_own), align: 'end' },
        { key: 'median', label: t(m.col_median), align: 'end' },
        { key: 'own_overdue', label: t(m.col_own_overdue), align: 'end' },
        { key: 'median_overdue', label: t(m.col_median_overdue), align: 'end' },
      ],
      rows: [...contents, line(t(m.all_contents), row.all, board.median.all, cellHref(view, row.unit.id))],
      empty: html``,
    },
    t,
  );
}
