import { attr, type Html, type HtmlValue, html } from '../kernel/html.ts';
import type { Translate } from '../kernel/i18n.ts';
import { m } from './messages.ts';
import { stateClass, stateWord, type WorkState } from './states.ts';

export interface Segment {
  state: WorkState;
  count: number;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The coloured pieces of a bar 100 wide, in the order given; pieces of nothing vanish. */
export function barPieces(segments: readonly Segment[], total: number): Html[] {
  const pieces: Html[] = [];
  let x = 0;
  for (const segment of segments) {
    if (segment.count <= 0 || total <= 0) continue;
    const width = (segment.count / total) * 100;
    pieces.push(
      html`<rect class="${stateClass(segment.state)}" x="${round(x)}" width="${round(width)}" height="8"/>`,
    );
    x += width;
  }
  return pieces;
}

/** The bar alone, for where the same numbers already stand beside it in words. */
export function bareBar(segments: readonly Segment[], total: number): Html {
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${barPieces(segments, total)}</svg>`;
}

/** How many of `total` stand in each state, as one bar. `label` says what is counted. */
export function stackedBar(
  props: { segments: readonly Segment[]; total: number; label: string },
  t: Translate,
): Html {
  const words = props.segments
    .filter((segment) => segment.count > 0)
    .map((segment) => t(m.countOfState, { n: segment.count, state: stateWord(segment.state, t) }));
  const title = words.length > 0 ? `${props.label}: ${words.join(', ')}` : props.label;
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="${title}"><title>${title}</title>${barPieces(props.segments, props.total)}</svg>`;
}

export interface SparklineProps {
  /** Oldest first; at least two, or nothing is drawn. */
  points: readonly number[];
  label: string;
  /** Colours the line as a state; ink otherwise. */
  state?: WorkState | undefined;
}

/** The course of one number; the last point is marked. Draws nothing from fewer than two points. */
export function sparkline(props: SparklineProps, t: Translate): Html {
  const { points } = props;
  const first = points[0];
  const last = points[points.length - 1];
  if (points.length < 2 || first === undefined || last === undefined) return html``;
  const low = Math.min(...points);
  const spread = Math.max(...points) - low || 1;
  const at = points.map((point, index) => [
    round(2 + (index / (points.length - 1)) * 90),
    round(25 - ((point - low) / spread) * 22),
  ]);
  const end = at[at.length - 1];
  const title = t(m.trend, { label: props.label, first, last });
  return html`<svg class="spark${props.state ? ` ${stateClass(props.state)}` : ''}" viewBox="0 0 96 28" role="img" aria-label="${title}"><title>${title}</title><polyline points="${at.map((point) => point.join(',')).join(' ')}"/><circle cx="${end?.[0]}" cy="${end?.[1]}" r="2.5"/></svg>`;
}

export interface StatCardProps {
  label: string;
  /** Already formatted: "47", "61,4%". */
  value: string;
  /** Beside the value: "/ 1.846". */
  of?: string | undefined;
  text?: HtmlValue;
  state?: WorkState | undefined;
  trend?: SparklineProps | undefined;
  href?: string | undefined;
}

/** The few numbers a leader reads first; each opens to its facts. */
export function statCards(cards: readonly StatCardProps[], t: Translate): Html {
  return html`<div class="stats">${cards.map((stat) => {
    const value = html`<span class="stat-value">${stat.value}</span>${stat.of && html` <span class="stat-of">${stat.of}</span>`}`;
    return html`<div class="card stat${stat.state ? ` ${stateClass(stat.state)}` : ''}"><p class="stat-label">${stat.label}</p>${stat.trend && sparkline({ state: stat.state, ...stat.trend }, t)}<p class="stat-line">${stat.href ? html`<a href="${stat.href}" ${attr('aria-label', `${stat.label}: ${stat.value}${stat.of ? ` ${stat.of}` : ''}`)}>${value}</a>` : value}</p>${stat.text && html`<p class="stat-text">${stat.text}</p>`}</div>`;
  })}</div>`;
}
