import { addDays, type CalendarDate } from '../../../kernel/dates.ts';
import { childrenFrom, endedAfter, endOf, lifeOf, versionOn, withFactsFrom } from './timeline.ts';
import type { Register, Succession, UnitFacts, UnitHistory, UnitVersion } from './unit.ts';

/** Everything recorded, before a change. */
export interface World {
  readonly register: Register;
  readonly successions: readonly Succession[];
}

/** What a change does: units in their new state, and who passes their work to whom. */
export interface Change {
  readonly units: readonly UnitHistory[];
  readonly successions: readonly Succession[];
}

/** Why a change makes no sense, before the register's invariants are looked at. */
export type Refusal =
  | { readonly refused: 'not_standing'; readonly unit: UnitHistory; readonly on: CalendarDate }
  | { readonly refused: 'changes_later'; readonly unit: UnitHistory; readonly later: CalendarDate }
  | { readonly refused: 'still_has_children'; readonly unit: UnitHistory; readonly children: UnitHistory[] }
  | { readonly refused: 'starts_on_day'; readonly unit: UnitHistory; readonly on: CalendarDate };

export type Outcome = Change | Refusal;

export function isRefusal(outcome: Outcome): outcome is Refusal {
  return 'refused' in outcome;
}

/** Where fresh ids come from; domain code makes none. */
export type MakeId = () => string;

export interface NewUnit extends UnitFacts {
  readonly id: string;
  readonly key: string;
  readonly versionId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly act: string | null;
  readonly invented: boolean;
  readonly note: string | null;
  readonly source: string | null;
}

/** The history of a unit that begins. */
export function begun(unit: NewUnit): UnitHistory {
  const { id, key, invented, note, source, ...version } = unit;
  return { id, key, invented, note, source, versions: [{ ...version, endAct: null }] };
}

/** `facts` hold from `from` to the end of the version that covers the day; a later version keeps what it says. */
export function changeFrom(
  unit: UnitHistory,
  from: CalendarDate,
  facts: UnitFacts,
  act: string | null,
  makeId: MakeId,
): Outcome {
  if (!versionOn(unit, from)) return { refused: 'not_standing', unit, on: from };
  return { units: [withFactsFrom(unit, from, facts, { versionId: makeId(), act })], successions: [] };
}

/** Only a unit that stands on `day` can end with it or give something away after it. */
function refuseAbsent(unit: UnitHistory, day: CalendarDate): Refusal | undefined {
  if (versionOn(unit, day)) return undefined;
  const next = addDays(day, 1);
  return lifeOf(unit).from === next
    ? { refused: 'starts_on_day', unit, on: next }
    : { refused: 'not_standing', unit, on: day };
}

/** A unit cannot end before something that is recorded of it later: a version, or work it passed on or received. */
function refuseEnd(world: World, unit: UnitHistory, lastDay: CalendarDate): Refusal | undefined {
  const absent = refuseAbsent(unit, lastDay);
  if (absent) return absent;
  const later = [
    ...unit.versions.map((version) => version.from),
    ...world.successions.filter((one) => one.from === unit.id || one.to === unit.id).map((one) => one.on),
  ].filter((day) => day > lastDay);
  const [first] = later.sort();
  return first && { refused: 'changes_later', unit, later: first };
}

/** The unit ends; units under it must have ended or moved first. */
export function closeAfter(
  world: World,
  unit: UnitHistory,
  lastDay: CalendarDate,
  act: string | null,
): Outcome {
  const refusal = refuseEnd(world, unit, lastDay);
  if (refusal) return refusal;
  const children = childrenFrom(world.register, unit.id, addDays(lastDay, 1));
  if (children.length > 0) return { refused: 'still_has_children', unit, children };
  return { units: [endedAfter(unit, lastDay, act)], successions: [] };
}

