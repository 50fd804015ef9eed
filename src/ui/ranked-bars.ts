import { attr, type Html, type HtmlValue, html, trustedMarkup } from '../kernel/html.ts';
import type { Translate } from '../kernel/i18n.ts';
import { fixedNumber, share } from './scale.ts';
import { dataTable, titleLines } from './table.ts';

export interface LossBar {
  /** Stands before the name: "1.2". */
  code?: string | undefined;
  name: string;
  href?: string | undefined;
  /** A second line under the name. */
  sub?: HtmlValue;
  /** Length of the bar; `null` when it is not known. */
  value: number | null;
  /** One for each of `marks`; `null` draws none. */
  marks?: readonly (number | null)[] | undefined;
  /** In the last column: flags, a button. */
  more?: HtmlValue;
}

export interface LossBarsProps {
  title: string;
  note?: HtmlValue;
  /** Over the names: "Nội dung thành phần". */
  rowLabel: string;
  /** What the bar measures: "Điểm mất so với tỉnh tốt nhất". */
  valueLabel: string;
  /** What each reference mark says: "tốt nhất", "năm trước". At most four; each has a shape and a column of its own. */
  marks?: readonly string[] | undefined;
  /** Over the last column, when rows have `more`. */
  moreLabel?: string | undefined;
  /** In the order given, which the caller has ranked. */
  rows: readonly LossBar[];
  /** Where the bar begins and ends; 0 and the largest value unless told. */
  low?: number | undefined;
  high?: number | undefined;
  decimals?: number | undefined;
  empty: Html;
}

const MARKS = ['M0 6-4-1H4Z', 'M0-2 4 2 0 6-4 2Z', 'M-3.5-1.5h7v7h-7Z', 'M-3.5-1.5 3.5 5.5M-3.5 5.5 3.5-1.5'];

function markShape(index: number): Html {
  return trustedMarkup(
    `<path class="ref ref-${index + 1}" d="${MARKS[index % MARKS.length]}"/><path class="ref-line" d="M0 6V22"/>`,
  );
}

/** Ranked bars, each with its reference marks, in a table that says every number as well. */
export function lossBars(props: LossBarsProps, t: Translate): Html {
  const { marks = [], decimals = 2 } = props;
  const known = props.rows
    .flatMap((row) => [row.value, ...(row.marks ?? [])])
    .filter((value) => value !== null);
  const low = props.low ?? Math.min(0, ...known);
  const high = props.high ?? Math.max(low, ...known);
  const written = (value: number | null | undefined): string =>
    value == null ? '–' : fixedNumber(value, decimals, t);
  const bar = (row: LossBar): Html => {
    const drawn = (row.marks ?? []).map(
      (value, index) =>
        value !== null && html`<svg x="${share(value, low, high)}%" y="0">${markShape(index)}</svg>`,
    );
    return html`<svg class="ref-bar" width="100%" height="24" aria-hidden="true"><rect class="ref-ground" y="9" width="100%" height="10" rx="2"/>${row.value !== null && html`<rect class="ref-value" y="9" width="${share(row.value, low, high)}%" height="10" rx="2"/>`}${drawn}</svg>`;
  };
  const table = dataTable(
    {
      caption: props.title,
      captionVisible: true,
      note: props.note,
      columns: [
        { key: 'name', label: props.rowLabel, primary: true },
        { key: 'bar', label: props.title, drawing: true },
        { key: 'value', label: props.valueLabel, align: 'end' },
        ...marks.map((label, index) => ({ key: `m${index}`, label, align: 'end' as const })),
        ...(props.moreLabel === undefined ? [] : [{ key: 'more', label: props.moreLabel }]),
      ],
      rows: props.rows.map((row) => {
        const name = row.code === undefined ? row.name : `${row.code}. ${row.name}`;
        return {
          href: row.href,
          cells: [
            row.sub ? titleLines(name, row.sub) : name,
            bar(row),
            written(row.value),
            ...marks.map((_, index) => written(row.marks?.[index])),
            ...(props.moreLabel === undefined ? [] : [row.more]),
          ],
        };
      }),
      empty: props.empty,
    },
    t,
  );
  const key =
    marks.length > 0 &&
    props.rows.length > 0 &&
    html`<ul class="legend legend-free"><li><svg class="ref-key" viewBox="-8 0 16 16" aria-hidden="true"><rect class="ref-value" x="-8" y="3" width="16" height="10" rx="2"/></svg>${props.valueLabel}</li>${marks.map((label, index) => html`<li><svg class="ref-key" viewBox="-8 -3 16 16" aria-hidden="true">${markShape(index)}</svg>${label}</li>`)}</ul>`;
  return html`<div class="ref-bars">${table}${key}</div>`;
}

export interface IntervalRow {
  name: string;
  href?: string | undefined;
  /** Where the value itself stands. */
  value: number | null;
  /** How far up and down it may truly stand. */
  low: number | null;
  high: number | null;
  /** The row that the page is about. */
  current?: boolean | undefined;
  /** More cells, one for each of `moreLabels`. */
  more?: readonly HtmlValue[] | undefined;
}

export interface IntervalChartProps {
  title: string;
  note?: HtmlValue;
  rowLabel: string;
  /** "Bậc". */
  valueLabel: string;
  /** "Khoảng bậc". */
  rangeLabel: string;
  moreLabels?: readonly { label: string; align?: 'start' | 'end' | undefined }[] | undefined;
  /** Ends of the scale: 1 and the number of provinces. */
  from: number;
  to: number;
  rows: readonly IntervalRow[];
  decimals?: number | undefined;
  empty: Html;
}

/** Each row's value with the interval it may truly lie in, on one scale; the numbers stand beside. */
export function intervalChart(props: IntervalChartProps, t: Translate): Html {
  const { from, to, decimals = 0, moreLabels = [] } = props;
  const written = (value: number): string => fixedNumber(value, decimals, t);
  const drawing = (row: IntervalRow): Html => {
    const interval =
      row.low !== null &&
      row.high !== null &&
      html`<rect class="ref-value" x="${share(row.low, from, to)}%" y="5" width="${share(row.high, from, to) - share(row.low, from, to)}%" height="8" rx="2"/>`;
    const point =
      row.value !== null &&
      html`<svg x="${share(row.value, from, to)}%" y="9">${trustedMarkup('<circle class="ref-point" r="4"/>')}</svg>`;
    return html`<span class="interval" ${attr('data-current', row.current)}><svg class="ref-bar" width="100%" height="18" aria-hidden="true"><rect class="ref-ground" y="8" width="100%" height="2"/>${interval}${point}</svg></span>`;
  };
  return dataTable(
    {
      caption: props.title,
      captionVisible: true,
      note: props.note,
      columns: [
        { key: 'name', label: props.rowLabel, primary: true },
        { key: 'value', label: props.valueLabel, align: 'end', width: 'fit' },
        { key: 'bar', label: props.title, drawing: true },
        { key: 'range', label: props.rangeLabel, align: 'end', width: 'fit' },
        ...moreLabels.map(({ label, align }, index) => ({ key: `more${index}`, label, align })),
      ],
      rows: props.rows.map((row) => ({
        href: row.href,
        cells: [
          row.current ? html`<strong>${row.name}</strong>` : row.name,
          row.value === null ? '–' : written(row.value),
          drawing(row),
          row.low === null || row.high === null ? '–' : `${written(row.low)}–${written(row.high)}`,
          ...moreLabels.map((_, index) => row.more?.[index]),
        ],
      })),
      empty: props.empty,
    },
    t,
  );
}
