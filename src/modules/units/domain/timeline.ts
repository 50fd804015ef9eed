import { addDays, type CalendarDate } from '../../../kernel/dates.ts';
import type { Register, UnitFacts, UnitHistory, UnitVersion } from './unit.ts';

/** Stands after every date that can be written, so that open ends compare as text. */
const NEVER = '9999-12-31' as CalendarDate;

export function endOf(span: { readonly to: CalendarDate | null }): CalendarDate {
  return span.to ?? NEVER;
}

export function covers(
  span: { readonly from: CalendarDate; readonly to: CalendarDate | null },
  date: CalendarDate,
): boolean {
  return span.from <= date && date <= endOf(span);
}

export function versionOn(unit: UnitHistory, date: CalendarDate): UnitVersion | undefined {
  return unit.versions.find((version) => covers(version, date));
}

/** First and last day of the unit's life; the last is `null` while it stands. */
export function lifeOf(unit: UnitHistory): { from: CalendarDate; to: CalendarDate | null } {
  const [first, last] = [unit.versions[0], unit.versions.at(-1)];
  if (!first || !last) throw new Error(`unit ${unit.id} has no version`);
  return { from: first.from, to: last.to };
}

export function sameFacts(a: UnitFacts, b: UnitFacts): boolean {
  return (
    a.code === b.code &&
    a.name === b.name &&
    a.kind === b.kind &&
    a.tier === b.tier &&
    a.parentId === b.parentId &&
    a.shortNames.length === b.shortNames.length &&
    a.shortNames.every((name, index) => name === b.shortNames[index])
  );
}

/**
 * The unit with `facts` from `from` to the end of the version that covers that day. On the version's own first day it is
 * a correction of that version; later it closes the version the day before and opens a new one. The day must be covered.
 */
export function withFactsFrom(
  unit: UnitHistory,
  from: CalendarDate,
  facts: UnitFacts,
  made: { versionId: string; act: string | null },
): UnitHistory {
  const versions = unit.versions.flatMap((version): UnitVersion[] => {
    if (!covers(version, from)) return [version];
    if (version.from === from) return [{ ...version, ...facts, act: made.act ?? version.act }];
    return [
      { ...version, to: addDays(from, -1), endAct: null },
      { ...version, ...facts, versionId: made.versionId, from, act: made.act },
    ];
  });
  return { ...unit, versions };
}

/** The unit ended after `lastDay`, which its last version must cover. */
export function endedAfter(unit: UnitHistory, lastDay: CalendarDate, endAct: string | null): UnitHistory {
  const last = unit.versions.at(-1);
  const versions = unit.versions.map((version) =>
    version === last ? { ...version, to: lastDay, endAct } : version,
  );
  return { ...unit, versions };
}

/** Units with a version under `parentId` on some day from `from` on. */
export function childrenFrom(register: Register, parentId: string, from: CalendarDate): UnitHistory[] {
  const out: UnitHistory[] = [];
  for (const unit of register.values())
    if (unit.versions.some((version) => version.parentId === parentId && endOf(version) >= from))
      out.push(unit);
  return out;
}

/** The register with the units of `changed` put in place. */
export function withChanges(register: Register, changed: Iterable<UnitHistory>): Register {
  const next = new Map(register);
  for (const unit of changed) next.set(unit.id, unit);
  return next;
}