/** Every version of `unit` under one of `parents` on or after `on` stands under what `target` says from `on`. */
function movedFrom(
  unit: UnitHistory,
  parents: ReadonlySet<string>,
  on: CalendarDate,
  target: string,
  act: string,
  makeId: MakeId,
): UnitHistory {
  const versions = unit.versions.flatMap((version): UnitVersion[] => {
    if (version.parentId === null || !parents.has(version.parentId) || endOf(version) < on) return [version];
    if (version.from >= on) return [{ ...version, parentId: target }];
    return [
      { ...version, to: addDays(on, -1), endAct: null },
      { ...version, versionId: makeId(), from: on, parentId: target, act },
    ];
  });
  return { ...unit, versions };
}

/**
 * `sources` end the day before `on` and pass their work to `target`, which stands on that day (or begins on it); units
 * under them move to the target with the same act.
 */
export function merge(
  world: World,
  sources: readonly UnitHistory[],
  target: UnitHistory,
  on: CalendarDate,
  act: string,
  makeId: MakeId,
): Outcome {
  if (!versionOn(target, on)) return { refused: 'not_standing', unit: target, on };
  const { register } = world;
  const lastDay = addDays(on, -1);
  const ended = new Map<string, UnitHistory>();
  for (const source of sources) {
    const refusal = refuseEnd(world, source, lastDay);
    if (refusal) return refusal;
    ended.set(source.id, endedAfter(source, lastDay, act));
  }
  const parents = new Set(ended.keys());
  const moved = new Map<string, UnitHistory>();
  for (const id of parents)
    for (const child of childrenFrom(register, id, on)) {
      const now = ended.get(child.id) ?? moved.get(child.id) ?? child;
      if (ended.has(child.id)) continue;
      moved.set(child.id, movedFrom(now, parents, on, target.id, act, makeId));
    }
  // The target itself may stand under a unit that ends: it moves to where that unit stood.
  moved.delete(target.id);
  return {
    units: [...ended.values(), placed(register, target, sources, on, act, makeId), ...moved.values()],
    successions: sources.map((source) => ({
      from: source.id,
      to: target.id,
      on,
      kind: 'merge',
      act,
      status: 'CONFIRMED',
    })),
  };
}

function placed(
  register: Register,
  target: UnitHistory,
  sources: readonly UnitHistory[],
  on: CalendarDate,
  act: string,
  makeId: MakeId,
): UnitHistory {
  const ending = new Set(sources.map((source) => source.id));
  const version = versionOn(target, on);
  if (!version?.parentId || !ending.has(version.parentId)) return target;
  let above: string | null = version.parentId;
  while (above !== null && ending.has(above)) {
    const unit = register.get(above);
    above = (unit && versionOn(unit, on)?.parentId) ?? null;
  }
  return withFactsFrom(target, on, { ...version, parentId: above }, { versionId: makeId(), act });
}

/**
 * `source` passes its work to `parts`, which begin on `on`. It ends the day before unless it `continues` with what is
 * left. `childTo` says, for each unit under it, which part it moves to; when the source ends, each must be named.
 */
export function split(
  world: World,
  source: UnitHistory,
  parts: readonly UnitHistory[],
  options: {
    readonly on: CalendarDate;
    readonly act: string;
    readonly continues: boolean;
    readonly childTo: ReadonlyMap<string, string>;
  },
  makeId: MakeId,
): Outcome {
  const { on, act, continues, childTo } = options;
  const lastDay = addDays(on, -1);
  if (continues && !versionOn(source, on)) return { refused: 'not_standing', unit: source, on };
  const refusal = continues ? refuseAbsent(source, lastDay) : refuseEnd(world, source, lastDay);
  if (refusal) return refusal;
  const children = childrenFrom(world.register, source.id, on);
  const left = children.filter((child) => !childTo.has(child.id));
  if (!continues && left.length > 0) return { refused: 'still_has_children', unit: source, children: left };
  const parents = new Set([source.id]);
  const moved = children.flatMap((child) => {
    const target = childTo.get(child.id);
    return target === undefined ? [] : [movedFrom(child, parents, on, target, act, makeId)];
  });
  return {
    units: [...(continues ? [] : [endedAfter(source, lastDay, act)]), ...parts, ...moved],
    successions: parts.map((part) => ({
      from: source.id,
      to: part.id,
      on,
      kind: 'split',
      act,
      status: 'CONFIRMED',
    })),
  };
}
