import type { Boundary, Point, Ring } from './boundary.ts';

/** A point as one whole number, exact for steps of a hundred-thousandth of a degree and of a tenth of a drawing's unit. */
type KeyOf = (point: Point) => number;

const keysBy =
  (stepsPerUnit: number): KeyOf =>
  ([x, y]) =>
    Math.round(x * stepsPerUnit) * 2 ** 26 + Math.round(y * stepsPerUnit);

const NOWHERE: Point = [0, 0];

/** The square of the distance of `p` from the straight line between `a` and `b`. */
function squareAway(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const long = dx * dx + dy * dy;
  const along = long === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / long;
  const t = Math.min(1, Math.max(0, along));
  return (p[0] - a[0] - t * dx) ** 2 + (p[1] - a[1] - t * dy) ** 2;
}

/** A line of a real map is parted some twenty times; a deeper part is halved, so that no file takes time by the square of its points. */
const DEEPEST = 48;

/** Douglas and Peucker: keeps the ends and every point that lies further than `tolerance` from what is kept. */
function thinned(line: readonly Point[], tolerance: number): Point[] {
  const keep = new Uint8Array(line.length);
  keep[0] = keep[line.length - 1] = 1;
  const parts: [number, number, number][] = [[0, line.length - 1, 0]];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const [first, last, depth] = part;
    const a = line[first] ?? NOWHERE;
    const b = line[last] ?? NOWHERE;
    let worst = -1;
    let most = tolerance * tolerance;
    for (let index = first + 1; index < last; index++) {
      const away = squareAway(line[index] ?? a, a, b);
      if (away > most) {
        most = away;
        worst = index;
      }
    }
    if (worst < 0) continue;
    const at = depth < DEEPEST ? worst : (first + last) >> 1;
    keep[at] = 1;
    parts.push([first, at, depth + 1], [at, last, depth + 1]);
  }
  return line.filter((_, index) => keep[index] === 1);
}

/** The same line is thinned the same way whichever neighbour walks it. */
function thinnedAlike(line: readonly Point[], tolerance: number, keyOf: KeyOf): Point[] {
  const first = keyOf(line[0] ?? NOWHERE);
  const last = keyOf(line[line.length - 1] ?? NOWHERE);
  const turned =
    first > last || (first === last && keyOf(line[1] ?? NOWHERE) > keyOf(line[line.length - 2] ?? NOWHERE));
  return turned ? thinned([...line].reverse(), tolerance).reverse() : thinned(line, tolerance);
}

/** Points where three lines or more meet: there every neighbour begins a new line. */
function junctionsOf(boundaries: Iterable<Boundary>, keyOf: KeyOf): Set<number> {
  const neighbours = new Map<number, readonly [number, number]>();
  const junctions = new Set<number>();
  for (const boundary of boundaries)
    for (const ring of boundary.flat()) {
      const keys = ring.map(keyOf);
      for (let index = 0; index + 1 < keys.length; index++) {
        const at = keys[index] ?? 0;
        const before = keys[index === 0 ? keys.length - 2 : index - 1] ?? 0;
        const after = keys[index + 1] ?? 0;
        const known = neighbours.get(at);
        if (!known) neighbours.set(at, [before, after]);
        else if (!known.includes(before) || !known.includes(after)) junctions.add(at);
      }
    }
  return junctions;
}

function thinRing(ring: Ring, tolerance: number, junctions: ReadonlySet<number>, keyOf: KeyOf): Point[] {
  const open = ring.slice(0, -1);
  const start = open.findIndex((point) => junctions.has(keyOf(point)));
  // Without a junction the ring begins at the point that every walker of it would choose.
  const from =
    start >= 0
      ? start
      : open.reduce((best, point, index) => (keyOf(point) < keyOf(open[best] ?? point) ? index : best), 0);
  const turned = [...open.slice(from), ...open.slice(0, from)];
  const walked = [...turned, ...turned.slice(0, 1)];
  const out: Point[] = [];
  let line: Point[] = [];
  walked.forEach((point, index) => {
    line.push(point);
    if (index > 0 && (index === walked.length - 1 || junctions.has(keyOf(point)))) {
      for (const kept of thinnedAlike(line, tolerance, keyOf).slice(out.length > 0 ? 1 : 0)) out.push(kept);
      line = [point];
    }
  });
  return out;
}

/**
 * Fewer points, none further than `tolerance` from where it was, and neighbours still meet: a line that two units share stays one
 * line. A ring that would vanish keeps its points. Coordinates are multiples of 1 / `stepsPerUnit`, below 2^26 of them.
 */
export function simplify<Key>(
  boundaries: ReadonlyMap<Key, Boundary>,
  tolerance: number,
  stepsPerUnit = 1e5,
): Map<Key, Boundary> {
  const keyOf = keysBy(stepsPerUnit);
  const junctions = junctionsOf(boundaries.values(), keyOf);
  const thin = (ring: Ring): Ring => {
    const fewer = thinRing(ring, tolerance, junctions, keyOf);
    return fewer.length < 4 ? ring : fewer;
  };
  return new Map(
    [...boundaries].map(([key, boundary]) => [key, boundary.map((rings) => rings.map(thin))] as const),
  );
}
