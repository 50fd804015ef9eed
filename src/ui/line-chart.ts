import { attr, type Html, type HtmlValue, html, trustedMarkup } from '../kernel/html.ts';
import type { Translate } from '../kernel/i18n.ts';
import { details, emptyState } from './blocks.ts';
import { m } from './messages.ts';
import { axisTicks, fixedNumber, share, two } from './scale.ts';
import { dataTable } from './table.ts';

export interface LineSeries {
  name: string;
  /** One for each step; `null` where nothing is known: the line stops there and goes on behind it. */
  values: readonly (number | null)[];
  /** How sure each value is: drawn as a thin upright line, said in the table. */
  ranges?: readonly ({ low: number; high: number } | null)[] | undefined;
}

/** From the step `before` on, values may not be compared with those in front of it. */
export interface LineBreak {
  /** Index into `steps`, at least 1. */
  before: number;
  why: string;
}

export interface LineChartProps {
  title: string;
  note?: HtmlValue;
  /** What stands along the bottom, oldest first: years. */
  steps: readonly string[];
  /** Over the column of steps in the table: "Năm". */
  stepLabel: string;
  /** One to five; the first is the one that matters, and carries its last value. */
  series: readonly LineSeries[];
  /** Lines are not drawn across a break; each is numbered and explained under the chart. */
  breaks?: readonly LineBreak[] | undefined;
  /** A level to be reached, drawn across the whole width. */
  target?: { value: number; label: string } | undefined;
  /** Smaller is better: 1 stands on top. For ranks. */
  reversed?: boolean | undefined;
  /** Ends of the axis that must be in sight; the values widen them. */
  low?: number | undefined;
  high?: number | undefined;
  /** How values are written; 2 unless told. */
  decimals?: number | undefined;
  /** The numbers as a table: behind one line (default), in sight, or left to the page that shows them already. */
  table?: 'folded' | 'shown' | 'none' | undefined;
  /** Half as high, for several charts side by side. */
  small?: boolean | undefined;
}

/** Marks differ in shape, lines in their dashes, so that black-and-white print tells the series apart. */
const MARKS = [
  '<circle r="3.5"/>',
  '<rect x="-3" y="-3" width="6" height="6"/>',
  '<path d="M0-4.5 4 3H-4Z"/>',
  '<path d="M0-4.5 4.5 0 0 4.5-4.5 0Z"/>',
  '<path d="M-3.2-3.2 3.2 3.2M-3.2 3.2 3.2-3.2" class="stroke"/>',
];

function mark(series: number): Html {
  return trustedMarkup(MARKS[series % MARKS.length] ?? '');
}

interface Frame {
  props: LineChartProps;
  ticks: readonly number[];
  decimals: number;
  height: number;
  x: (step: number) => number;
  y: (value: number) => number;
  text: (value: number) => string;
}

function frameOf(props: LineChartProps, t: Translate): Frame | undefined {
  const known = props.series.flatMap((one) => [
    ...one.values,
    ...(one.ranges ?? []).flatMap((range) => [range?.low ?? null, range?.high ?? null]),
  ]);
  const values = [...known, props.low ?? null, props.high ?? null, props.target?.value ?? null].filter(
    (value) => value !== null,
  );
  if (known.every((value) => value === null)) return undefined;
  const decimals = props.decimals ?? 2;
  const least = Math.min(...values);
  const most = Math.max(...values);
  // A rank has no half and no zero: its axis counts whole places from 1.
  const ticks = props.reversed
    ? [1, ...axisTicks(1, Math.max(most, 5)).filter((tick) => tick > 1 && tick <= most && tick % 1 === 0)]
    : axisTicks(least, most, props.small ? 3 : 4);
  const from = ticks[0] ?? 0;
  const to = props.reversed ? Math.max(most, 2) : (ticks[ticks.length - 1] ?? 1);
  const height = props.small ? 120 : 220;
  const steps = props.steps.length;
  return {
    props,
    ticks,
    decimals,
    height,
    x: (step) => two(steps < 2 ? 50 : (step / (steps - 1)) * 100),
    y: (value) => {
      const up = share(value, from, to) / 100;
      return two(height * (props.reversed ? up : 1 - up));
    },
    text: (value) => fixedNumber(value, decimals, t),
  };
}

function axis(frame: Frame, t: Translate): Html {
  const { props, ticks, height } = frame;
  const whole = ticks.every((tick) => Number.isInteger(tick));
  const lines = ticks.map(
    (tick) =>
      html`<line class="grid" x1="0" x2="100%" y1="${frame.y(tick)}" y2="${frame.y(tick)}"/><text class="tick" x="-8" y="${frame.y(tick)}" dy=".35em" text-anchor="end">${whole ? t(m.number, { n: tick }) : fixedNumber(tick, Number.isInteger(tick * 10) ? 1 : 2, t)}</text>`,
  );
  const last = props.steps.length - 1;
  // Counted from the last, which always has its label: a narrow screen shows fewer of them.
  const names = props.steps.map((step, index) => {
    const back = last - index;
    const rare = back % 4 === 0 ? '' : back % 2 === 0 ? ' some' : ' most';
    return html`<text class="tick${last > 4 && rare}" x="${frame.x(index)}%" y="${height + 20}" text-anchor="middle">${step}</text>`;
  });
  return html`${lines}${names}`;
}

function breakMarks(frame: Frame): Html[] {
  return (frame.props.breaks ?? []).map(({ before }, index) => {
    const x = two((frame.x(before - 1) + frame.x(before)) / 2);
    return html`<line class="break" x1="${x}%" x2="${x}%" y1="-6" y2="${frame.height}"/><text class="tick" x="${x}%" y="-10" text-anchor="middle">${index + 1}</text>`;
  });
}

