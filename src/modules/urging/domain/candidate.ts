import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Progress, State } from '../../assignments/index.ts';

/** What can be urged; so far pieces of work alone. */
export const SUBJECT_TYPES = ['assignment'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** To go on with it, or to accept or return what was reported. */
export const ASKS = ['do', 'answer'] as const;
export type Asks = (typeof ASKS)[number];

/** Something that somebody chose to urge, as it stands. */
export interface Candidate {
  readonly subjectType: SubjectType;
  readonly id: string;
  readonly planId: string;
  /** Who does it, and who accepts it. */
  readonly unitId: string;
  readonly acceptingUnitId: string;
  readonly code: string;
  readonly clausePath: string | null;
  readonly words: string;
  readonly occurrence: string;
  /** Its place in its plan. */
  readonly position: number;
  readonly isOwn: boolean;
  readonly isDropped: boolean;
  readonly waitsForEvent: boolean;
  readonly dueOn: CalendarDate | null;
  readonly progress: Progress;
  readonly state: State;
  readonly clock: { readonly kind: 'answer' | 'redo'; readonly dueOn: CalendarDate } | null;
  /** The last entry of its history. */
  readonly lastSeq: number;
}
