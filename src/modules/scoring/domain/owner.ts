import type { CalendarDate } from '../../../kernel/dates.ts';

/** Who was named for a part, from a day on; `unitId: null` ends it. */
export interface NamedOwner {
  readonly part: string;
  readonly unitId: string | null;
  readonly fromOn: CalendarDate;
  readonly words: string;
  readonly personName: string;
  readonly personTitle: string;
  readonly recordedAt: Date;
}

export interface Owner {
  readonly unitId: string;
  /** Not named by anybody: it leads most tasks of the part in the plan in force. */
  readonly isProposed: boolean;
  /** Since when it is named; `null` for a proposed one. */
  readonly since: CalendarDate | null;
}

/** What of a task decides who is proposed. */
export interface LedTask {
  readonly subDimension: string | null;
  readonly leadUnitId: string | null;
  readonly position: number;
}

/** The unit that leads most tasks of a part; of equals the one whose task stands first in the plan. */
export function proposedOwner(tasks: readonly LedTask[], part: string): string | null {
  const led = new Map<string, { count: number; first: number }>();
  for (const { subDimension, leadUnitId, position } of tasks) {
    if (subDimension !== part || leadUnitId === null) continue;
    const known = led.get(leadUnitId) ?? { count: 0, first: position };
    led.set(leadUnitId, { count: known.count + 1, first: Math.min(known.first, position) });
  }
  const ranked = [...led].sort(([, a], [, b]) => b.count - a.count || a.first - b.first);
  return ranked[0]?.[0] ?? null;
}

/** Who is named for a part on a day: the last of those that have begun. `rows` stand in the order in which they were recorded. */
export function namedOwner(
  rows: readonly NamedOwner[],
  part: string,
  day: CalendarDate,
): NamedOwner | undefined {
  return rows
    .filter((row) => row.part === part && row.fromOn <= day)
    .reduce<NamedOwner | undefined>(
      (best, row) => (best === undefined || row.fromOn >= best.fromOn ? row : best),
      undefined,
    );
}

/** Who answers for a part on a day: who is named, or else who is proposed; `null` when there is neither. */
export function ownerOf(
  rows: readonly NamedOwner[],
  tasks: readonly LedTask[],
  part: string,
  day: CalendarDate,
): Owner | null {
  const named = namedOwner(rows, part, day);
  if (named?.unitId) return { unitId: named.unitId, isProposed: false, since: named.fromOn };
  const unitId = proposedOwner(tasks, part);
  return unitId === null ? null : { unitId, isProposed: true, since: null };
}
