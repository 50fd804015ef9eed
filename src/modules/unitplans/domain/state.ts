import type { CalendarDate } from '../../../kernel/dates.ts';
import { type WorkCalendar, workingDaysBetween } from '../../calendar/index.ts';
import type { UnitPlanCourse } from './replay.ts';

export const UNIT_PLAN_STATES = [
  'not_received',
  'received',
  'drafting',
  'issued',
  'issued_late',
  'returned',
  'void',
] as const;
export type UnitPlanState = (typeof UNIT_PLAN_STATES)[number];

/** The one rule behind every state (README.md). The due day itself is in time; a version after a return makes nobody late. */
export function unitPlanState(course: UnitPlanCourse): UnitPlanState {
  if (course.void) return 'void';
  if (course.returned) return 'returned';
  const [first] = course.versions;
  if (first) return course.due !== null && first.issuedOn > course.due.on ? 'issued_late' : 'issued';
  if (course.drafting !== null) return 'drafting';
  return course.received ? 'received' : 'not_received';
}

/** Whether the first version is still to come. */
export function isOpen(course: UnitPlanCourse): boolean {
  return course.void === null && course.versions.length === 0;
}

export interface UnitPlanClock {
  /** Working days from the parent's issue to the unit's, or to today while that is awaited. */
  readonly workingDays: number;
  /** Working days left until the due day, itself included; `null` where nothing is due or awaited. */
  readonly left: number | null;
  /** Working days after the due day; 0 when in time. A weekend after it adds none until the next working day. */
  readonly late: number;
  readonly isLate: boolean;
}

/** How the days run for a unit plan on `today`; `null` before its parent was issued. */
export function unitPlanClock(
  course: UnitPlanCourse,
  calendar: WorkCalendar,
  today: CalendarDate,
): UnitPlanClock | null {
  if (course.parentIssuedOn === null) return null;
  const until = course.versions[0]?.issuedOn ?? (course.void ? course.void.on : today);
  const workingDays = workingDaysBetween(calendar, course.parentIssuedOn, until);
  const { due } = course;
  const isLate = due !== null && course.void === null && until > due.on;
  return {
    workingDays,
    left: due !== null && isOpen(course) && !isLate ? workingDaysBetween(calendar, today, due.on) : null,
    late: isLate && due ? Math.max(0, workingDaysBetween(calendar, due.on, until)) : 0,
    isLate,
  };
}
