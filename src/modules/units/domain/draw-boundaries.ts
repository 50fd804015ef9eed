import { type Boundary, boxAround, type Point, type Ring, ringArea } from './boundary.ts';
import { simplify } from './simplify.ts';

/** One unit on a drawing. */
export interface DrawnShape {
  /** An SVG path, drawn by the rule evenodd. */
  readonly path: string;
  /** A point inside the largest part, with `width` of the unit to both sides of it together. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface DrawnMap {
  readonly frame: { readonly width: number; readonly height: number };
  /** By unit. */
  readonly shapes: ReadonlyMap<string, DrawnShape>;
}

const SIDE = 1000;
/** What is finer than this part of a drawing 1,000 wide is not seen. */
const FINENESS = 0.8;

/**
 * Draws units north up, a degree of longitude as much shorter as it is in the middle of the map, the longer side 1,000 units.
 * `undefined` when there is nothing to draw.
 */
export function drawBoundaries(boundaries: ReadonlyMap<string, Boundary>): DrawnMap | undefined {
  const box = boxAround(boundaries.values());
  if (!box) return undefined;
  const narrow = Math.cos((((box.north + box.south) / 2) * Math.PI) / 180);
  const [wide, high] = [(box.east - box.west) * narrow, box.north - box.south];
  const scale = SIDE / Math.max(wide, high, 1e-9);
  const place = ([lon, lat]: Point): Point => [
    tenth((lon - box.west) * narrow * scale),
    tenth((box.north - lat) * scale),
  ];
  const placed = new Map(
    [...boundaries].map(
      ([unit, boundary]) => [unit, boundary.map((rings) => rings.map((ring) => ring.map(place)))] as const,
    ),
  );
  const shapes = new Map<string, DrawnShape>();
  for (const [unit, boundary] of simplify(placed, FINENESS, 10)) {
    const shape = shapeOf(boundary);
    if (shape) shapes.set(unit, shape);
  }
  return { frame: { width: Math.ceil(wide * scale), height: Math.ceil(high * scale) }, shapes };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

function shapeOf(boundary: Boundary): DrawnShape | undefined {
  const path = boundary
    .flat()
    .map(
      (ring) =>
        `M${ring
          .slice(0, -1)
          .map(([x, y]) => `${x} ${y}`)
          .join('L')}Z`,
    )
    .join('');
  const label = labelPlace(boundary);
  return label && { path, ...label };
}

/** Where a level line crosses the rings, from left to right. */
function crossings(rings: readonly Ring[], y: number): number[] {
  const out: number[] = [];
  for (const ring of rings)
    for (let index = 0; index + 1 < ring.length; index++) {
      const [x1, y1] = ring[index] ?? [0, 0];
      const [x2, y2] = ring[index + 1] ?? [0, 0];
      if (y1 > y !== y2 > y) out.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    }
  return out.sort((a, b) => a - b);
}

/** The middle of the widest level stretch inside the largest part, looked for at heights that leave room for a line of text. */
function labelPlace(boundary: Boundary): { x: number; y: number; width: number } | undefined {
  const size = (rings: readonly Ring[]): number => Math.abs(ringArea(rings[0] ?? []));
  const largest = [...boundary].sort((a, b) => size(b) - size(a))[0];
  const ys = largest?.[0]?.map(([, y]) => y) ?? [];
  if (!largest || ys.length === 0) return undefined;
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  let best: { x: number; y: number; width: number } | undefined;
  for (let share = 0.3; share <= 0.7; share += 0.05) {
    const y = top + (bottom - top) * share;
    const xs = crossings(largest, y);
    for (let index = 0; index + 1 < xs.length; index += 2) {
      const [from = 0, to = 0] = [xs[index], xs[index + 1]];
      if (!best || to - from > best.width)
        best = { x: tenth((from + to) / 2), y: tenth(y), width: tenth(to - from) };
    }
  }
  return best;
}
