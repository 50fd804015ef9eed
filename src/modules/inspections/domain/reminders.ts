/** On which working day after its due a unit is reminded again of a remedy: the first day, a week, a month, a quarter. */
export const LATE_STEPS = [1, 5, 20, 60] as const;

/** The step that stands for “soon due”. */
export const AHEAD = 0;

/** The latest reminder whose day has come; a run after a standstill makes up for that one alone. */
export function lateStep(workingDaysLate: number): number | null {
  return LATE_STEPS.findLast((step) => step <= workingDaysLate) ?? null;
}
