import { attr, type Html, type HtmlValue, html } from '../kernel/html.ts';
import type { Translate } from '../kernel/i18n.ts';
import { bareBar } from './charts.ts';
import { m } from './messages.ts';
import { stateClass, stateShape, stateWord } from './states.ts';

/** A column of the board: one content of the index. */
export interface BoardContent {
  /** Stands before the short name; absent where columns have no numbers. */
  code?: string | undefined;
  /** For the column head: "Tham gia". */
  short: string;
  /** In full, said on hover and to screen readers. */
  name: string;
  href?: string | undefined;
}

export interface BoardCell {
  accepted: number;
  claimed: number;
  /** Being done or not begun, and not yet due. */
  inProgress: number;
  overdue: number;
  /** Stands outside `total`. */
  notApplicable: number;
  /** accepted + claimed + inProgress + overdue. */
  total: number;
  href?: string | undefined;
  /** How grave the cell is, where the board is drawn as heat: from nobody's matter to a leader's. */
  heat?: Heat | undefined;
}

export const HEATS = ['none', 'done', 'clear', 'late', 'many-late'] as const;
export type Heat = (typeof HEATS)[number];

export interface BoardRow {
  name: string;
  href?: string | undefined;
  /** One for each content, in the same order. */
  cells: readonly BoardCell[];
  /** Accepted of all, 0–100; null when nothing is assigned. */
  percent: number | null;
}

/** What the states are called where the board counts something else than work. */
export interface BoardWords {
  accepted: string;
  claimed: string;
  inProgress: string;
  overdue: string;
  /** Over the last column. */
  achieved: string;
  /** Said of a cell in which nothing is counted. */
  nothing: string;
}

export interface BoardTableProps {
  title: string;
  note?: HtmlValue;
  contents: readonly BoardContent[];
  rows: readonly BoardRow[];
  totals?: { cells: readonly BoardCell[]; percent: number | null } | undefined;
  /** Where the rule of the states is published. */
  rulesHref?: string | undefined;
  /** Replaces "Đơn vị" when the rows are something else. */
  rowLabel?: string | undefined;
  /** Replaces the words of work. */
  words?: BoardWords | undefined;
  /** One line a row, coloured by `heat` with counts in words, instead of a bar in each cell; the legend says what each level means. */
  heat?: Readonly<Record<Exclude<Heat, 'none'>, string>> | undefined;
  empty: Html;
}

const wordsOfWork = (t: Translate): BoardWords => ({
  accepted: stateWord('accepted', t),
  claimed: stateWord('claimed', t),
  inProgress: t(m.inProgressNotDue),
  overdue: stateWord('overdue', t),
  achieved: t(m.achieved),
  nothing: t(m.nothingAssigned),
});

function cellContent(cell: BoardCell, words: BoardWords, t: Translate, isHeat: boolean): Html {
  if (cell.total === 0) {
    const why = cell.notApplicable > 0 ? t(m.onlyNotApplicable, { n: cell.notApplicable }) : words.nothing;
    return html`<span class="cell-none"><span aria-hidden="true">–</span><span class="vh">${why}</span></span>`;
  }
  const counts = html`<span class="cell-counts"><span>${t(m.acceptedOfTotal, { accepted: cell.accepted, total: cell.total })}</span>${cell.overdue > 0 && html`<span class="cell-over">${stateShape('overdue')}${t(m.number, { n: cell.overdue })}<span class="vh"> ${words.overdue}</span></span>`}</span>`;
  if (isHeat) return counts;
  const bar = bareBar(
    [
      { state: 'accepted', count: cell.accepted },
      { state: 'claimed', count: cell.claimed },
      { state: 'in_progress', count: cell.inProgress },
      { state: 'overdue', count: cell.overdue },
    ],
    cell.total,
  );
  return html`${counts}${bar}`;
}

const headOf = ({ code, short }: BoardContent): string =>
  // The number never stands alone on a line.
  code === undefined ? short : `${code}.\u00a0${short}`;

function boardCell(
  cell: BoardCell | undefined,
  content: BoardContent,
  words: BoardWords,
  t: Translate,
  isHeat: boolean,
): Html {
  const inside = cell && cellContent(cell, words, t, isHeat);
  return html`<td data-label="${headOf(content)}" ${attr('class', isHeat && cell?.heat && `heat-${cell.heat}`)}>${cell?.href && cell.total > 0 ? html`<a href="${cell.href}">${inside}</a>` : inside}</td>`;
}

function percentCell(percent: number | null, words: BoardWords, t: Translate): Html {
  return html`<td class="num board-percent" data-label="${words.achieved}">${percent === null ? '–' : t(m.percent, { n: Math.round(percent) })}</td>`;
}

function heatLegend({ heat, rulesHref }: BoardTableProps, t: Translate): Html {
  const entries = Object.entries(heat ?? {}).map(
    ([level, word]) => html`<li><span class="swatch heat-${level}"></span>${word}</li>`,
  );
  const counts = html`<li>${stateShape('overdue')}${stateWord('overdue', t)}</li>`;
  return html`<ul class="legend">${entries}${counts}${rulesHref && html`<li><a href="${rulesHref}">${t(m.howLevelsAreComputed)}</a></li>`}</ul>`;
}

function legend(rulesHref: string | undefined, words: BoardWords, t: Translate): Html {
  const entry = (state: 'accepted' | 'claimed' | 'in_progress' | 'overdue', word: string): Html =>
    html`<li class="${stateClass(state)}"><span class="swatch">${stateShape(state)}</span>${word}</li>`;
  return html`<ul class="legend">${entry('accepted', words.accepted)}${entry('claimed', words.claimed)}${entry('in_progress', words.inProgress)}${entry('overdue', words.overdue)}${rulesHref && html`<li><a href="${rulesHref}">${t(m.howStatesAreComputed)}</a></li>`}</ul>`;
}

/** Units by contents on one screen and one A4 page; every cell opens to its work. On a phone each unit is a card. */
export function boardTable(props: BoardTableProps, t: Translate): Html {
  const { contents, words = wordsOfWork(t) } = props;
  if (props.rows.length === 0) return html`<section class="card">${props.empty}</section>`;
  const head = contents.map((content) => {
    const text = headOf(content);
    return html`<th scope="col">${content.href ? html`<a href="${content.href}" title="${content.name}">${text}</a>` : html`<abbr title="${content.name}">${text}</abbr>`}</th>`;
  });
  const isHeat = props.heat !== undefined;
  const cellsOf = (cells: readonly BoardCell[]): Html[] =>
    contents.map((content, index) => boardCell(cells[index], content, words, t, isHeat));
  const rows = props.rows.map(
    (row) =>
      html`<tr><th scope="row">${row.href ? html`<a href="${row.href}">${row.name}</a>` : row.name}</th>${cellsOf(row.cells)}${percentCell(row.percent, words, t)}</tr>`,
  );
  const totals =
    props.totals &&
    html`<tfoot><tr><th scope="row">${t(m.allUnits)}</th>${cellsOf(props.totals.cells)}${percentCell(props.totals.percent, words, t)}</tr></tfoot>`;
  return html`<section class="card table-card board-card"><table class="board sticky${isHeat ? ' board-heat' : ''}"><caption class="table-title">${props.title}${props.note && html`<span class="table-note">${props.note}</span>`}</caption><thead><tr><th scope="col">${props.rowLabel ?? t(m.unit)}</th>${head}<th scope="col" class="num">${words.achieved}</th></tr></thead><tbody>${rows}</tbody>${totals}</table>${isHeat ? heatLegend(props, t) : legend(props.rulesHref, words, t)}</section>`;
}
