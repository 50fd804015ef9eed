type Point = [number, number];

/** A wavy line from `a` to `b`, the same points whichever of two neighbours asks for it. */
function border(a: Point, b: Point, points: number): Point[] {
  const isTurned = a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
  const [from, to] = isTurned ? [b, a] : [a, b];
  const line: Point[] = [];
  for (let index = 0; index <= points; index++) {
    const along = index / points;
    const wave = Math.sin(along * Math.PI) * Math.sin(along * 40 + from[0] * 900 + from[1] * 700) * 0.0015;
    line.push([
      from[0] + (to[0] - from[0]) * along + wave * (to[1] - from[1] === 0 ? 0 : 1),
      from[1] + (to[1] - from[1]) * along + wave * (to[0] - from[0] === 0 ? 0 : 1),
    ]);
  }
  return isTurned ? line.reverse() : line;
}

export interface MadeUnit {
  readonly name: string;
  readonly code?: string;
}

/** A GeoJSON file of made-up communes in rows of four, which share their borders, around the middle of the Red River delta. */
export function madeGeoJson(units: readonly MadeUnit[], pointsOfABorder = 60): string {
  const corner = (column: number, row: number): Point => [106 + column * 0.04, 20.9 - row * 0.035];
  const features = units.map(({ name, code }, index) => {
    const [column, row] = [index % 4, Math.floor(index / 4)];
    const corners = [
      corner(column, row),
      corner(column, row + 1),
      corner(column + 1, row + 1),
      corner(column + 1, row),
      corner(column, row),
    ] as const;
    const ring = corners.flatMap((from, at) => {
      const to = corners[at + 1];
      return to ? border(from, to, pointsOfABorder).slice(0, -1) : [];
    });
    return {
      type: 'Feature',
      properties: { TEN_XA: name, ...(code === undefined ? {} : { MA_XA: code }) },
      geometry: { type: 'Polygon', coordinates: [[...ring, corners[0]]] },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}
