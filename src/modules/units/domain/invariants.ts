import { addDays, type CalendarDate } from '../../../kernel/dates.ts';
import { covers, endOf, lifeOf, versionOn } from './timeline.ts';
import type { Register, UnitHistory, UnitVersion } from './unit.ts';

/** A state of the register that no change may leave behind. */
export type Violation =
  | { readonly kind: 'parent_unknown'; readonly unit: UnitHistory; readonly version: UnitVersion }
  /** The parent does not stand on every day of the version. */
  | {
      readonly kind: 'parent_not_standing';
      readonly unit: UnitHistory;
      readonly version: UnitVersion;
      readonly parent: UnitHistory;
    }
  | { readonly kind: 'cycle'; readonly unit: UnitHistory; readonly version: UnitVersion }
  | {
      readonly kind: 'code_twice';
      readonly unit: UnitHistory;
      readonly version: UnitVersion;
      readonly other: UnitHistory;
    }
  /** Versions overlap, are out of order, or leave days between them. */
  | { readonly kind: 'versions_broken'; readonly unit: UnitHistory; readonly version: UnitVersion };

/**
 * Everything wrong with `register`, in the order of its units. With `only`, looks at those units, at the units under them
 * and at codes they share; that is enough when nothing else changed.
 */
export function violations(register: Register, only?: ReadonlySet<string>): Violation[] {
  const out: Violation[] = [];
  for (const unit of register.values()) {
    const touched = only === undefined || only.has(unit.id);
    if (touched) out.push(...brokenVersions(unit));
    for (const version of unit.versions) {
      if (version.parentId === null) continue;
      if (!touched && !only?.has(version.parentId)) continue;
      out.push(...parentProblems(register, unit, version));
    }
  }
  return [...out, ...sharedCodes(register, only)];
}

function brokenVersions(unit: UnitHistory): Violation[] {
  return unit.versions.flatMap((version, index): Violation[] => {
    const next = unit.versions[index + 1];
    const backwards = endOf(version) < version.from;
    const apart = next !== undefined && (version.to === null || addDays(version.to, 1) !== next.from);
    return backwards || apart ? [{ kind: 'versions_broken', unit, version }] : [];
  });
}

function parentProblems(register: Register, unit: UnitHistory, version: UnitVersion): Violation[] {
  const parent = version.parentId === null ? undefined : register.get(version.parentId);
  if (!parent) return [{ kind: 'parent_unknown', unit, version }];
  const life = lifeOf(parent);
  if (version.from < life.from || endOf(version) > endOf(life))
    return [{ kind: 'parent_not_standing', unit, version, parent }];
  return standsUnderItself(register, unit, version) ? [{ kind: 'cycle', unit, version }] : [];
}

/** The tree changes only on first days of versions, so those days within the version are all that need a look. */
function standsUnderItself(register: Register, unit: UnitHistory, version: UnitVersion): boolean {
  const days = new Set<CalendarDate>([version.from]);
  const seen = new Set<string>();
  const queue = [version.parentId];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (id === null || seen.has(id)) continue;
    seen.add(id);
    for (const above of register.get(id)?.versions ?? []) {
      if (above.from > endOf(version) || endOf(above) < version.from) continue;
      if (covers(version, above.from)) days.add(above.from);
      queue.push(above.parentId);
    }
  }
  return seen.has(unit.id) && [...days].some((day) => meetsItself(register, unit.id, day));
}

function meetsItself(register: Register, unitId: string, day: CalendarDate): boolean {
  const passed = new Set<string>();
  let at = parentOn(register, unitId, day);
  while (at !== null && !passed.has(at)) {
    if (at === unitId) return true;
    passed.add(at);
    at = parentOn(register, at, day);
  }
  return false;
}

function parentOn(register: Register, unitId: string, day: CalendarDate): string | null {
  const unit = register.get(unitId);
  return (unit && versionOn(unit, day)?.parentId) ?? null;
}

function sharedCodes(register: Register, only: ReadonlySet<string> | undefined): Violation[] {
  const holders = new Map<string, { unit: UnitHistory; version: UnitVersion }[]>();
  for (const unit of register.values())
    for (const version of unit.versions) {
      if (version.code === null) continue;
      const code = `${version.kind} ${version.code}`;
      const list = holders.get(code);
      if (list) list.push({ unit, version });
      else holders.set(code, [{ unit, version }]);
    }
  const out: Violation[] = [];
  for (const list of holders.values()) {
    const sorted = list.sort((a, b) => (a.version.from < b.version.from ? -1 : 1));
    sorted.forEach((one, index) => {
      const next = sorted[index + 1];
      if (!next || endOf(one.version) < next.version.from || one.unit.id === next.unit.id) return;
      if (only !== undefined && !only.has(one.unit.id) && !only.has(next.unit.id)) return;
      // Named at the unit that changed, or else at the later one.
      const [mine, other] = only?.has(one.unit.id) && !only.has(next.unit.id) ? [one, next] : [next, one];
      out.push({ kind: 'code_twice', unit: mine.unit, version: mine.version, other: other.unit });
    });
  }
  return out;
}
