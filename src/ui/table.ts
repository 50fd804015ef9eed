import { attr, type Html, type HtmlValue, html } from '../kernel/html.ts';
import type { Translate } from '../kernel/i18n.ts';
import { button } from './buttons.ts';
import { icon } from './icons.ts';
import { m } from './messages.ts';
import { stateClass, type WorkState } from './states.ts';

export interface Column {
  key: string;
  label: string;
  /** Numbers stand at the `end`, in digits of equal width. */
  align?: 'start' | 'end' | 'center' | undefined;
  /** The address that sorts by this column (the other way when it is sorted already). */
  sortHref?: string | undefined;
  sorted?: 'asc' | 'desc' | undefined;
  /** The cell that names the row: its row header, and the link when the row has `href`. */
  primary?: boolean | undefined;
  /** On a phone, where a row is a card: `label` (default) shows the column's name, `bare` does not, `hide` drops it. */
  phone?: 'label' | 'bare' | 'hide' | undefined;
  /** `fit` keeps the column as narrow as its content, on one line. */
  width?: 'fit' | undefined;
  /** The label is only said, not shown: a column of buttons, left out in print. */
  hideLabel?: boolean | undefined;
  /** A drawing of what other cells say in numbers: its label is only said. */
  drawing?: boolean | undefined;
}

export interface Row {
  href?: string | undefined;
  /** One for each column, in the same order. */
  cells: readonly HtmlValue[];
  /** Draws the state's colour at the row's edge. */
  state?: WorkState | undefined;
  id?: string | undefined;
}

export interface DataTableProps {
  caption: string;
  /** Shows the caption as the table's title; otherwise it is only said. */
  captionVisible?: boolean | undefined;
  note?: HtmlValue;
  columns: readonly Column[];
  rows: readonly Row[];
  /** Sums, under the rows. */
  totals?: readonly HtmlValue[] | undefined;
  /** Stands in place of the table when there is no row: usually `emptyState`. */
  empty: Html;
  stickyHeader?: boolean | undefined;
  /** For tables with more columns than any screen: scrolls inside its own frame and keeps its shape on a phone. */
  scroll?: boolean | undefined;
}

function columnClass(column: Column): string | undefined {
  const names = [
    column.align === 'end' ? 'num' : column.align === 'center' ? 'mid' : '',
    column.width === 'fit' ? 'fit' : '',
    column.primary ? 'primary' : '',
    column.phone === 'hide' ? 'phone-hide' : '',
    column.hideLabel ? 'act' : '',
  ].filter(Boolean);
  return names.length > 0 ? names.join(' ') : undefined;
}

function headerCell(column: Column, t: Translate): Html {
  const sortWord = column.sorted === 'asc' ? m.sortedAscending : m.sortedDescending;
  const mark =
    column.sorted &&
    html`<span class="sort-mark" aria-hidden="true">${column.sorted === 'asc' ? '▲' : '▼'}</span><span class="vh"> ${t(sortWord)}</span>`;
  const label =
    column.hideLabel || column.drawing ? html`<span class="vh">${column.label}</span>` : column.label;
  const sort = column.sorted === undefined ? undefined : column.sorted === 'asc' ? 'ascending' : 'descending';
  return html`<th scope="col" ${attr('class', columnClass(column))} ${attr('aria-sort', sort)}>${column.sortHref ? html`<a class="sort" href="${column.sortHref}">${label}${mark}</a>` : html`${label}${mark}`}</th>`;
}

/** What surrounds every cell of a column, made once a table. */
interface CellFrame {
  readonly column: Column;
  readonly open: Html;
  readonly close: Html;
}

function cellFrame(column: Column): CellFrame {
  const bare =
    column.primary ||
    column.phone === 'bare' ||
    column.phone === 'hide' ||
    column.hideLabel ||
    column.drawing;
  const label = attr('data-label', bare ? undefined : column.label);
  const className = attr('class', columnClass(column));
  return column.primary
    ? { column, open: html`<th scope="row" ${className}>`, close: html`</th>` }
    : { column, open: html`<td ${className} ${label}>`, close: html`</td>` };
}

