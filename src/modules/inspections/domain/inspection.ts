import type { CalendarDate } from '../../../kernel/dates.ts';
import type { InspectionKind } from './kinds.ts';

export const INSPECTION_STATES = ['upcoming', 'under_way', 'concluded', 'cancelled'] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];

/** What decides how far an inspection is. */
export interface InspectionCourse {
  readonly heldOn: CalendarDate;
  readonly ended: 'concluded' | 'cancelled' | null;
}

/** From its day until it is concluded an inspection is under way. */
export function inspectionState({ heldOn, ended }: InspectionCourse, day: CalendarDate): InspectionState {
  if (ended) return ended;
  return day < heldOn ? 'upcoming' : 'under_way';
}

/** What decides who may know of it. */
export interface Secrecy {
  readonly kind: InspectionKind;
  readonly heldOn: CalendarDate;
  readonly isAnnounced: boolean;
}

/** Whether nobody but the inspecting side may know of it on `today`. */
export function isSecret({ kind, heldOn, isAnnounced }: Secrecy, today: CalendarDate): boolean {
  return kind === 'unannounced' && !isAnnounced && today < heldOn;
}
