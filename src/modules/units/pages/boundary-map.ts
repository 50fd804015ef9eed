import type { Html } from '../../../kernel/html.ts';
import type { Translate } from '../../../kernel/i18n.ts';
import { areaMap, type MapClass } from '../../../ui/index.ts';
import { type Boundary, pointsOf } from '../domain/boundary.ts';
import { drawBoundaries } from '../domain/draw-boundaries.ts';
import type { Unit } from '../domain/unit.ts';
import { bp } from './boundary-words.ts';
import { factsHref } from './reading.ts';

export interface MappedUnit {
  readonly unitId: string;
  readonly name: string;
  readonly boundary: Boundary;
  readonly is: string;
}

/** Without those that lie above another one: a district would cover its communes. */
export function undermost<One extends { readonly unitId: string }>(
  units: readonly One[],
  tree: readonly Unit[],
): One[] {
  const shown = new Set(units.map((one) => one.unitId));
  const above = new Set(
    tree.filter((unit) => shown.has(unit.id)).flatMap((unit) => unit.lineage.slice(0, -1)),
  );
  return units.filter((one) => !above.has(one.unitId));
}

/** The map of these boundaries, each opening the facts of its unit. */
export function boundaryMap(
  units: readonly MappedUnit[],
  words: {
    readonly title: string;
    readonly note: string;
    readonly classes: readonly MapClass[];
    readonly empty: Html;
  },
  t: Translate,
): Html {
  const drawn = drawBoundaries(new Map(units.map((one) => [one.unitId, one.boundary])));
  return areaMap(
    {
      ...words,
      pieces: units.map((one) => ({
        name: one.name,
        short: one.name.replace(/^UBND (xã|phường|thị trấn|đặc khu|huyện) /, ''),
        href: factsHref(one.unitId),
        is: one.is,
        value: t(bp.points, { n: pointsOf(one.boundary) }),
        shape: drawn?.shapes.get(one.unitId),
      })),
      pieceLabel: t(bp.unit),
      valueLabel: t(bp.size),
      frame: drawn?.frame,
    },
    t,
  );
}
