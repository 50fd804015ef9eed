import type { CalendarDate } from '../../../kernel/dates.ts';
import type { UnitTask } from '../../assignments/index.ts';
import { computeDeadline, type WorkCalendar } from '../../calendar/index.ts';
import { type DueSpec, dueOccurrences, type Period } from '../../plans/index.ts';
import { isRepeated, type LineContent, parentDay } from './line.ts';

/** What decides how the dues of a plan are read. */
export interface DueFrame {
  readonly planYear: number;
  /** The parent's day of issue. */
  readonly issuedOn: CalendarDate;
  readonly regularPeriod: Period;
  readonly calendar: WorkCalendar;
}

/**
 * What a line's time lacks: `due` nothing is written; `due_unclear` it cannot be read; `period` it is done again and again
 * and names no period; `day` the parent wants it by a day and the line names none; `late_reason` it is later than the parent
 * asks and says not why.
 */
export type DueLack = 'due' | 'due_unclear' | 'period' | 'day' | 'late_reason';

export interface DueFit {
  readonly lack: DueLack | null;
  /** A day, or a period. */
  readonly isSpecific: boolean;
  readonly isLater: boolean;
}

type WrittenDue = Pick<LineContent, 'dueWords' | 'due' | 'lateReason'>;
type Asked = Pick<UnitTask, 'due' | 'parts'>;

const LENGTH: Readonly<Record<'week' | Period, number>> = { week: 1, month: 2, quarter: 3, half: 4, year: 5 };

/** The last day of a due that falls once; `null` for what recurs, waits for a case or counts from something else. */
export function lastDay(spec: DueSpec, frame: DueFrame): CalendarDate | null {
  if (spec.type === 'recurring' || spec.type === 'event') return null;
  const context = { planYear: frame.planYear, issuedOn: null, regularPeriod: frame.regularPeriod };
  const expression = dueOccurrences(spec, context)[0]?.expression ?? null;
  return expression === null ? null : computeDeadline(expression, frame.calendar).on;
}

/** The parent's period where the task recurs. */
function parentPeriod(task: Asked, frame: DueFrame): 'week' | Period {
  return task.due?.type === 'recurring' && task.due.every !== null ? task.due.every : frame.regularPeriod;
}

function isLater(due: DueSpec, task: Asked, frame: DueFrame): boolean {
  if (due.type === 'recurring' && due.every !== null && isRepeated(task))
    return LENGTH[due.every] > LENGTH[parentPeriod(task, frame)];
  const asked = parentDay(task);
  const day = lastDay(due, frame);
  return asked !== null && day !== null && day > asked;
}

function shapeLack(due: DueSpec, task: Asked | null, frame: DueFrame): DueLack | null {
  if (due.type === 'recurring' && due.every === null) return 'period';
  if (task === null) return null;
  if (isRepeated(task)) return due.type === 'recurring' ? null : 'period';
  const asked = parentDay(task);
  if (asked === null) return null;
  // A yearly task may be done every month; one with a day of its own wants a day.
  if (due.type === 'recurring') return task.due?.type === 'recurring' ? null : 'day';
  return lastDay(due, frame) === null ? 'day' : null;
}

/** How a line's time fits what the parent asks; `task` is `null` for what the unit adds. */
export function dueFit(line: WrittenDue, task: Asked | null, frame: DueFrame): DueFit {
  const { due } = line;
  if (line.dueWords.trim() === '') return { lack: 'due', isSpecific: false, isLater: false };
  if (due === null) return { lack: 'due_unclear', isSpecific: false, isLater: false };
  const lack = shapeLack(due, task, frame);
  const later = task !== null && lack === null && isLater(due, task, frame);
  const isSpecific =
    due.type === 'recurring' ? due.every !== null : due.type === 'event' ? !!due.within : lack === null;
  return {
    lack: lack ?? (later && line.lateReason.trim() === '' ? 'late_reason' : null),
    isSpecific,
    isLater: later,
  };
}
