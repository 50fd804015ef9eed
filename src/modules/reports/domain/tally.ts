import type { WorkItem } from './material.ts';

/** How many of some work are how far; each is counted once, and they add up to `all`. */
export interface Tally {
  readonly all: number;
  /** Reported as done and accepted, `acceptedLate` of these after the due day. */
  readonly accepted: number;
  readonly acceptedLate: number;
  /** Reported as done, awaiting acceptance. */
  readonly claimed: number;
  /** Past the due day and not reported as done. */
  readonly overdue: number;
  /** Given back, and still in time. */
  readonly returned: number;
  readonly inProgress: number;
  /** Nothing recorded yet, and still in time. */
  readonly notBegun: number;
  readonly notApplicable: number;
}

export type Standing = Exclude<keyof Tally, 'all' | 'acceptedLate'>;

/** Where one piece of work stands; "due soon" is about the calendar and says nothing of the work. */
export function standingOf({ state, isBegun }: Pick<WorkItem, 'state' | 'isBegun'>): Standing {
  switch (state) {
    case 'accepted':
    case 'accepted_late':
      return 'accepted';
    case 'claimed':
      return 'claimed';
    case 'overdue':
      return 'overdue';
    case 'returned':
      return 'returned';
    case 'in_progress':
      return 'inProgress';
    case 'not_applicable':
      return 'notApplicable';
    case 'due_soon':
    case 'not_started':
      return isBegun ? 'inProgress' : 'notBegun';
  }
}

/** Still to be done, and in time. */
export function isOpen(item: Pick<WorkItem, 'state' | 'isBegun'>): boolean {
  return ['returned', 'inProgress', 'notBegun'].includes(standingOf(item));
}

export function tallyOf(work: readonly Pick<WorkItem, 'state' | 'isBegun'>[]): Tally {
  const counted = Map.groupBy(work, standingOf);
  const n = (standing: Standing): number => counted.get(standing)?.length ?? 0;
  return {
    all: work.length,
    accepted: n('accepted'),
    acceptedLate: work.filter(({ state }) => state === 'accepted_late').length,
    claimed: n('claimed'),
    overdue: n('overdue'),
    returned: n('returned'),
    inProgress: n('inProgress'),
    notBegun: n('notBegun'),
    notApplicable: n('notApplicable'),
  };
}
