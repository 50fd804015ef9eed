import type { CalendarDate } from '../../../kernel/dates.ts';

export const FINDING_STATES = ['late', 'open', 'claimed', 'closed'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** The last event that says how a finding stands; events that only move its due say nothing of that. */
export const STANDINGS = ['found', 'claimed', 'returned', 'closed', 'reopened'] as const;
export type Standing = (typeof STANDINGS)[number];

export const FINDING_EVENTS = [...STANDINGS, 'extended', 'due_moved'] as const;
export type FindingEventKind = (typeof FINDING_EVENTS)[number];

export interface FindingCourse {
  readonly standing: Standing;
  readonly dueOn: CalendarDate;
}

/**
 * The one rule behind every state: the due day itself is in time; what the unit reported waits for the inspecting side and is late for
 * nobody; what was returned or opened again is open or late by the due that stands.
 */
export function findingState({ standing, dueOn }: FindingCourse, day: CalendarDate): FindingState {
  if (standing === 'closed' || standing === 'claimed') return standing;
  return day > dueOn ? 'late' : 'open';
}

/** What may be recorded about a finding that stands so. */
export function mayFollow(standing: Standing): readonly FindingEventKind[] {
  switch (standing) {
    case 'closed':
      return ['reopened'];
    case 'claimed':
      return ['returned', 'closed', 'extended'];
    default:
      return ['claimed', 'closed', 'extended'];
  }
}
