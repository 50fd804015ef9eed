/** On which working day after the day counted from a unit is reminded again: the first day, a week, a month, a quarter. */
export const LATE_STEPS = [1, 5, 20, 60] as const;

/** The latest reminder whose day has come; `null` before the first. A run after a standstill makes up for that one alone. */
export function stepOn(workingDays: number, steps: readonly number[] = LATE_STEPS): number | null {
  return steps.findLast((step) => step <= workingDays) ?? null;
}

/** Which reminder of content that has grown old is due, counted in runs of `every` working days; `null` before the first. */
export function staleStep(workingDaysOver: number, every: number): number | null {
  return workingDaysOver < 1 ? null : 1 + Math.floor((workingDaysOver - 1) / every);
}
