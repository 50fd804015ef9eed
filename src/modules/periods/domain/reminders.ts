import type { CalendarDate } from '../../../kernel/dates.ts';
import { isWorkingDay, type WorkCalendar, workingDaysBetween } from '../../calendar/index.ts';
import type { Step } from './period.ts';

/** With how many working days left a unit is reminded of a day: three, one, and on the day (or the last working day before it). */
export const REMIND_AT = [3, 1, 0] as const;

/**
 * The reminder that belongs to today, as the working days that it counts as left; `null` when none does: too early, the day has passed,
 * or today is a day off. One that was missed while nothing ran is made up for by the next run, and only the latest.
 */
export function reminderFor(on: CalendarDate, today: CalendarDate, cal: WorkCalendar): number | null {
  if (today > on || !isWorkingDay(cal, today)) return null;
  const left = workingDaysBetween(cal, today, on);
  return REMIND_AT.findLast((at) => at >= left) ?? null;
}

interface Placed {
  readonly id: string;
  readonly kind: string;
  readonly lineage: readonly string[];
}

/** Offices that may be the lead agency of a content. */
const OFFICES: readonly string[] = ['phong', 'su_nghiep', 'nganh_doc'];

/**
 * Whose turn a step is, in a tree of units: of `unit` every committee below a root committee, of `sector` the offices right under a
 * root committee, of `standing` the root itself, whose standing agency reads what it is told. Outside bodies are in none of them:
 * the Front and the Council report to nobody here.
 */
export function unitsOfStep(step: Step, units: readonly Placed[]): string[] {
  const roots = new Set(
    units.filter(({ kind, lineage }) => kind === 'ubnd' && lineage.length === 1).map(({ id }) => id),
  );
  const below = units.filter(({ lineage }) => lineage.length > 1 && roots.has(lineage[0] ?? ''));
  switch (step) {
    case 'unit':
      return below.filter(({ kind }) => kind === 'ubnd').map(({ id }) => id);
    case 'sector':
      return below
        .filter(({ kind, lineage }) => lineage.length === 2 && OFFICES.includes(kind))
        .map(({ id }) => id);
    case 'standing':
      return [...roots];
  }
}