function seriesLines(frame: Frame, series: LineSeries, index: number): Html {
  const cut = new Set((frame.props.breaks ?? []).map((one) => one.before));
  const lines: Html[] = [];
  const marks: Html[] = [];
  series.values.forEach((value, step) => {
    if (value === null || step >= frame.props.steps.length) return;
    const before = step > 0 ? series.values[step - 1] : null;
    if (before != null && !cut.has(step))
      lines.push(
        html`<line x1="${frame.x(step - 1)}%" y1="${frame.y(before)}" x2="${frame.x(step)}%" y2="${frame.y(value)}"/>`,
      );
    const range = series.ranges?.[step];
    if (range)
      lines.push(
        html`<line class="range" x1="${frame.x(step)}%" x2="${frame.x(step)}%" y1="${frame.y(range.low)}" y2="${frame.y(range.high)}"/>`,
      );
    marks.push(
      html`<svg class="mark" x="${frame.x(step)}%" y="${frame.y(value)}"><title>${series.name}, ${frame.props.steps[step]}: ${frame.text(value)}</title>${mark(index)}</svg>`,
    );
  });
  return html`<g class="line line-${index + 1}">${lines}${marks}</g>`;
}

/** The last value of the first series, behind its mark, where none of its line runs. */
function lastValue(frame: Frame): Html | false {
  const values = frame.props.series[0]?.values ?? [];
  const step = values.findLastIndex((value) => value !== null);
  const value = values[step];
  if (value == null) return false;
  return html`<text class="value" x="${frame.x(step)}%" y="${frame.y(value)}" dx="9" dy=".35em">${frame.text(value)}</text>`;
}

function inWords(frame: Frame, t: Translate): string {
  const { series, steps } = frame.props;
  const said = series.map((one) => {
    const known = one.values.map((value, step) => ({ value, step })).filter(({ value }) => value !== null);
    const first = known[0];
    const last = known[known.length - 1];
    if (first?.value == null || last?.value == null) return t(m.lineUnknown, { name: one.name });
    return t(m.lineSaid, {
      name: one.name,
      first: frame.text(first.value),
      from: steps[first.step] ?? '',
      last: frame.text(last.value),
      to: steps[last.step] ?? '',
    });
  });
  return `${frame.props.title}. ${said.join('; ')}.`;
}

function legend({ series, target }: LineChartProps): Html | false {
  if (series.length < 2 && !target) return false;
  const lines = series.map(
    (one, index) =>
      html`<li class="line-${index + 1}"><svg class="line line-key" viewBox="-14 -6 28 12" aria-hidden="true"><line x1="-14" x2="14"/>${mark(index)}</svg>${one.name}</li>`,
  );
  const goal =
    target &&
    html`<li><svg class="line-key" viewBox="-14 -6 28 12" aria-hidden="true"><line class="goal" x1="-14" x2="14"/></svg>${target.label}</li>`;
  return html`<ul class="legend">${lines}${goal}</ul>`;
}

function numbers(frame: Frame, t: Translate): Html {
  const { props, text } = frame;
  const cell = (series: LineSeries, step: number): string => {
    const value = series.values[step];
    if (value == null) return '–';
    const range = series.ranges?.[step];
    return range
      ? t(m.valueWithin, { value: text(value), low: text(range.low), high: text(range.high) })
      : text(value);
  };
  return dataTable(
    {
      caption: props.title,
      columns: [
        { key: 'step', label: props.stepLabel, primary: true },
        ...props.series.map((one, index) => ({ key: `s${index}`, label: one.name, align: 'end' as const })),
      ],
      rows: props.steps.map((step, index) => ({
        cells: [
          html`${step}${(props.breaks ?? []).map((one, at) => one.before === index && html` <sup title="${one.why}">${at + 1}</sup>`)}`,
          ...props.series.map((one) => cell(one, index)),
        ],
      })),
      stickyHeader: false,
      empty: html``,
    },
    t,
  );
}

/** The course of a few numbers over the years, with gaps where nothing is known and breaks where nothing may be compared. */
export function lineChart(props: LineChartProps, t: Translate): Html {
  const frame = frameOf(props, t);
  const head = html`<figcaption class="chart-title">${props.title}${props.note && html`<span class="table-note">${props.note}</span>`}</figcaption>`;
  if (!frame)
    return html`<figure class="card chart">${head}${emptyState({ title: t(m.nothingToDraw) })}</figure>`;
  const goal =
    props.target &&
    html`<line class="goal" x1="0" x2="100%" y1="${frame.y(props.target.value)}" y2="${frame.y(props.target.value)}"/>`;
  const words = inWords(frame, t);
  const drawing = html`<svg class="chart-lines" width="100%" height="${frame.height}" role="img" aria-label="${words}">${axis(frame, t)}${goal}${breakMarks(frame)}${props.series.map((one, index) => seriesLines(frame, one, index)).reverse()}${lastValue(frame)}</svg>`;
  const why =
    (props.breaks?.length ?? 0) > 0 &&
    html`<ol class="chart-why" aria-label="${t(m.breaksSay)}">${props.breaks?.map((one) => html`<li>${one.why}</li>`)}</ol>`;
  const table =
    props.table === 'none'
      ? false
      : props.table === 'shown'
        ? numbers(frame, t)
        : details(t(m.numbersOf), numbers(frame, t));
  return html`<figure class="card chart" ${attr('data-small', props.small)}>${head}<div class="chart-area">${drawing}</div>${legend(props)}${why}${table && html`<div class="chart-table">${table}</div>`}</figure>`;
}
