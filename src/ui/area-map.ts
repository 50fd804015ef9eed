import { type Html, type HtmlValue, html, trustedMarkup } from '../kernel/html.ts';
import type { Translate } from '../kernel/i18n.ts';
import { m } from './messages.ts';
import { two } from './scale.ts';
import { stateClass, stateDrawing, stateShape, type WorkState } from './states.ts';
import { dataTable } from './table.ts';

/** What a piece of the map can be: one colour, one shape, one pattern and one word. */
export interface MapClass {
  key: string;
  /** "quá hạn nhiều": read beside the shape, in the legend and in the table. */
  label: string;
  /** Lends its colours, its shape and its pattern; no two classes of a map share one. */
  state: WorkState;
}

/** Where a piece lies, in the units of the map's frame. */
export interface MapShape {
  /** The outline as an SVG path. */
  path: string;
  /** A point inside, where the label stands. */
  x: number;
  y: number;
  /** How wide the piece is there: a name is written only where it fits. */
  width: number;
}

export interface MapPiece {
  name: string;
  /** The name without what all have in common: "Bãi Sậy". */
  short?: string | undefined;
  href?: string | undefined;
  /** The key of its class; `null` where nothing is known of it. */
  is: string | null;
  /** What it is by numbers: "3 việc quá hạn". */
  value?: string | undefined;
  shape?: MapShape | undefined;
}

export interface AreaMapProps {
  title: string;
  note?: HtmlValue;
  classes: readonly MapClass[];
  /** In an order that stays the same from day to day: by name, not by state. */
  pieces: readonly MapPiece[];
  /** Over the names and over the numbers of the table. */
  pieceLabel: string;
  valueLabel: string;
  /** Size of the drawing that the shapes were made for, about 1,000 wide. */
  frame?: { width: number; height: number } | undefined;
  /** Needed only when one page holds two maps. */
  id?: string | undefined;
  empty: Html;
}

const UNKNOWN: WorkState = 'not_applicable';

/** Drawn on a square of 12 by 12 that repeats; states that share a colour differ here too. */
const PATTERNS: Partial<Record<WorkState, string>> = {
  accepted_late: '<path d="M6 0V12"/>',
  claimed: '<path d="M-3 3 3-3M-3 15 15-3M9 15 15 9"/>',
  in_progress: '<circle cx="3" cy="3" r="1.4"/><circle cx="9" cy="9" r="1.4"/>',
  due_soon: '<path d="M0 3H12M0 9H12"/>',
  returned: '<path d="M-3 9 3 15M-3-3 15 15M9-3 15 3"/>',
  overdue: '<path d="M0 0 12 12M12 0 0 12"/>',
};

interface Known {
  piece: MapPiece;
  state: WorkState;
  word: string;
  number: number;
}

function knownPieces(props: AreaMapProps, t: Translate): Known[] {
  const classes = new Map(props.classes.map((one) => [one.key, one]));
  return props.pieces.map((piece, index) => {
    const its = piece.is === null ? undefined : classes.get(piece.is);
    return { piece, state: its?.state ?? UNKNOWN, word: its?.label ?? t(m.mapUnknown), number: index + 1 };
  });
}

/** With the number that the map and its table show, so that what is said holds what is seen. */
function spoken({ piece, word, number }: Known): string {
  return `${number}. ${piece.name}: ${piece.value ? `${word}, ${piece.value}` : word}`;
}

function legend(props: AreaMapProps, known: readonly Known[], t: Translate): Html {
  const entry = (state: WorkState, label: string): Html =>
    html`<li class="${stateClass(state)}"><span class="map-swatch p-${state.replace('_', '-')}"></span>${stateShape(state)}${label}</li>`;
  const unknown = known.some(({ piece }) => piece.is === null);
  return html`<ul class="legend map-legend">${props.classes.map((one) => entry(one.state, one.label))}${unknown && entry(UNKNOWN, t(m.mapUnknown))}</ul>`;
}

function frameOf(props: AreaMapProps, inside: Html): Html {
  return html`<section class="card map-card"><div class="card-head"><h2>${props.title}</h2>${props.note && html`<p class="card-note">${props.note}</p>`}</div>${inside}</section>`;
}

