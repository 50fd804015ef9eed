/**
 * The working days, counted from the parent's issue, on which a unit is reminded within its time: after a third, after two
 * thirds and on the day before the last. Of 15 days: 5, 10 and 14 (R132 of the plan of Ân Thi).
 */
export function reminderDays(within: number): readonly number[] {
  const days = [Math.round(within / 3), Math.round((within * 2) / 3), within - 1];
  return [...new Set(days)].filter((day) => day >= 1 && day < within).sort((a, b) => a - b);
}

/**
 * The reminder that belongs to working day `day`: the latest one of the time within, or the day itself once it is late.
 * `null` before the first. One that was missed while nothing ran is made up for by the next run, and only the latest.
 */
export function reminderOn(within: number, day: number): number | null {
  if (day > within) return day;
  return reminderDays(within).findLast((one) => one <= day) ?? null;
}
