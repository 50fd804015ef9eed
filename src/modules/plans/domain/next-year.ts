import { type CalendarDate, dateOf, dayOf, endOfMonth, monthOf, yearOf } from '../../../kernel/dates.ts';
import type { DueSpec } from './due.ts';
import { parseDue } from './due-phrases.ts';

/** The same day `years` later; the last of February where there is no 29th. */
function laterBy(date: CalendarDate, years: number): CalendarDate {
  const [year, month] = [yearOf(date) + years, monthOf(date)];
  return dateOf(year, month, dayOf(date)) ?? endOfMonth(year, month);
}

/** A due that names a year, moved to the year of the next plan; periods and what follows an event stay as they are. */
export function shiftDue(due: DueSpec, years: number): DueSpec {
  switch (due.type) {
    case 'date':
      return { ...due, on: laterBy(due.on, years) };
    case 'period_end':
      return { ...due, year: due.year + years };
    case 'window':
      return due.year === undefined ? due : { ...due, year: due.year + years };
    default:
      return due;
  }
}

/** Years written in a text, as whole numbers: "quý II/2024". */
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;

/** True when a text names `year`: whoever begins the next plan from it has to read it again. */
export function namesYear(text: string, year: number): boolean {
  return [...text.matchAll(YEAR)].some(([found]) => Number(found) === year);
}

/** The text with each year that it names `years` later. */
export function yearsLater(text: string, years: number): string {
  return text.replace(YEAR, (found) => String(Number(found) + years));
}

/**
 * A task's due and its words for a plan `years` later. The words move with the due only where they are then understood as
 * it: otherwise they stay as they were written, for a person to read.
 */
export function dueOfNextYear(
  task: { readonly due: DueSpec | null; readonly dueWords: string },
  planYear: number,
  years: number,
): { due: DueSpec | null; dueWords: string } {
  if (task.due === null) return { due: null, dueWords: task.dueWords };
  const due = shiftDue(task.due, years);
  const words = yearsLater(task.dueWords, years);
  const { spec } = parseDue(words, { planYear: planYear + years });
  const understood = JSON.stringify(spec) === JSON.stringify(due);
  return { due, dueWords: understood ? words : task.dueWords };
}
