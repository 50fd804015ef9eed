import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Deadline } from '../../calendar/index.ts';
import type { DueSpec, Product } from '../../plans/index.ts';

/** Who answers inside the unit: a person, or whoever holds a title. */
export interface Responsible {
  readonly personId: string | null;
  readonly title: string | null;
}

/** What the unit's plan says about one assignment of the parent plan. */
export interface AdoptedLine extends Responsible {
  readonly assignmentId: string;
  /** The unit's own day; the plan's due stays what it is. */
  readonly internalDueOn: CalendarDate | null;
}

/** Work that a unit's plan adds to the parent's. */
export interface OwnTask extends Responsible {
  /** Stays the same from version to version. */
  readonly taskId: string;
  readonly code: string;
  readonly position: number;
  readonly dimension: number;
  readonly words: string;
  readonly products: readonly Product[];
  readonly unitName: string;
  readonly due: DueSpec;
  readonly dueWords: string;
  readonly occurrences: readonly { readonly key: string; readonly deadline: Deadline | null }[];
}

export interface AdoptedUnitPlan {
  readonly unitPlanId: string;
  readonly version: number;
  readonly number: string;
  /** The parent plan. */
  readonly planId: string;
  readonly unitId: string;
  readonly lines: readonly AdoptedLine[];
  /** What the unit adds; all of it, so that what a version leaves out is dropped. */
  readonly own: readonly OwnTask[];
}