function tiles(known: readonly Known[]): Html {
  return html`<ul class="tiles">${known.map(({ piece, state, word }) => {
    const inside = html`<span class="tile-band p-${state.replace('_', '-')}"></span><span class="tile-name">${piece.short ?? piece.name}</span><span class="tile-state">${stateShape(state)}${word}</span>${piece.value && html`<span class="tile-value">${piece.value}</span>`}`;
    return html`<li class="tile ${stateClass(state)}">${piece.href ? html`<a href="${piece.href}">${inside}</a>` : html`<div>${inside}</div>`}</li>`;
  })}</ul>`;
}

/** Squares in a stable order, for units whose outline nobody has given. Each says its name, its state and its number. */
export function tileMap(props: AreaMapProps, t: Translate): Html {
  if (props.pieces.length === 0) return html`<section class="card">${props.empty}</section>`;
  const known = knownPieces(props, t);
  return frameOf(props, html`${tiles(known)}${legend(props, known, t)}`);
}

/** About how wide a name is written on a map 1,000 wide. */
const LETTER = 10;

function shapeOf(entry: Known, shape: MapShape, id: string): Html {
  const { piece, state, number } = entry;
  const name = piece.short ?? piece.name;
  const fits = name.length * LETTER <= shape.width;
  const label = html`<g transform="translate(${two(shape.x)} ${two(shape.y)})"><g class="map-label"><circle class="map-plate" cy="-12" r="13"/><svg class="shape map-shape" x="-8" y="-20" width="16" height="16" viewBox="0 0 12 12">${stateDrawing(state)}</svg><text class="map-number${fits && ' map-narrow'}" y="14" text-anchor="middle">${number}</text>${fits && html`<text class="map-name" y="14" text-anchor="middle">${name}</text>`}</g></g>`;
  const inside = html`<path fill="url(#${id}-${state})" d="${shape.path}"/>${label}`;
  return piece.href
    ? html`<a class="map-piece ${stateClass(state)}" href="${piece.href}" aria-label="${spoken(entry)}"><title>${spoken(entry)}</title>${inside}</a>`
    : html`<g class="map-piece ${stateClass(state)}" role="img" aria-label="${spoken(entry)}"><title>${spoken(entry)}</title>${inside}</g>`;
}

function drawing(props: AreaMapProps, known: readonly Known[]): Html {
  const { width, height } = props.frame ?? { width: 1000, height: 1000 };
  const id = props.id ?? 'map';
  const states = [...new Set(known.map(({ state }) => state))];
  const patterns = states.map(
    (state) =>
      html`<pattern id="${id}-${state}" class="map-pattern ${stateClass(state)}" width="12" height="12" patternUnits="userSpaceOnUse"><rect width="12" height="12"/>${trustedMarkup(PATTERNS[state] ?? '')}</pattern>`,
  );
  const shapes = known.map((entry) => entry.piece.shape && shapeOf(entry, entry.piece.shape, id));
  return html`<svg class="map" viewBox="0 0 ${width} ${height}" role="group" aria-label="${props.title}"><defs>${patterns}</defs>${shapes}</svg>`;
}

function mapTable(props: AreaMapProps, known: readonly Known[], t: Translate): Html {
  return dataTable(
    {
      caption: props.title,
      columns: [
        { key: 'name', label: props.pieceLabel, primary: true },
        { key: 'state', label: t(m.mapState) },
        { key: 'value', label: props.valueLabel },
      ],
      rows: known.map(({ piece, state, word, number }) => ({
        href: piece.href,
        cells: [
          piece.shape
            ? `${number}. ${piece.name}`
            : html`${number}. ${piece.name} <small>(${t(m.mapWithoutShape)})</small>`,
          html`<span class="badge ${stateClass(state)}">${stateShape(state)}${word}</span>`,
          piece.value,
        ],
      })),
      stickyHeader: false,
      empty: html``,
    },
    t,
  );
}

/** The outlines of units, each a link with shape, pattern and words, with the same in a table beside. */
export function shapeMap(props: AreaMapProps, t: Translate): Html {
  if (props.pieces.length === 0) return html`<section class="card">${props.empty}</section>`;
  const known = knownPieces(props, t);
  return frameOf(
    props,
    html`<div class="map-both"><div class="map-drawing">${drawing(props, known)}${legend(props, known, t)}</div><div class="map-table">${mapTable(props, known, t)}</div></div>`,
  );
}

/** Outlines where any are known, squares otherwise. */
export function areaMap(props: AreaMapProps, t: Translate): Html {
  return props.pieces.some((piece) => piece.shape) ? shapeMap(props, t) : tileMap(props, t);
}
