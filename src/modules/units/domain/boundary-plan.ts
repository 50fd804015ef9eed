import { type CalendarDate, formatDate } from '../../../kernel/dates.ts';
import type { Boundary, Ring } from './boundary.ts';
import { bm } from './boundary-messages.ts';
import type { Feature, ReadFeatures } from './geojson.ts';
import { NameIndex } from './import-names.ts';
import type { ImportProblem } from './import-record.ts';
import { versionOn } from './timeline.ts';
import type { Register } from './unit.ts';

export interface PlannedBoundary {
  readonly unitId: string;
  readonly name: string;
  readonly boundary: Boundary;
}

export interface BoundaryPlan {
  readonly boundaries: readonly PlannedBoundary[];
  readonly problems: readonly ImportProblem[];
}

/** What maps write where the register says “UBND xã …”. */
const BEFORE = [
  '',
  'UBND ',
  'UBND xã ',
  'UBND phường ',
  'UBND thị trấn ',
  'UBND đặc khu ',
  'UBND huyện ',
] as const;

/** For so many features that no unit is called like, the names that come near are looked up; more of them is a file of another place. */
const NEAR_NAMED = 50;

/** Which unit each feature of a file speaks of, as units stood on `from`. */
export function planBoundaries(register: Register, read: ReadFeatures, from: CalendarDate): BoundaryPlan {
  const names = new NameIndex(register);
  const problems = [...read.problems];
  let unknown = 0;
  const found = new Map<
    string,
    { unitId: string; name: string; place: string; boundary: (readonly Ring[])[] }
  >();
  for (const feature of read.features) {
    const meant = unitsMeant(feature, names, register, from);
    const [unitId] = meant;
    const text = feature.name ?? feature.code ?? '';
    if (unitId === undefined || meant.length > 1) {
      unknown += 1;
      const near = unknown > NEAR_NAMED ? [] : names.near(text);
      problems.push(notOne(feature.place, text, meant.length, near, from));
      continue;
    }
    const name = nameOn(register, unitId, from);
    const before = found.get(unitId);
    if (before)
      problems.push({
        severity: 'warning',
        place: feature.place,
        message: bm.joined,
        params: { unit: name, place: before.place },
      });
    if (before) for (const rings of feature.boundary) before.boundary.push(rings);
    else found.set(unitId, { unitId, name, place: feature.place, boundary: [...feature.boundary] });
  }
  return { boundaries: [...found.values()].map(({ place: _, ...planned }) => planned), problems };
}

function nameOn(register: Register, unitId: string, day: CalendarDate): string {
  const history = register.get(unitId);
  return (history && versionOn(history, day)?.name) ?? '';
}

/** By code, else by name; a place is its People's Committee or its village, not the office or association of the same name. */
function unitsMeant(feature: Feature, names: NameIndex, register: Register, on: CalendarDate): string[] {
  const isPlace = (id: string): boolean => {
    const history = register.get(id);
    const kind = history && versionOn(history, on)?.kind;
    return kind === 'ubnd' || kind === 'thon';
  };
  const texts = [
    ...(feature.code === null ? [] : [feature.code]),
    ...(feature.name === null ? [] : BEFORE.map((before) => before + feature.name)),
  ];
  for (const text of texts) {
    const meant = names.meantBy(text, on).filter(isPlace);
    if (meant.length > 0) return meant;
  }
  return [];
}

function notOne(
  place: string,
  text: string,
  count: number,
  near: readonly string[],
  from: CalendarDate,
): ImportProblem {
  const date = formatDate(from);
  if (count > 1)
    return { severity: 'error', place, message: bm.unitAmbiguous, params: { text, count, date } };
  return near.length === 0
    ? { severity: 'error', place, message: bm.unitUnknown, params: { text, date } }
    : {
        severity: 'error',
        place,
        message: bm.unitUnknownNear,
        params: { text, date, near: near.join('; ') },
      };
}
