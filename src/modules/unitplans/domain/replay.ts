import type { CalendarDate } from '../../../kernel/dates.ts';
import type { DueFacts, FactsOf, UnitPlanEvent, VoidReason } from './event-facts.ts';

/** A version as it was issued. */
export interface IssuedVersion extends Omit<FactsOf<'issued'>, 'v'> {
  readonly issuedOn: CalendarDate;
  readonly recordedAt: Date;
}

/** What the events of a unit plan lead to. */
export interface UnitPlanCourse {
  /** The parent's day of issue. */
  readonly parentIssuedOn: CalendarDate | null;
  readonly due: DueFacts;
  readonly received: { readonly on: CalendarDate; readonly at: Date; readonly by: string } | null;
  /** The version that is being written. */
  readonly drafting: number | null;
  /** Oldest first. */
  readonly versions: readonly IssuedVersion[];
  /** The last version was given back; until the next one. */
  readonly returned: { readonly on: CalendarDate; readonly by: string; readonly reason: string } | null;
  readonly void: { readonly on: CalendarDate; readonly why: VoidReason; readonly reason: string } | null;
  /** The newest version of the parent that came after the last issue. */
  readonly amendedTo: number | null;
}

export const NOTHING_YET: UnitPlanCourse = {
  parentIssuedOn: null,
  due: null,
  received: null,
  drafting: null,
  versions: [],
  returned: null,
  void: null,
  amendedTo: null,
};

/** One step of the course. */
export function step(before: UnitPlanCourse, event: UnitPlanEvent): UnitPlanCourse {
  const { happenedOn: on, recordedAt: at, personName: by, note } = event;
  switch (event.kind) {
    case 'obliged':
      return { ...before, parentIssuedOn: event.facts.issuedOn, due: event.facts.due, void: null };
    case 'due_moved':
      return { ...before, parentIssuedOn: event.facts.issuedOn, due: event.facts.due };
    case 'received':
      return { ...before, received: { on, at, by } };
    case 'draft_begun':
      return { ...before, drafting: event.facts.version };
    case 'issued': {
      const { v: _, ...facts } = event.facts;
      const version = { ...facts, issuedOn: on, recordedAt: at };
      return {
        ...before,
        versions: [...before.versions, version],
        drafting: null,
        returned: null,
        amendedTo: null,
      };
    }
    case 'returned':
      return { ...before, returned: { on, by, reason: note } };
    case 'parent_amended':
      return { ...before, amendedTo: event.facts.version };
    case 'void':
      return { ...before, void: { on, why: event.facts.why, reason: note } };
  }
}

/** The course after all events, in the order they were recorded. */
export function courseOf(events: readonly UnitPlanEvent[]): UnitPlanCourse {
  return events.reduce(step, NOTHING_YET);
}
