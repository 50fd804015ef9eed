/** Longitude and latitude in degrees (WGS 84), or x and y of a drawing. */
export type Point = readonly [number, number];

/** Closed: the last point is the first again. */
export type Ring = readonly Point[];

/** Where a unit lies: polygons, each an outer ring and its holes. */
export type Boundary = readonly (readonly Ring[])[];

/** Twice the signed area of a ring. */
export function ringArea(ring: Ring): number {
  let sum = 0;
  for (let index = 0; index + 1 < ring.length; index++) {
    const [x1, y1] = ring[index] ?? [0, 0];
    const [x2, y2] = ring[index + 1] ?? [0, 0];
    sum += x1 * y2 - x2 * y1;
  }
  return sum;
}

export function pointsOf(boundary: Boundary): number {
  return boundary.reduce((sum, rings) => sum + rings.reduce((count, ring) => count + ring.length, 0), 0);
}

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The smallest box around all; `undefined` around nothing. */
export function boxAround(boundaries: Iterable<Boundary>): Box | undefined {
  let box: Box | undefined;
  for (const boundary of boundaries)
    for (const rings of boundary)
      for (const [x, y] of rings[0] ?? []) {
        box ??= { west: x, south: y, east: x, north: y };
        if (x < box.west) box.west = x;
        if (x > box.east) box.east = x;
        if (y < box.south) box.south = y;
        if (y > box.north) box.north = y;
      }
  return box;
}
