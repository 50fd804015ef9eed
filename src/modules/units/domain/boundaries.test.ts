import { describe, expect, it } from 'vitest';
import { madeGeoJson } from '../../../../test/support/made-boundaries.ts';
import { say } from '../../../kernel/i18n.ts';
import { type Boundary, pointsOf, type Ring, ringArea } from './boundary.ts';
import { drawBoundaries } from './draw-boundaries.ts';
import { readFeatures } from './geojson.ts';
import { simplify } from './simplify.ts';

const NAMES = ['Bãi Sậy', 'Bắc Sơn', 'Cẩm Ninh', 'Đa Lộc', 'Đặng Lễ', 'Đào Dương', 'Hạ Lễ', 'Hồ Tùng Mậu'];

function boundaries(): Map<string, Boundary> {
  const read = readFeatures(JSON.parse(madeGeoJson(NAMES.map((name) => ({ name })))));
  expect(read?.problems).toEqual([]);
  return new Map(read?.features.map((one) => [one.name ?? '', one.boundary]));
}

/** Each edge of a ring as text, the same for both directions. */
function edges(boundary: Boundary): string[] {
  return boundary.flat().flatMap((ring: Ring) =>
    ring.slice(1).map((point, index) => {
      const ends = [`${ring[index]}`, `${point}`].sort();
      return ends.join(' – ');
    }),
  );
}

function insideOf(ring: Ring, [x, y]: readonly [number, number]): boolean {
  let inside = false;
  for (let index = 0; index + 1 < ring.length; index++) {
    const [x1, y1] = ring[index] ?? [0, 0];
    const [x2, y2] = ring[index + 1] ?? [0, 0];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

describe('reading GeoJSON', () => {
  const read = (geometry: unknown, properties: unknown = { name: 'Hạ Lễ' }): string[] =>
    (
      readFeatures({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] })
        ?.problems ?? []
    ).map((problem) => `${problem.place} ${say('vi', problem.message, problem.params)}`);
  const square = (x: number, y: number, turned = false): unknown => ({
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + 0.1, y],
        [x + 0.1, y + 0.1],
        [x, y],
      ].map(([a, b]) => (turned ? [b, a] : [a, b])),
    ],
  });

  it('finds code and name under the names that files use, whatever their case and diacritics', () => {
    const feature = (properties: object) =>
      readFeatures({ type: 'Feature', properties, geometry: square(106, 20) })?.features[0];
    expect(feature({ Tên_xã: 'Hạ  Lễ', MA_XA: 12124 })).toMatchObject({ name: 'Hạ Lễ', code: '12124' });
    expect(feature({ name: 'Hạ Lễ' })).toMatchObject({ name: 'Hạ Lễ', code: null });
  });

  it('says at its feature what cannot be used, and why', () => {
    expect(read(square(106, 20))).toEqual([]);
    expect(read(square(106, 20), { dientich: 5 })[0]).toContain('#1 Không thấy mã hoặc tên đơn vị');
    expect(read({ type: 'Point', coordinates: [106, 20] })[0]).toContain('“Point”');
    expect(read(square(106, 20, true))[0]).toContain('ghi vĩ độ trước kinh độ');
    expect(read(square(560_000, 2_300_000))[0]).toContain('không nằm ở Việt Nam');
    expect(read({ type: 'Polygon', coordinates: [[[106, 20]]] })[0]).toContain('ít hơn ba điểm');
    expect(read({ type: 'Polygon', coordinates: [[['a', 20]]] })[0]).toContain('kinh độ và vĩ độ');
    expect(read(null)[0]).toContain('“–”');
  });

  it('is refused as a whole when it is no list of features', () => {
    expect(readFeatures({ type: 'Polygon' })).toBeUndefined();
    expect(readFeatures([])).toBeUndefined();
  });
});

