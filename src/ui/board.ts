import { type Html, type HtmlValue, html } from '../kernel/html.ts';
import type { Translate } from '../kernel/i18n.ts';
import { bareBar } from './charts.ts';
import { m } from './messages.ts';
import { stateClass, stateShape, stateWord } from './states.ts';

/** A column of the board: one content of the index. */
export interface BoardContent {
  code: string;
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
}

export interface BoardRow {
  name: string;
  href?: string | undefined;
  /** One for each content, in the same order. */
  cells: readonly BoardCell[];
  /** Accepted of all, 0–100; null when nothing is assigned. */
  percent: number | null;
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
  empty: Html;
}

function cellContent(cell: BoardCell, t: Translate): Html {
  if (cell.total === 0) {
    const why =
      cell.notApplicable > 0 ? t(m.onlyNotApplicable, { n: cell.notApplicable }) : t(m.nothingAssigned);
    return html`<span class="cell-none"><span aria-hidden="true">–</span><span class="vh">${why}</span></span>`;
  }
  const counts = html`<span class="cell-counts"><span>${t(m.acceptedOfTotal, { accepted: cell.accepted, total: cell.total })}</span>${cell.overdue > 0 && html`<span class="cell-over">${stateShape('overdue')}${t(m.number, { n: cell.overdue })}<span class="vh"> ${stateWord('overdue', t)}</span></span>`}</span>`;
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

function boardCell(cell: BoardCell | undefined, content: BoardContent, t: Translate): Html {
  const inside = cell && cellContent(cell, t);
  return html`<td data-label="${content.code}. ${content.short}">${cell?.href && cell.total > 0 ? html`<a href="${cell.href}">${inside}</a>` : inside}</td>`;
}

function percentCell(percent: number | null, t: Translate): Html {
  return html`<td class="num board-percent" data-label="${t(m.achieved)}">${percent === null ? '–' : t(m.percent, { n: Math.round(percent) })}</td>`;
}

function legend(rulesHref: string | undefined, t: Translate): Html {
  const entry = (state: 'accepted' | 'claimed' | 'in_progress' | 'overdue', word: string): Html =>
    html`<li class="${stateClass(state)}"><span class="swatch">${stateShape(state)}</span>${word}</li>`;
  return html`<ul class="legend">${entry('accepted', stateWord('accepted', t))}${entry('claimed', stateWord('claimed', t))}${entry('in_progress', t(m.inProgressNotDue))}${entry('overdue', stateWord('overdue', t))}${rulesHref && html`<li><a href="${rulesHref}">${t(m.howStatesAreComputed)}</a></li>`}</ul>`;
}

/** Units by contents on one screen and one A4 page; every cell opens to its work. On a phone each unit is a card. */
export function boardTable(props: BoardTableProps, t: Translate): Html {
  const { contents } = props;
  if (props.rows.length === 0) return html`<section class="card">${props.empty}</section>`;
  const head = contents.map((content) => {
    // The number never stands alone on a line.
    const words = `${content.code}.\u00a0${content.short}`;
    return html`<th scope="col">${content.href ? html`<a href="${content.href}" title="${content.name}">${words}</a>` : html`<abbr title="${content.name}">${words}</abbr>`}</th>`;
  });
  const cellsOf = (cells: readonly BoardCell[]): Html[] =>
    contents.map((content, index) => boardCell(cells[index], content, t));
  const rows = props.rows.map(
    (row) =>
      html`<tr><th scope="row">${row.href ? html`<a href="${row.href}">${row.name}</a>` : row.name}</th>${cellsOf(row.cells)}${percentCell(row.percent, t)}</tr>`,
  );
  const totals =
    props.totals &&
    html`<tfoot><tr><th scope="row">${t(m.allUnits)}</th>${cellsOf(props.totals.cells)}${percentCell(props.totals.percent, t)}</tr></tfoot>`;
  return html`<section class="card table-card board-card"><table class="board sticky"><caption class="table-title">${props.title}${props.note && html`<span class="table-note">${props.note}</span>`}</caption><thead><tr><th scope="col">${props.rowLabel ?? t(m.unit)}</th>${head}<th scope="col" class="num">${t(m.achieved)}</th></tr></thead><tbody>${rows}</tbody>${totals}</table>${legend(props.rulesHref, t)}</section>`;
}
