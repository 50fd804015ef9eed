import type { CalendarDate } from '../../../kernel/dates.ts';

/** What the people concerned have said so far. Only the entries of an assignment change it (domain/progress.ts). */
export const PROGRESS = ['none', 'in_progress', 'claimed', 'returned', 'accepted', 'not_applicable'] as const;
export type Progress = (typeof PROGRESS)[number];

export const STATES = [
  'overdue',
  'due_soon',
  'returned',
  'claimed',
  'in_progress',
  'not_started',
  'accepted',
  'accepted_late',
  'not_applicable',
] as const;
/** What a reader sees: progress read against the calendar on one day. */
export type State = (typeof STATES)[number];

/** What still has to be done, by whoever does it. */
export const OPEN_STATES = [
  'overdue',
  'returned',
  'due_soon',
  'in_progress',
  'not_started',
] as const satisfies readonly State[];

export interface StateFacts {
  readonly progress: Progress;
  readonly dueOn: CalendarDate | null;
  /** Day the work itself was finished, as claimed. */
  readonly doneOn: CalendarDate | null;
  /** Asked of a body outside the executive (product: Fatherland Front): never late. */
  readonly isRequest: boolean;
  /** A state set by hand, with the last day it counts; absent when nobody set one. */
  readonly override?: { readonly state: State; readonly until: CalendarDate } | null;
}

export interface StateDay {
  /** The day that is read: today, or the day of `asOf`. */
  readonly today: CalendarDate;
  /** The fifth working day after today: what falls due up to it is "soon". */
  readonly soonUntil: CalendarDate;
  /** Only what had been recorded by the end of this day counts; `null` reads what stands now. */
  readonly asOf: CalendarDate | null;
  /** `first` reads work against what the plan first promised: its tasks with the dues of the first issue. */
  readonly against?: 'first' | undefined;
}

export const DUE_SOON_WORKING_DAYS = 5;

/**
 * The one rule behind every colour. Published at /quy-tac-trang-thai; `queries/state-sql.ts` says the same in SQL and a
 * test compares the two over every combination.
 */
export function stateOf(facts: StateFacts, day: Pick<StateDay, 'today' | 'soonUntil'>): State {
  const { progress, dueOn, doneOn, isRequest, override } = facts;
  if (override && day.today <= override.until) return override.state;
  if (progress === 'not_applicable') return 'not_applicable';
  if (progress === 'accepted')
    return !isRequest && dueOn !== null && doneOn !== null && doneOn > dueOn ? 'accepted_late' : 'accepted';
  if (progress === 'claimed') return 'claimed';
  if (!isRequest && dueOn !== null && dueOn < day.today) return 'overdue';
  if (progress === 'returned') return 'returned';
  if (!isRequest && dueOn !== null && dueOn <= day.soonUntil) return 'due_soon';
  return progress === 'in_progress' ? 'in_progress' : 'not_started';
}