function bodyCell(frame: CellFrame, row: Row, value: HtmlValue): Html {
  const { column, open, close } = frame;
  return column.primary && row.href
    ? html`${open}<a class="row-link" href="${row.href}">${value}</a>${close}`
    : html`${open}${value}${close}`;
}

function rowStart(row: Row): Html {
  if (row.id === undefined && row.state === undefined) return html`<tr>`;
  return html`<tr ${attr('id', row.id)} ${attr('class', row.state && `edge ${stateClass(row.state)}`)}>`;
}

/** The table of the house: sticky header, wrapping names, and a pile of cards on a phone. */
export function dataTable(props: DataTableProps, t: Translate): Html {
  if (props.rows.length === 0) return html`<div class="card">${props.empty}</div>`;
  const { columns } = props;
  const frames = columns.map(cellFrame);
  const rows = props.rows.map(
    (row) =>
      html`${rowStart(row)}${frames.map((frame, index) => bodyCell(frame, row, row.cells[index]))}</tr>`,
  );
  const totals =
    props.totals &&
    html`<tfoot><tr>${frames.map((frame, index) => bodyCell(frame, { cells: [] }, props.totals?.[index]))}</tr></tfoot>`;
  const caption = html`<caption class="${props.captionVisible ? 'table-title' : 'vh'}">${props.caption}${props.note && html`<span class="table-note">${props.note}</span>`}</caption>`;
  const table = html`<table class="data${props.stickyHeader === false ? '' : ' sticky'}${props.scroll ? '' : ' cards'}">${caption}<thead><tr>${columns.map((column) => headerCell(column, t))}</tr></thead><tbody>${rows}</tbody>${totals}</table>`;
  return props.scroll
    ? html`<section class="card scroll" tabindex="0" aria-label="${props.caption}">${table}</section>`
    : html`<div class="card table-card">${table}</div>`;
}

/** Two lines in one cell: what it is, and what is to be known about it. */
export function titleLines(title: HtmlValue, sub?: HtmlValue): Html {
  return html`<span class="line-title">${title}</span>${sub && html`<span class="line-sub">${sub}</span>`}`;
}

export interface PagerProps {
  prevHref?: string | undefined;
  nextHref?: string | undefined;
  /** "Dòng 51–100 trong 1.846". */
  summary: HtmlValue;
}

export function pager(props: PagerProps, t: Translate): Html {
  return html`<nav class="pager" aria-label="${t(m.pages)}"><p>${props.summary}</p>${(props.prevHref || props.nextHref) && html`<div class="pager-links">${props.prevHref && html`<a rel="prev" class="btn btn-secondary btn-small" href="${props.prevHref}">${icon('back')}${t(m.previousPage)}</a>`}${props.nextHref && html`<a rel="next" class="btn btn-secondary btn-small" href="${props.nextHref}">${t(m.nextPage)}${icon('forward')}</a>`}</div>`}</nav>`;
}

export interface FilterBarProps {
  action: string;
  /** Fields from `field`, `selectField`…, in one `Html` list. */
  fields: HtmlValue;
  /** The address without filters; shown only when something is filtered. */
  reset?: string | undefined;
  submit?: string | undefined;
  /** For more than three fields: on a phone they wait behind one line, open when something is filtered. */
  folds?: boolean | undefined;
}

/** Filters live in the address: a GET form. With the script `filter-auto` it sends itself. */
export function filterBar(props: FilterBarProps, t: Translate): Html {
  const form = html`<form class="filters" method="get" action="${props.action}" aria-label="${t(m.filters)}">${props.fields}<div class="filter-actions">${button({ text: props.submit ?? t(m.applyFilters), kind: 'secondary' })}${props.reset && html`<a href="${props.reset}">${t(m.clearFilters)}</a>`}</div></form>`;
  if (!props.folds) return html`<filter-auto>${form}</filter-auto>`;
  return html`<filter-auto><details class="filter-fold" ${attr('open', props.reset !== undefined)}><summary>${t(m.filters)}</summary>${form}</details></filter-auto>`;
}