describe('simplifying', () => {
  it('leaves far fewer points and nearly the same areas', () => {
    const full = boundaries();
    const fewer = simplify(full, 1e-4);
    for (const [name, boundary] of full) {
      const kept = fewer.get(name) ?? [];
      expect(pointsOf(kept)).toBeLessThan(pointsOf(boundary) * 0.7);
      const [before, after] = [boundary, kept].map((one) => Math.abs(ringArea(one[0]?.[0] ?? [])));
      expect(Math.abs((after ?? 0) / (before ?? 1) - 1)).toBeLessThan(0.02);
    }
  });

  it('keeps neighbours together: a border between two units stays one line, so that no gap opens and nothing overlaps', () => {
    const bordersOnce = (map: Iterable<Boundary>): string[] => {
      const counts = new Map<string, number>();
      for (const boundary of map)
        for (const edge of edges(boundary)) counts.set(edge, (counts.get(edge) ?? 0) + 1);
      expect(Math.max(...counts.values())).toBe(2);
      return [...counts].filter(([, count]) => count === 1).map(([edge]) => edge);
    };
    const full = boundaries();
    const outside = new Set(bordersOnce(full.values()).flatMap((edge) => edge.split(' – ')));
    for (const edge of bordersOnce(simplify(full, 3e-4).values()))
      for (const end of edge.split(' – ')) expect(outside.has(end)).toBe(true);
  });

  it('keeps only points that were there, each ring closed, and a small ring whole', () => {
    const full = boundaries();
    for (const tolerance of [1e-5, 1e-3, 10])
      for (const [name, boundary] of simplify(full, tolerance)) {
        const before = new Set((full.get(name) ?? []).flat(2).map(String));
        for (const ring of boundary.flat()) {
          expect(ring.length).toBeGreaterThanOrEqual(4);
          expect(String(ring[0])).toBe(String(ring.at(-1)));
          for (const point of ring) expect(before.has(String(point))).toBe(true);
        }
      }
  });

  it('thins a hole and the unit that fills it alike', () => {
    const island: Ring = [
      [106.01, 20.01],
      [106.02, 20.0101],
      [106.03, 20.01],
      [106.03, 20.03],
      [106.01, 20.03],
      [106.01, 20.01],
    ];
    const sea: Ring = [
      [106, 20],
      [106.1, 20],
      [106.1, 20.1],
      [106, 20.1],
      [106, 20],
    ];
    const fewer = simplify(
      new Map<string, Boundary>([
        ['sea', [[sea, [...island.slice(2, -1), ...island.slice(0, 3)].reverse()]]],
        ['island', [[island]]],
      ]),
      1e-3,
    );
    const [hole, filling] = [fewer.get('sea')?.[0]?.[1] ?? [], fewer.get('island')?.[0]?.[0] ?? []];
    expect(edges([[hole]]).sort()).toEqual(edges([[filling]]).sort());
    expect(filling).toHaveLength(5);
  });
});

describe('thinning', () => {
  it('ends for a line that parts off one point at a time, and keeps what lies further than the tolerance', () => {
    const count = 80_000;
    const teeth = Array.from({ length: count }, (_, at): [number, number] => [
      105 + (3 * at) / count,
      20 + (at % 2) * 2 * (1 - at / count),
    ]);
    const ring: Ring = [...teeth, teeth[0] ?? [0, 0]];
    const kept = simplify(new Map([['u', [[ring]]]]), 1e-4).get('u')?.[0]?.[0] ?? [];
    let before = 0;
    let furthest = 0;
    for (const [x, y] of teeth) {
      while (before + 2 < kept.length - 1 && (kept[before + 1]?.[0] ?? 0) <= x) before++;
      const [[x1, y1], [x2, y2]] = [kept[before] ?? [0, 0], kept[before + 1] ?? [0, 0]];
      const across = Math.abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / Math.hypot(x2 - x1, y2 - y1);
      furthest = Math.max(furthest, across);
    }
    expect(furthest).toBeLessThanOrEqual(1.0001e-4);
  });
});

describe('drawing', () => {
  it('puts north on top, west on the left, all inside the frame, the longer side 1,000 wide', () => {
    const drawn = drawBoundaries(boundaries());
    expect(drawn?.frame.width).toBe(1000);
    expect(drawn?.frame.height).toBeGreaterThan(300);
    const at = (name: string) => drawn?.shapes.get(name) ?? { x: 0, y: 0, width: 0, path: '' };
    expect(at('Bãi Sậy').x).toBeLessThan(at('Bắc Sơn').x);
    expect(at('Bãi Sậy').y).toBeLessThan(at('Đặng Lễ').y);
    for (const name of NAMES) {
      const numbers = [...at(name).path.matchAll(/-?[\d.]+/g)].map(Number);
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...numbers)).toBeLessThanOrEqual(1000);
    }
  });

  it('puts each label inside its unit, also where the middle of the box lies outside', () => {
    const horseshoe: Ring = [
      [106, 20],
      [106.3, 20],
      [106.3, 20.3],
      [106.25, 20.3],
      [106.25, 20.05],
      [106.05, 20.05],
      [106.05, 20.3],
      [106, 20.3],
      [106, 20],
    ];
    const drawn = drawBoundaries(new Map([['u', [[horseshoe]]]]));
    const shape = drawn?.shapes.get('u');
    const ring = (shape?.path ?? '')
      .replace(/^M|Z$/g, '')
      .split('L')
      .map((pair) => pair.split(' ').map(Number) as [number, number]);
    expect(insideOf([...ring, ring[0] ?? [0, 0]], [shape?.x ?? 0, shape?.y ?? 0])).toBe(true);
  });

  it('draws nothing from nothing', () => {
    expect(drawBoundaries(new Map())).toBeUndefined();
  });
});
